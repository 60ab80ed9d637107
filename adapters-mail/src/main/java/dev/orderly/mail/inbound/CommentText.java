package dev.orderly.mail.inbound;

import java.text.MessageFormat;
import java.util.Locale;

/** The text of a comment: the writer's words, and in the order's language a note of each file that was not kept. */
final class CommentText {

    /** For names of files that were left out; those beyond are counted. */
    private static final int MAX_NOTES = 2_000;

    private static final int MAX_NAME = 80;

    private CommentText() {}

    /** The text of the comment; words that do not fit are kept as a file too. */
    static String of(String own, MailAttachments files, String language) {
        boolean tooLong = own.length() > MailLimits.COMMENT - MAX_NOTES;
        if (tooLong) {
            files.addText(own);
        }
        String words = tooLong ? start(own) + "…\n\n" + ReplyTexts.in(language, "shortened") : own;
        String notes = notes(files, language);
        return notes.isEmpty() ? words : (words + "\n\n" + notes).strip();
    }

    private static String start(String own) {
        int end = MailLimits.COMMENT - MAX_NOTES - 200;
        return own.substring(0, Character.isHighSurrogate(own.charAt(end - 1)) ? end - 1 : end);
    }

    private static String notes(MailAttachments files, String language) {
        Locale locale = Locale.forLanguageTag(language);
        StringBuilder notes = new StringBuilder();
        int named = 0;
        for (MailAttachments.LeftOut file : files.leftOut()) {
            String name = file.name().length() > MAX_NAME ? file.name().substring(0, MAX_NAME - 1) + "…" : file.name();
            double megabytes = Math.ceil(file.size() / 1e5) / 10;
            String note = new MessageFormat(ReplyTexts.in(language, "left-out"), locale)
                    .format(new Object[] {TextSanitizer.of(name), megabytes});
            if (notes.length() + note.length() > MAX_NOTES - 300) {
                break;
            }
            notes.append(notes.length() > 0 ? "\n" : "").append(note);
            named++;
        }
        int others = files.leftOut().size() - named;
        return others == 0
                ? notes.toString()
                : notes + "\n"
                        + new MessageFormat(ReplyTexts.in(language, "left-out-others"), locale)
                                .format(new Object[] {others});
    }
}
