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
 * Tells other programs by a signed POST of a CloudEvent. Thread-safe.
 *
 * <p>The event says what happened to which order; it has nothing that tells who the customer is, unless
 * {@link WebhookChannelBuilder#fields} names such fields. What the endpoint answers decides: 2xx is success; 408, 425, 429, 5xx, a
 * connection that fails and no answer in time are tried again; any other answer, redirects too, parks the message at once.
 * {@code Retry-After} is not looked at: the time between tries grows anyway.
 */
public final class WebhookChannel implements Channel {

    private final SignedPost post;
    private final String source;
    private final Set<String> fields;
    private final @Nullable WebhookEndpoint everybody;
    private final Map<String, Function<Notification, Optional<WebhookEndpoint>>> byRole;

    WebhookChannel(
            SignedPost post,
            String source,
            Set<String> fields,
            @Nullable WebhookEndpoint everybody,
            Map<String, Function<Notification, Optional<WebhookEndpoint>>> byRole) {
        this.post = post;
        this.source = source;
        this.fields = fields;
        this.everybody = everybody;
        this.byRole = byRole;
    }

    /**
     * Starts a channel.
     *
     * @param source who tells: a URI of the shop, such as {@code https://shop.example}, the {@code source} of every event
     */
    public static WebhookChannelBuilder from(String source) {
        return new WebhookChannelBuilder(source);
    }

    @Override
    public void send(Notification notification) {
        String role = notification.message().to();
        Function<Notification, Optional<WebhookEndpoint>> known = byRole.get(role);
        if (known == null && everybody == null) {
            throw DeliveryException.permanent(
                    "there is no webhook for the role " + role + ": give the channel an endpoint for it", null);
        }
        Optional<WebhookEndpoint> endpoint = known == null ? Optional.ofNullable(everybody) : known.apply(notification);
        endpoint.ifPresent(to -> post.send(to, CloudEvent.of(notification, source, fields)));
    }
}
