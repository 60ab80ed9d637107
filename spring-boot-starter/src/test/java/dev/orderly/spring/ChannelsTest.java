package dev.orderly.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.notification.Channel;
import dev.orderly.notification.Notification;
import dev.orderly.order.Actor;
import dev.orderly.webhook.WebhookSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;

/** Ways of telling that are beans. */
class ChannelsTest {

    @Test
    void a_bean_is_the_channel_of_its_name() {
        BlockingQueue<Notification> told = new LinkedBlockingQueue<>();

        StarterFixture.application()
                .withPropertyValues("orderly.workflow=bookstore")
                .withBean("mailChannel", Channel.class, () -> told::add)
                .run(context -> {
                    context.getBean(Orders.class).place("A-1", StarterFixture.place());

                    Notification notification = told.poll(1, TimeUnit.MINUTES);
                    assertThat(notification).isNotNull();
                    assertThat(notification.order().number()).isEqualTo("A-1");
                });
    }

    @Test
    void another_program_is_called() throws IOException {
        WebhookSecret secret = WebhookSecret.random();
        BlockingQueue<String> called = new LinkedBlockingQueue<>();
        HttpServer program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        program.createContext("/", call -> {
            called.add(call.getRequestHeaders().getFirst("webhook-signature")
                    + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        program.start();
        try {
            StarterFixture.application()
                    .withPropertyValues(
                            "orderly.workflow=classpath:kiosk.yaml",
                            "orderly.webhook.url=http://localhost:"
                                    + program.getAddress().getPort() + "/",
                            "orderly.webhook.unencrypted=true",
                            "orderly.webhook.secret=" + secret.reveal())
                    .run(context -> {
                        context.getBean(Orders.class).place("A-1", Request.of("place", Actor.of("customer")));

                        assertThat(called.poll(1, TimeUnit.MINUTES))
                                .startsWith("v1,")
                                .contains("\"source\":\"urn:orderly\"")
                                .contains("A-1");
                    });
        } finally {
            program.stop(0);
        }
    }

    @Test
    void an_application_without_the_webhooks_module_starts_and_has_no_such_channel() {
        StarterFixture.application()
                .withClassLoader(new FilteredClassLoader("dev.orderly.webhook"))
                .withPropertyValues("orderly.workflow=bookstore", "orderly.webhook.url=https://example.org/")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(Orders.class);
                    assertThat(context.containsBean("webhookChannel")).isFalse();
                });
    }

    @Test
    void a_webhook_needs_a_secret() {
        StarterFixture.application()
                .withPropertyValues("orderly.workflow=bookstore", "orderly.webhook.url=https://example.org/")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("orderly.webhook.secret is missing: calls are signed with it."));
    }
}
