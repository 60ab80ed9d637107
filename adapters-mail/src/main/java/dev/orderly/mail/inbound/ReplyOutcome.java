package dev.orderly.mail.inbound;

import dev.orderly.decision.Reason;
import dev.orderly.order.Comment;
import dev.orderly.order.Order;
import java.util.List;

/** What became of a mail that came in. Nobody is ever answered. */
public sealed interface ReplyOutcome {

    /**
     * It is a comment now, or was already.
     *
     * @param order the order with the comment
     */
    record Commented(Order order, Comment comment) implements ReplyOutcome {}

    /** It was written by a program, so that it is no comment. */
    record Ignored(Program program) implements ReplyOutcome {}

    /**
     * It cannot become a comment.
     *
     * @param reasons what the order had against it; empty unless it is {@link Obstacle#REJECTED}
     */
    record Refused(Obstacle obstacle, List<Reason> reasons) implements ReplyOutcome {

        public Refused {
            reasons = List.copyOf(reasons);
        }

        static Refused because(Obstacle obstacle) {
            return new Refused(obstacle, List.of());
        }
    }

    /** A kind of program that writes mails. */
    enum Program {
        /** An out-of-office note or another answer that a program gave, or any mail that says it comes from one. */
        AUTO_REPLY,
        /** A report of a mail system: a bounce, a receipt. */
        REPORT,
        /** A mailing list, or a mail sent in bulk. */
        BULK
    }

    /** What keeps a mail from becoming a comment. */
    enum Obstacle {
        /** It was not sent to an address with a token. */
        NO_TOKEN,
        /** The token in its address is none that we gave out. */
        FORGED,
        /** The token's time is over. */
        EXPIRED,
        /** It was sent to the addresses of several orders or roles. */
        AMBIGUOUS,
        /** The mail is larger than what is read at all. */
        TOO_LARGE,
        /** It is no mail, or one made to do harm: of too many or too deeply nested parts. */
        UNREADABLE,
        /** Besides what it quotes it says nothing. */
        EMPTY,
        /** The order took no such comment. */
        REJECTED
    }
}
