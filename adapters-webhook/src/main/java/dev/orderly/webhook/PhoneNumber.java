package dev.orderly.webhook;

import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as people write them. */
final class PhoneNumber {

    /** A country's code, which begins with no 0, and the rest: at most 15 digits (ITU-T E.164). */
    private static final Pattern E_164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\u00a0()./-]");

    private PhoneNumber() {}

    /**
     * The number in the form of E.164, for one that begins with + or 00; empty for any other, since only its owner knows
     * which country it belongs to.
     */
    static Optional<String> international(String written) {
        String bare = BETWEEN_DIGITS.matcher(written.strip()).replaceAll("");
        String number = bare.startsWith("00") ? "+" + bare.substring(2) : bare;
        return E_164.matcher(number).matches() ? Optional.of(number) : Optional.empty();
    }
}
