package dev.orderly.webhook;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint that webhooks are sent to, with the secrets that they are signed with. Immutable. {@code toString} shows only
 * scheme, host and port of the URL, since the rest is often a secret too.
 */
public final class WebhookEndpoint {

    private final URI url;
    private final List<WebhookSecret> secrets;

    private WebhookEndpoint(URI url, List<WebhookSecret> secrets) {
        this.url = url;
        this.secrets = secrets;
    }

    /**
     * An endpoint.
     *
     * @throws IllegalArgumentException if it is no absolute {@code https} URL, or one with a user's name or a fragment
     */
    public static WebhookEndpoint of(String url, WebhookSecret secret) {
        return checked(url, "https", secret);
    }

    /**
     * An endpoint that is spoken to without encryption: for tests, and for programs on the same machine.
     *
     * @throws IllegalArgumentException if it is no absolute {@code http} URL, or one with a user's name or a fragment
     */
    public static WebhookEndpoint unencrypted(String url, WebhookSecret secret) {
        return checked(url, "http", secret);
    }

    /**
     * A copy of this endpoint with one more secret that calls are signed with: while one secret is replaced by another, a
     * receiver that knows either of them takes the calls.
     */
    public WebhookEndpoint withSecret(WebhookSecret secret) {
        List<WebhookSecret> more = new ArrayList<>(secrets);
        more.add(secret);
        return new WebhookEndpoint(url, List.copyOf(more));
    }

    private static WebhookEndpoint checked(String text, String scheme, WebhookSecret secret) {
        URI url = parse(text);
        if (!scheme.equals(lowerCase(url.getScheme())) || url.getHost() == null) {
            throw new IllegalArgumentException("a webhook's URL must begin with " + scheme + ":// and a host, but "
                    + origin(url) + " does not" + (scheme.equals("https") ? "; see WebhookEndpoint.unencrypted" : ""));
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "the URL of the webhook to " + origin(url) + " has a user's name or a fragment: leave it out");
        }
        return new WebhookEndpoint(url, List.of(secret));
    }

    private static URI parse(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            // without its cause, which would repeat the URL
            throw new IllegalArgumentException("a webhook's URL is none: look for spaces and brackets in it");
        }
    }

    private static String lowerCase(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }

    URI url() {
        return url;
    }

    List<WebhookSecret> secrets() {
        return secrets;
    }

    /** The scheme, the host, and the port where the URL has one. */
    @Override
    public String toString() {
        return origin(url);
    }
}
