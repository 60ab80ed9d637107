package dev.orderly.testkit;

import dev.orderly.decision.Request;
import java.util.Locale;
import java.util.StringJoiner;

/** A request in one line, whatever is in it. */
final class RequestText {

    private static final int LONGEST = 40;

    private RequestText() {}

    static String of(Request request) {
        StringJoiner data = new StringJoiner(", ", " with ", "").setEmptyValue("");
        request.data().asMap().forEach((field, value) -> data.add(legible(field) + "=" + legible(value.toString())));
        return legible(request.event()) + " by " + request.actor() + data + " at " + request.at()
                + (request.comment() == null ? "" : " saying " + legible(request.comment()));
    }

    /** Nothing that a terminal would swallow, and no more than fits into a line. */
    private static String legible(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().limit(LONGEST).forEach(c -> {
            boolean plain = !Character.isISOControl(c) && !Character.isSurrogate((char) c);
            shown.append(plain ? String.valueOf((char) c) : String.format(Locale.ROOT, "\\u%04x", c));
        });
        boolean quoted = text.isBlank() || text.length() > LONGEST || !text.equals(shown.toString());
        String rest = text.length() > LONGEST ? "… (" + text.length() + " characters)" : "";
        return quoted ? "\"" + shown + rest + "\"" : text;
    }
}
