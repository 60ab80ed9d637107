package dev.orderly.http.page;

import dev.orderly.Orders;

/**
 * Internal: the number and size of files that can come with a comment.
 *
 * @param number how many at most
 * @param each the size in bytes of each
 * @param together the size in bytes of all, so that one message cannot fill the memory
 */
public record FileLimits(int number, long each, long together) {

    private static final long TOGETHER = 50L << 20;

    /** The limits of what these orders take. */
    public static FileLimits of(Orders orders) {
        long each = orders.maxAttachmentSize();
        return new FileLimits(orders.maxAttachments(), each, Math.max(TOGETHER, each));
    }

    String hint(Texts texts) {
        return texts.get("talk.files.hint", number, size(each), size(together));
    }

    private static String size(long bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : (bytes >> 10) + " kB";
    }
}
