package dev.orderly.spring;

import dev.orderly.Orders;
import dev.orderly.spring.OrderlyProperties.Webhook;
import dev.orderly.webhook.WebhookChannel;
import dev.orderly.webhook.WebhookEndpoint;
import dev.orderly.webhook.WebhookSecret;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Calls to another program, once the application names its URL. */
@AutoConfiguration(after = OrderlyAutoConfiguration.class)
@ConditionalOnBean(Orders.class)
@ConditionalOnClass(WebhookChannel.class)
@ConditionalOnProperty("orderly.webhook.url")
class OrderlyWebhookAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(
            value = WebhookChannel.class,
            name = {"webhook", "webhookChannel"})
    WebhookChannel webhookChannel(OrderlyProperties properties) {
        Webhook webhook = properties.webhook();
        if (webhook.secret() == null) {
            throw new SettingException(
                    "orderly.webhook.secret is missing: calls are signed with it.",
                    "Set it to whsec_ and the output of: openssl rand -base64 32");
        }
        String url = Objects.requireNonNull(webhook.url());
        WebhookSecret secret = WebhookSecret.of(webhook.secret());
        return WebhookChannel.builder(webhook.source())
                .endpoint(
                        webhook.unencrypted()
                                ? WebhookEndpoint.unencrypted(url, secret)
                                : WebhookEndpoint.of(url, secret))
                .fields(webhook.fields().toArray(String[]::new))
                .build();
    }
}
