package dev.orderly.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.file.Presets;
import dev.orderly.http.ClientAddress;
import dev.orderly.http.OrderlyServlet;
import dev.orderly.http.access.Access;
import dev.orderly.http.live.ChangeFeed;
import dev.orderly.http.metrics.OrderlyMetrics;
import dev.orderly.mail.Links;
import dev.orderly.mail.MailComposer;
import dev.orderly.mail.SmtpChannel;
import dev.orderly.mail.template.MessageTexts;
import dev.orderly.notification.Channel;
import dev.orderly.notification.Dispatcher;
import dev.orderly.notification.MessageRenderer;
import dev.orderly.order.ChainKeys;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import dev.orderly.webhook.WebhookChannel;
import dev.orderly.webhook.WebhookEndpoint;
import dev.orderly.webhook.WebhookSecret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** Whatever the starter gives, an application can give itself. */
class ReplacementTest {

    private static final Orders ORDERS = Orders.inMemory(Presets.bookstore());
    private static final MessageTexts TEXTS = MessageTexts.of("A shop");
    private static final MailComposer COMPOSER =
            MailComposer.builder("shop@example.org", "A shop").texts(TEXTS).build();
    private static final WebhookEndpoint ENDPOINT = WebhookEndpoint.of("https://example.org/", WebhookSecret.random());
    private static final Channel SILENT = notification -> {};

    static Stream<Arguments> beans() {
        return Stream.of(
                of(ChainKeys.class, ChainKeys.NONE),
                of(OrderStore.class, new InMemoryOrderStore()),
                of(Orders.class, ORDERS),
                of(Links.class, Links.NONE),
                of(MessageRenderer.class, TEXTS),
                of(MailComposer.class, COMPOSER),
                of(
                        SmtpChannel.class,
                        SmtpChannel.builder("localhost", 25, COMPOSER).build()),
                of(
                        WebhookChannel.class,
                        WebhookChannel.builder("urn:shop").endpoint(ENDPOINT).build()),
                of(
                        Dispatcher.class,
                        Dispatcher.builder(new InMemoryOrderStore())
                                .channel("mail", SILENT)
                                .build()),
                of(ChangeFeed.class, new ChangeFeed()),
                of(Access.class, Access.none()),
                of(ClientAddress.class, ClientAddress.ofConnection()),
                of(OrderlyServlet.class, OrderlyServlet.builder(ORDERS).build()),
                of(OrderlyMetrics.class, OrderlyMetrics.of(new SimpleMeterRegistry())));
    }

    private static <T> Arguments of(Class<T> type, T bean) {
        return Arguments.of(type, bean);
    }

    private static WebApplicationContextRunner application() {
        return new WebApplicationContextRunner()
                .withUserConfiguration(StarterFixture.Application.class)
                .withPropertyValues(
                        "spring.datasource.url=" + StarterFixture.emptyDatabase(),
                        "orderly.workflow=bookstore",
                        "orderly.sweep.every=0",
                        "orderly.mail.host=localhost",
                        "orderly.mail.from=shop@example.org",
                        "orderly.mail.shop=A shop",
                        "orderly.webhook.url=https://example.org/",
                        "orderly.webhook.secret=" + WebhookSecret.random().reveal());
    }

    @Test
    void an_application_that_gives_none_of_them_gets_one_of_each() {
        application()
                .run(context -> assertThat(beans())
                        .allSatisfy(bean -> assertThat(context).hasSingleBean((Class<?>) bean.get()[0])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beans")
    <T> void a_bean_takes_the_place_of(Class<T> type, T bean) {
        application().withBean("own", type, () -> bean).run(context -> {
            assertThat(context).hasSingleBean(type);
            assertThat(context.getBean(type)).isSameAs(bean);
        });
    }
}
