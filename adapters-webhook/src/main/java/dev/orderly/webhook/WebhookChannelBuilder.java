package dev.orderly.webhook;

import dev.orderly.notification.Notification;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A builder of {@link WebhookChannel}. Not thread-safe. */
public final class WebhookChannelBuilder {

    private final String source;
    private final Map<String, Function<Notification, Optional<WebhookEndpoint>>> byRole = new HashMap<>();
    private final Set<String> fields = new LinkedHashSet<>();
    private @Nullable WebhookEndpoint fallback;
    private @Nullable HttpClient client;
    private Duration timeout = Duration.ofSeconds(20);
    private Clock clock = Clock.systemUTC();

    WebhookChannelBuilder(String source) {
        if (source.isBlank()) {
            throw new IllegalArgumentException("the source of webhooks cannot be blank: give a URI of the shop");
        }
        this.source = URI.create(source).toString();
    }

    /** Sets the endpoint for every role that has none of its own. */
    public WebhookChannelBuilder endpoint(WebhookEndpoint endpoint) {
        fallback = endpoint;
        return this;
    }

    /** Sets the endpoint for one role. */
    public WebhookChannelBuilder endpoint(String role, WebhookEndpoint endpoint) {
        return endpoints(role, notification -> Optional.of(endpoint));
    }

    /**
     * Sets the endpoints for one role by notification, such as that of the order's seller; empty for those who want no
     * webhooks. Sellers who name their endpoints themselves could name a machine of your own network: prevent such calls by
     * a proxy, see {@link #client}.
     */
    public WebhookChannelBuilder endpoints(String role, Function<Notification, Optional<WebhookEndpoint>> endpoint) {
        byRole.put(role, endpoint);
        return this;
    }

    /** Adds fields of the order to the events, such as {@code tracking-number}; by default there are none. */
    public WebhookChannelBuilder fields(String... names) {
        fields.addAll(List.of(names));
        return this;
    }

    /** Sets the time limit of a whole call; by default 20 s. It must be shorter than the dispatcher's lease of a message. */
    public WebhookChannelBuilder timeout(Duration limit) {
        timeout = limit;
        return this;
    }

    /**
     * Sets the HTTP client, for a proxy or certificates of your own. It must not follow redirects; its connect timeout is
     * its own. By default one that speaks HTTP/1.1 and connects within 10 s.
     */
    public WebhookChannelBuilder client(HttpClient own) {
        client = own;
        return this;
    }

    /** Sets the clock whose time is signed; by default the system's. */
    public WebhookChannelBuilder clock(Clock source) {
        clock = source;
        return this;
    }

    /**
     * Builds the channel.
     *
     * @throws IllegalArgumentException if there is no endpoint, or the client follows redirects
     */
    public WebhookChannel build() {
        if (fallback == null && byRole.isEmpty()) {
            throw new IllegalArgumentException("a channel of webhooks needs an endpoint: give one to endpoint(…)");
        }
        HttpClient given = client == null ? SignedPost.defaultClient() : client;
        return new WebhookChannel(
                new SignedPost(given, timeout, clock),
                source,
                Collections.unmodifiableSet(new LinkedHashSet<>(fields)),
                fallback,
                Map.copyOf(byRole));
    }
}
