package dev.orderly.mail.inbound;

import java.util.ArrayList;
import java.util.List;

/**
 * Strips a reply down to the writer's own words: without the quoted mail, the line that introduces it, the signature and
 * what the mail program adds.
 */
final class QuoteStripper {

    /** How many lines of an introduction may stand between its beginning and the quotation. */
    private static final int MAX_INTRODUCTION = 4;

    private QuoteStripper() {}

    static String of(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        cutWhatIsBelow(lines);
        dropQuotations(lines);
        dropSignature(lines);
        return String.join("\n", lines).strip().replaceAll("[ \t]+\n", "\n").replaceAll("\n{3,}", "\n\n");
    }

    /** Cuts where a program puts the whole quoted mail below, without a sign before each line. */
    private static void cutWhatIsBelow(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (QuotePatterns.isDivider(lines.get(i)) || QuotePatterns.isHeaderBlock(lines, i)) {
                lines.subList(i, lines.size()).clear();
                return;
            }
            int end = QuotePatterns.endOfIntroduction(lines, i, MAX_INTRODUCTION);
            if (end >= 0 && !QuotePatterns.isQuotedNext(lines, end + 1)) {
                lines.subList(i, lines.size()).clear();
                return;
            }
        }
    }

    /** Drops quoted lines and what introduces them; answers between and below them stay. */
    private static void dropQuotations(List<String> lines) {
        List<String> own = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int end = QuotePatterns.endOfIntroduction(lines, i, MAX_INTRODUCTION);
            if (end >= 0) {
                i = end;
            } else if (!isQuoted(lines.get(i))) {
                own.add(lines.get(i));
            }
        }
        lines.clear();
        lines.addAll(own);
    }

    private static void dropSignature(List<String> lines) {
        int sign = -1;
        for (int i = 0; i < lines.size() && sign < 0; i++) {
            sign = lines.get(i).matches("--[ \\u00a0]?") ? i : -1;
        }
        if (sign >= 0) {
            lines.subList(sign, lines.size()).clear();
        }
        while (!lines.isEmpty() && QuotePatterns.isAddedByProgram(lines.get(lines.size() - 1))) {
            lines.remove(lines.size() - 1);
        }
    }

    private static boolean isQuoted(String line) {
        return line.stripLeading().startsWith(">");
    }
}
