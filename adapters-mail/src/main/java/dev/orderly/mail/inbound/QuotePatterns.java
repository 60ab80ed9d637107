package dev.orderly.mail.inbound;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines by which the usual mail programs begin a quotation or add to a text, in the languages of {@link ReplyTexts}.
 * Lines longer than any of them are not looked at, so that no pattern takes long.
 */
final class QuotePatterns {

    private static final int MAX_LINE = 400;

    /** "-----Original Message-----" and the like; a line of underscores, which Outlook draws. */
    private static final Pattern DIVIDER =
            pattern("[-_ ]*[-_]{2,} ?" + ReplyTexts.anyOf("quote-divider") + " ?[-_]{2,}[-_ ]*|_{25,}");

    /** The end of a line that introduces a quotation: who wrote. */
    private static final Pattern WROTE = pattern(".*(?<!\\p{L})" + ReplyTexts.anyOf("quote-verb") + "\\s?:\\s*");

    /** How such a line begins: with a day, a date, or the word before one. */
    private static final Pattern WHEN = pattern("(?:" + ReplyTexts.anyOf("quote-opening", "quote-date-word")
            + " )?(?:\\S{1,12},? {1,2}){0,3}\\(?\\d{1,4}.*|" + ReplyTexts.anyOf("quote-opening") + " .*");

    /** Such a line has a year or a time of day. */
    private static final Pattern DATED = pattern(".*(?:\\b20\\d\\d\\b|\\d[:.]\\d\\d).*");

    /** The introduction of programs that write no verb, but the date and the sender with the address. */
    private static final Pattern DATED_SENDER =
            pattern("(?:\\S{1,14},? ){0,2}\\d{1,4}[ ./-].{4,140}<\\S{1,100}@\\S{1,100}>\\s?:\\s*");

    /** The introduction of programs that write the verb first, such as Apple's in Polish. */
    private static final Pattern WRITTEN_BY = pattern(ReplyTexts.anyOf("quote-written-by") + " .{1,200}:\\s*");

    /** Any language: a name with an address, and a colon. Counts where a quoted line follows. */
    private static final Pattern SENDER = pattern(".*<\\S{1,100}@\\S{1,100}>.*:\\s*");

    private static final Pattern FROM =
            pattern("[*>| ]*" + ReplyTexts.anyOf("quote-sender-header") + "\\s?:\\*?\\s.{1,200}");

    private static final Pattern OTHER_HEADER =
            pattern("[*>| ]*" + ReplyTexts.anyOf("quote-other-header") + "\\s?:\\*?(?:\\s.{0,300})?");

    private static final Pattern ADDED = pattern("\\s*|" + ReplyTexts.anyOf("added-line") + ".{0,80}");

    private QuotePatterns() {}

    static boolean isDivider(String line) {
        return line.length() <= MAX_LINE && DIVIDER.matcher(line.strip()).matches();
    }

    /** Whether the headers of a mail begin here: its sender, and at least two others in the lines below. */
    static boolean isHeaderBlock(List<String> lines, int from) {
        if (!matches(FROM, lines.get(from))) {
            return false;
        }
        int others = 0;
        for (int i = from + 1; i < Math.min(lines.size(), from + 6); i++) {
            others += matches(OTHER_HEADER, lines.get(i)) ? 1 : 0;
        }
        return others >= 2;
    }

    /**
     * The last line of the introduction that begins here, which a program may have wrapped; -1 if none begins here. Where
     * it could begin at several lines, it begins at the last: what is above may be the writer's own words.
     */
    static int endOfIntroduction(List<String> lines, int from, int maxLines) {
        int end = endOfWrapped(lines, from, maxLines);
        for (int later = from + 1; later <= end; later++) {
            if (endOfWrapped(lines, later, maxLines) == end) {
                return -1;
            }
        }
        return end < 0 && matches(SENDER, lines.get(from)) && isQuotedNext(lines, from + 1) ? from : end;
    }

    private static int endOfWrapped(List<String> lines, int from, int maxLines) {
        String joined = "";
        for (int i = from; i < Math.min(lines.size(), from + maxLines); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith(">") || joined.length() > MAX_LINE) {
                return -1;
            }
            joined = (joined + " " + line).strip();
            if (isIntroduction(joined)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isIntroduction(String line) {
        return (matches(WHEN, line) && matches(WROTE, line) && matches(DATED, line))
                || matches(DATED_SENDER, line)
                || matches(WRITTEN_BY, line);
    }

    /** Whether the next line that is not blank is quoted. */
    static boolean isQuotedNext(List<String> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                return lines.get(i).stripLeading().startsWith(">");
            }
        }
        return false;
    }

    static boolean isAddedByProgram(String line) {
        return line.length() <= MAX_LINE && ADDED.matcher(line.strip()).matches();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static boolean matches(Pattern pattern, String line) {
        return line.length() <= MAX_LINE && pattern.matcher(line).matches();
    }
}
