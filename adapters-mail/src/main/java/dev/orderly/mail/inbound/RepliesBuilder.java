package dev.orderly.mail.inbound;

import dev.orderly.Orders;
import org.jspecify.annotations.Nullable;

/** Puts {@link Replies} together. Not thread-safe. */
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

    /** The tokens that the notifications were sent with. */
    public RepliesBuilder tokens(ReplyTokens given) {
        tokens = given;
        return this;
    }

    /** The size in bytes up to which a mail is read at all; left out, 50 MiB. */
    public RepliesBuilder maxMessageSize(long bytes) {
        maxMessageSize = positive("maxMessageSize", bytes);
        return this;
    }

    /** How many files of a mail are kept, from 1 to 10; left out, 10. The comment says which ones are not. */
    public RepliesBuilder maxAttachments(int number) {
        if (number < 1 || number > 10) {
            throw new IllegalArgumentException("maxAttachments must be from 1 to 10, but is " + number);
        }
        maxAttachments = number;
        return this;
    }

    /**
     * The size in bytes up to which a file is kept; left out, 10 MiB. No more than the orders take, or they refuse the
     * whole comment.
     */
    public RepliesBuilder maxAttachmentSize(long bytes) {
        maxAttachmentSize = positive("maxAttachmentSize", bytes);
        return this;
    }

    /** The size in bytes up to which all files of a mail together are kept, and held in memory; left out, 25 MiB. */
    public RepliesBuilder maxAttachmentsSize(long bytes) {
        maxAttachmentsSize = positive("maxAttachmentsSize", bytes);
        return this;
    }

    /**
     * The replies.
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
