package dev.orderly.mail.inbound;

/**
 * The limits up to which a mail is read and kept.
 *
 * @param message the size in bytes up to which a mail is read at all
 * @param files how many files at most
 * @param file the size in bytes of one file
 * @param allFiles the size in bytes of all files together
 */
record MailLimits(long message, int files, long file, long allFiles) {

    /** What core takes as a comment, in UTF-16 code units. */
    static final int COMMENT = 10_000;

    /** The bytes of a text that are looked at. */
    static final int TEXT = 1 << 20;

    static final int PARTS = 200;
    static final int DEPTH = 10;

    /** Images smaller than this that stand inside the text decorate a signature. */
    static final int DECORATION = 8 << 10;
}
