package dev.orderly.cli.diagram;

import java.util.List;

/**
 * Estimates how much room a text takes. No font is asked, since the reader's fonts are not known here and a server may
 * have none: the widths are those of DejaVu Sans, the widest of the usual sans-serif fonts, rounded up.
 */
final class TextSize {

    /** From one line to the next, as a multiple of the font size. */
    static final double LINE = 1.3;

    private static final String NARROW = "iljftrI.,:;'|!()[]-/\\ іїј";
    private static final String WIDE = "mwMWшщжыюмфљњШЩЖЫЮМФЂЉЊωώψΩΜæœÆŒ@%#<=>^~±×÷—…";

    private TextSize() {}

    static double width(List<String> lines, double fontSize) {
        return lines.stream().mapToDouble(line -> width(line, fontSize)).max().orElse(0);
    }

    static double height(List<String> lines, double fontSize) {
        return lines.size() * fontSize * LINE;
    }

    static double width(String text, double fontSize) {
        return text.codePoints().mapToDouble(TextSize::width).sum() * fontSize;
    }

    private static double width(int c) {
        if (NARROW.indexOf(c) >= 0) {
            return 0.42;
        }
        if (WIDE.indexOf(c) >= 0) {
            return Character.isUpperCase(c) ? 1.05 : 0.95;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> 0.76;
            case Character.LOWERCASE_LETTER, Character.DECIMAL_DIGIT_NUMBER -> 0.65;
            // of the scripts without letter case, the Chinese and Japanese ones need the most room: a square
            case Character.OTHER_LETTER, Character.OTHER_SYMBOL -> 1.05;
            default -> 0.7;
        };
    }
}
