package dev.orderly.mail.inbound;

import java.util.List;
import java.util.regex.Pattern;

/**
 * By what one sees that somebody else's words begin, in the usual programs in English, Polish, Greek, Bulgarian and Russian.
 * Lines longer than any of them are not looked at, so that no pattern takes long.
 */
final class QuotePatterns {

    private static final int MAX_LINE = 400;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** "-----Original Message-----" and the like; a line of underscores, which Outlook draws. */
    private static final Pattern DIVIDER = Pattern.compile(
            "[-_ ]*[-_]{2,} ?(?:original message|forwarded message|reply above this line|oryginalna wiadomość|"
                    + "wiadomość oryginalna|wiadomość przekazana|treść oryginalnej wiadomości|αρχικό μήνυμα|"
                    + "προωθημένο μήνυμα|оригинално съобщение|оригинално писмо|препратено съобщение|исходное сообщение|"
                    + "пересланное сообщение|пересылаемое сообщение|оригинальное сообщение) ?[-_]{2,}[-_ ]*|_{25,}",
            FLAGS);

    /** The end of a line that introduces a quotation: who wrote. */
    private static final Pattern WROTE = Pattern.compile(
            ".*(?:\\bwrote|\\bwrites|napisał\\(a\\)|napisał\\(-a\\)|napisała?|pisze|έγραψε|έγραψες|γράφει|написа|"
                    + "написал\\(а\\)|написала?|пишет|пише)\\s?:\\s*",
            FLAGS);

    /** How such a line begins: with a day, a date, or the word before one. */
    private static final Pattern WHEN = Pattern.compile(
            "(?:on |w dniu |dnia |στις |την |на |op )?(?:\\S{1,12},? {1,2}){0,3}\\(?\\d{1,4}.*|on .*|w dniu .*", FLAGS);

    /** Such a line tells a year or a time of day. */
    private static final Pattern DATED = Pattern.compile(".*(?:\\b20\\d\\d\\b|\\d[:.]\\d\\d).*");

    /** Programs that name no verb, but the sender with his address. */
    private static final Pattern DATED_SENDER = Pattern.compile(
            "(?:\\S{1,14},? ){0,2}\\d{1,4}[ ./-].{4,60}(?:от|from|od|από)?.{0,80}<\\S{1,100}@\\S{1,100}>\\s?:\\s*",
            FLAGS);

    /** Apple's Polish introduction has the verb at its beginning. */
    private static final Pattern WRITTEN_BY = Pattern.compile("wiadomość napisana przez .{1,200}:\\s*", FLAGS);

    /** Any language: somebody with an address, and a colon. Counts where a quoted line follows. */
    private static final Pattern SENDER = Pattern.compile(".*<\\S{1,100}@\\S{1,100}>.*:\\s*", FLAGS);

    private static final Pattern FROM =
            Pattern.compile("[*>| ]*(?:from|od|nadawca|από|от|от кого)\\s?:\\*?\\s.{1,200}", FLAGS);

    private static final Pattern OTHER_HEADER = Pattern.compile(
            "[*>| ]*(?:sent|date|to|cc|subject|wysłano|wysłane|data|do|dw|temat|στάλθηκε|αποστολή|ημερομηνία|προς|κοιν|"
                    + "κοιν\\.|θέμα|изпратено|дата|до|копие|относно|тема|отправлено|дата отправки|кому|копия)"
                    + "\\s?:\\*?(?:\\s.{0,300})?",
            FLAGS);

    private static final Pattern ADDED = Pattern.compile(
            "\\s*|(?:sent from|sent with|sent via|get outlook for|wysłan[eoya]+ z|wysłano za pomocą|pobierz (?:program )?"
                    + "outlook|στάλθηκε από|αποστολή από|λήψη του outlook|изпратено от|изпратена от|отправлено с|"
                    + "отправлено из|отправлено через|скачать outlook|вземете outlook)\\b?.{0,80}",
            FLAGS);

    private QuotePatterns() {}

    static boolean isDivider(String line) {
        return line.length() <= MAX_LINE && DIVIDER.matcher(line.strip()).matches();
    }

    /** Tells whether the headers of a mail begin here: who it is from, and at least two others in the lines below. */
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
     * it could begin at several lines, it begins at the last: what is above may be somebody's words.
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

    /** Tells whether the next line that says something is quoted. */
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

    private static boolean matches(Pattern pattern, String line) {
        return line.length() <= MAX_LINE && pattern.matcher(line).matches();
    }
}
