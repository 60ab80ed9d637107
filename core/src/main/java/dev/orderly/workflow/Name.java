package dev.orderly.workflow;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The rule for names of workflows, statuses, events, fields, roles and guards: letters and digits of any script, with
 * dots, hyphens, underscores and single spaces between them, at most 64 characters. Names are compared exactly, letter
 * case included.
 */
public final class Name {

    /** The longest name, in UTF-16 code units. */
    public static final int MAX_LENGTH = 64;

    private static final Pattern RULE = Pattern.compile("[\\p{L}\\p{N}_]+(?:[ .-][\\p{L}\\p{N}_]+)*");

    private Name() {}

    /** Tells whether a text can be a name. */
    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && RULE.matcher(text).matches();
    }

    /** The name of an enum constant: {@code AWAITING_PAYMENT} is {@code awaiting-payment}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String require(String what, String name) {
        if (!isValid(name)) {
            throw new IllegalArgumentException(what + " \"" + name + "\" is no valid name: use letters, digits, "
                    + "and single '-', '_', '.' or spaces between them, at most " + MAX_LENGTH + " characters");
        }
        return name;
    }
}
