package dev.orderly.webhook;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;

/**
 * A gateway that passes text messages to another program, by a signed POST of a CloudEvent of the type
 * {@code dev.orderly.sms}, whose data are {@code phone} and {@code text}. Thread-safe.
 */
public final class WebhookSmsGateway implements SmsGateway {

    private final SignedPost post;
    private final String source;
    private final WebhookEndpoint endpoint;

    private WebhookSmsGateway(SignedPost post, String source, WebhookEndpoint endpoint) {
        this.post = post;
        this.source = source;
        this.endpoint = endpoint;
    }

    /**
     * A gateway, whose calls may take 20 s.
     *
     * @param source the {@code source} of every event: a URI of the shop
     */
    public static WebhookSmsGateway of(WebhookEndpoint endpoint, String source) {
        return of(endpoint, source, SignedPost.defaultClient(), Duration.ofSeconds(20), Clock.systemUTC());
    }

    /**
     * A gateway with a client, which must not follow redirects, a time that a call may take, and a clock of your own.
     *
     * @throws IllegalArgumentException if the client follows redirects
     */
    public static WebhookSmsGateway of(
            WebhookEndpoint endpoint, String source, HttpClient client, Duration timeout, Clock clock) {
        return new WebhookSmsGateway(new SignedPost(client, timeout, clock), source, endpoint);
    }

    @Override
    public void send(String phone, String text, String id) {
        post.send(endpoint, CloudEvent.ofText(id, source, phone, text));
    }
}
