package dev.orderly.mail.inbound;

import dev.orderly.decision.Reason;
import dev.orderly.order.Comment;
import dev.orderly.order.Order;
import java.util.List;

/** The result of handling a mail that came in. */
public sealed interface ReplyOutcome {

    /**
     * The mail is a comment now, or was already.
     *
     * @param order the order with the comment
     */
    record Commented(Order order, Comment comment) implements ReplyOutcome {}

    /** A program wrote the mail, so it becomes no comment. */
    record Ignored(Program program) implements ReplyOutcome {}

    /**
     * The mail cannot become a comment.
     *
     * @param reasons the reasons why the order refused the comment; empty unless it is {@link Obstacle#REJECTED}
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

    /** The obstacle that keeps a mail from becoming a comment. */
    enum Obstacle {
        /** It was not sent to an address with a token. */
        NO_TOKEN,
        /** The token in its address is forged or damaged. */
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
