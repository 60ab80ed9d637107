package dev.orderly.mail.inbound;

import dev.orderly.Orders;
import org.jspecify.annotations.Nullable;

/** A builder of {@link Replies}. Not thread-safe. */
public final class RepliesBuilder {

    private final Orders orders;
    private @Nullable ReplyTokens tokens;
    private long maxMessageSize = 50L << 20;
    private int maxAttachments = 10;
    private long maxAttachmentSize = 10L << 20;
    private long maxAttachmentsSize = 25L << 20;

    RepliesBuilder(Orders orders) {
        this.orders = orders;
    }

    /** Sets the tokens that the notifications were sent with; required. */
    public RepliesBuilder tokens(ReplyTokens given) {
        tokens = given;
        return this;
    }

    /** Sets the size in bytes up to which a mail is read; by default 50 MiB. */
    public RepliesBuilder maxMessageSize(long bytes) {
        maxMessageSize = positive("maxMessageSize", bytes);
        return this;
    }

    /** Sets how many files of a mail are kept, from 1 to 10; by default 10. The comment names those that are not. */
    public RepliesBuilder maxAttachments(int number) {
        if (number < 1 || number > 10) {
            throw new IllegalArgumentException("maxAttachments must be from 1 to 10, but is " + number);
        }
        maxAttachments = number;
        return this;
    }

    /**
     * Sets the size in bytes up to which a file is kept; by default 10 MiB. No more than the orders take, or they refuse the
     * whole comment.
     */
    public RepliesBuilder maxAttachmentSize(long bytes) {
        maxAttachmentSize = positive("maxAttachmentSize", bytes);
        return this;
    }

    /** Sets the size in bytes up to which all files of a mail together are kept and held in memory; by default 25 MiB. */
    public RepliesBuilder maxAttachmentsSize(long bytes) {
        maxAttachmentsSize = positive("maxAttachmentsSize", bytes);
        return this;
    }

    /**
     * Builds the replies.
     *
     * @throws IllegalArgumentException if there are no tokens
     */
    public Replies build() {
        if (tokens == null) {
            throw new IllegalArgumentException("replies need tokens: give those of the mail channel to tokens(…)");
        }
        return new Replies(
                orders, tokens, new MailLimits(maxMessageSize, maxAttachments, maxAttachmentSize, maxAttachmentsSize));
    }

    private static long positive(String name, long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException(name + " must be at least 1 byte, but is " + bytes);
        }
        return bytes;
    }
}
