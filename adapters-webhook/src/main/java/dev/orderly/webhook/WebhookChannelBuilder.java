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

/** Puts a {@link WebhookChannel} together. Not thread-safe. */
public final class WebhookChannelBuilder {

    private final String source;
    private final Map<String, Function<Notification, Optional<WebhookEndpoint>>> byRole = new HashMap<>();
    private final Set<String> fields = new LinkedHashSet<>();
    private @Nullable WebhookEndpoint everybody;
    private @Nullable HttpClient client;
    private Duration timeout = Duration.ofSeconds(20);
    private Clock clock = Clock.systemUTC();

    WebhookChannelBuilder(String source) {
        if (source.isBlank()) {
            throw new IllegalArgumentException("the source of webhooks cannot be blank: give a URI of the shop");
        }
        this.source = URI.create(source).toString();
    }

    /** Where to tell every role that has no endpoint of its own. */
    public WebhookChannelBuilder endpoint(WebhookEndpoint endpoint) {
        everybody = endpoint;
        return this;
    }

    /** Where to tell one role. */
    public WebhookChannelBuilder endpoint(String role, WebhookEndpoint endpoint) {
        return endpoints(role, notification -> Optional.of(endpoint));
    }

    /**
     * Where to tell one role, such as the seller of this order; empty for those who want no webhooks. Where sellers name
     * their endpoints themselves, they could name a machine of your own network: keep calls from those by a proxy, see
     * {@link #client}.
     */
    public WebhookChannelBuilder endpoints(String role, Function<Notification, Optional<WebhookEndpoint>> endpoint) {
        byRole.put(role, endpoint);
        return this;
    }

    /** Fields of the order that the event tells as well, such as {@code tracking-number}; left out, none. */
    public WebhookChannelBuilder fields(String... names) {
        fields.addAll(List.of(names));
        return this;
    }

    /** How long a call may take altogether; left out, 20 s. Shorter than the dispatcher's lease of a message. */
    public WebhookChannelBuilder timeout(Duration limit) {
        timeout = limit;
        return this;
    }

    /**
     * Another client, for a proxy or certificates of your own. It must not follow redirects; its connect timeout is its
     * own. Left out, one that speaks HTTP/1.1 and connects within 10 s.
     */
    public WebhookChannelBuilder client(HttpClient own) {
        client = own;
        return this;
    }

    /** The clock whose time is signed; left out, the system's. */
    public WebhookChannelBuilder clock(Clock source) {
        clock = source;
        return this;
    }

    /**
     * The channel.
     *
     * @throws IllegalArgumentException if there is no endpoint, or the client follows redirects
     */
    public WebhookChannel build() {
        if (everybody == null && byRole.isEmpty()) {
            throw new IllegalArgumentException("a channel of webhooks needs an endpoint: give one to endpoint(…)");
        }
        HttpClient given = client == null ? SignedPost.defaultClient() : client;
        return new WebhookChannel(
                new SignedPost(given, timeout, clock),
                source,
                Collections.unmodifiableSet(new LinkedHashSet<>(fields)),
                everybody,
                Map.copyOf(byRole));
    }
}
