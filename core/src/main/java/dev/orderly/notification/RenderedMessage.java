package dev.orderly.notification;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text of a message as a channel sends it: always as plain text, for mails with a subject and as HTML besides.
 * Immutable.
 */
public final class RenderedMessage {

    private final String language;
    private final String subject;
    private final String text;
    private final String html;
    private final @Nullable URI muteLink;

    private RenderedMessage(String language, String subject, String text, String html, @Nullable URI muteLink) {
        this.language = Objects.requireNonNull(language, "language");
        this.subject = Objects.requireNonNull(subject, "subject");
        this.text = Objects.requireNonNull(text, "text");
        this.html = Objects.requireNonNull(html, "html");
        this.muteLink = muteLink;
    }

    /**
     * A message of plain text, without subject, HTML or link.
     *
     * @param language the ISO 639 code of the language that the text is in
     * @param text the plain text, its lines separated by {@code \n}
     */
    public static RenderedMessage of(String language, String text) {
        return new RenderedMessage(language, "", text, "", null);
    }

    /** A copy of this message with a subject of one line. */
    public RenderedMessage withSubject(String line) {
        return new RenderedMessage(language, line, text, html, muteLink);
    }

    /** A copy of this message whose content is an HTML page as well. */
    public RenderedMessage withHtml(String page) {
        return new RenderedMessage(language, subject, text, page, muteLink);
    }

    /** A copy of this message with the address at which the recipient mutes the order; null for none. */
    public RenderedMessage withMuteLink(@Nullable URI address) {
        return new RenderedMessage(language, subject, text, html, address);
    }

    /** The ISO 639 code of the language that the message is in. */
    public String language() {
        return language;
    }

    /** The subject; empty for channels without one, such as text messages. */
    public String subject() {
        return subject;
    }

    /** The plain text, its lines separated by {@code \n}. */
    public String text() {
        return text;
    }

    /** The HTML page with the same content; empty for channels other than mail. */
    public String html() {
        return html;
    }

    /** The address at which the recipient turns off messages about the order; null if there is none. */
    public @Nullable URI muteLink() {
        return muteLink;
    }

    /** Shows language and length only, so that nothing personal gets into a log by accident. */
    @Override
    public String toString() {
        return "RenderedMessage[" + language + ", " + text.length() + " characters]";
    }
}
