package dev.orderly.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a message says.
 *
 * @param language the ISO 639 code of the language that it is in
 * @param subject its subject, one line; empty for channels that know none, such as text messages
 * @param text what it says as plain text, lines separated by {@code \n}
 * @param html the same as an HTML page; empty for channels other than mail
 * @param mute where the recipient turns off messages about the order ({@link Links#mute}); null if nowhere
 */
public record Rendered(
        String language,
        String subject,
        String text,
        String html,
        @Nullable URI mute) {

    /** Nothing personal: a message must never reach a log by accident. */
    @Override
    public String toString() {
        return "Rendered[" + language + ", " + text.length() + " characters]";
    }
}
