package dev.orderly.mail.inbound;

import java.util.regex.Pattern;

/** A text without what no text of people needs: control characters, and halves of characters. */
final class TextSanitizer {

    /** All but line feed and tab; with the marks that programs write to order bytes, and those that turn the direction. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\ufeff\\u202a-\\u202e\\u2066-\\u2069]|\\p{Cs}");

    private TextSanitizer() {}

    static String of(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\u00a0', ' ');
        return CONTROL.matcher(lines).replaceAll("");
    }
}
