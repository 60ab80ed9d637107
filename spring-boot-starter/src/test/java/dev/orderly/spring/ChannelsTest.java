package dev.orderly.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.notification.Channel;
import dev.orderly.notification.Notification;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Ways of telling that are beans. */
class ChannelsTest {

    @Test
    void a_bean_is_the_channel_of_its_name() {
        BlockingQueue<Notification> told = new LinkedBlockingQueue<>();

        Shop.application()
                .withPropertyValues("orderly.workflow=bookstore")
                .withBean("mailChannel", Channel.class, () -> told::add)
                .run(context -> {
                    context.getBean(Orders.class).place("A-1", Shop.place());

                    Notification notification = told.poll(1, TimeUnit.MINUTES);
                    assertThat(notification).isNotNull();
                    assertThat(notification.order().number()).isEqualTo("A-1");
                });
    }

    @Test
    void a_webhook_needs_a_secret() {
        Shop.application()
                .withPropertyValues("orderly.workflow=bookstore", "orderly.webhook.url=https://example.org/")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("orderly.webhook.secret is missing: calls are signed with it."));
    }
}
