package dev.orderly.webhook;

import dev.orderly.notification.Channel;
import dev.orderly.notification.DeliveryException;
import dev.orderly.notification.Notification;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A channel that notifies other programs by a signed POST of a CloudEvent. Thread-safe.
 *
 * <p>The event describes what happened to an order, without the customer's data unless {@link WebhookChannelBuilder#fields}
 * names such fields. The endpoint's status decides: 2xx is success; after 408, 425, 429, 5xx, a failed connection or no
 * answer in time the message is tried again; any other status, redirects included, makes it a dead letter at once.
 * {@code Retry-After} is ignored: the time between tries grows anyway.
 */
public final class WebhookChannel implements Channel {

    private final SignedPost post;
    private final String source;
    private final Set<String> fields;
    private final @Nullable WebhookEndpoint fallback;
    private final Map<String, Function<Notification, Optional<WebhookEndpoint>>> byRole;

    WebhookChannel(
            SignedPost post,
            String source,
            Set<String> fields,
            @Nullable WebhookEndpoint fallback,
            Map<String, Function<Notification, Optional<WebhookEndpoint>>> byRole) {
        this.post = post;
        this.source = source;
        this.fields = fields;
        this.fallback = fallback;
        this.byRole = byRole;
    }

    /**
     * A builder of a channel.
     *
     * @param source the {@code source} of every event: a URI of the shop, such as {@code https://shop.example}
     */
    public static WebhookChannelBuilder builder(String source) {
        return new WebhookChannelBuilder(source);
    }

    @Override
    public void send(Notification notification) {
        String role = notification.message().to();
        Function<Notification, Optional<WebhookEndpoint>> known = byRole.get(role);
        if (known == null && fallback == null) {
            throw DeliveryException.permanent(
                    "there is no webhook for the role " + role + ": give the channel an endpoint for it", null);
        }
        Optional<WebhookEndpoint> endpoint = known == null ? Optional.ofNullable(fallback) : known.apply(notification);
        endpoint.ifPresent(to -> post.send(to, CloudEvent.of(notification, source, fields)));
    }
}
