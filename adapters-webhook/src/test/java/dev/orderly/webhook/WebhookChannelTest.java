package dev.orderly.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orderly.Orders;
import dev.orderly.notification.DeliveryException;
import dev.orderly.notification.Notification;
import dev.orderly.order.Actor;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookChannelTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final WebhookSecret SECRET = WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final Notification SHIPPED = NotificationFixture.shipped("2026/118", "partner");

    @Test
    void a_transition_becomes_a_cloud_event_without_anything_personal() throws IOException {
        try (Endpoint endpoint = Endpoint.answering(204)) {
            channel(endpoint)
                    .fields("tracking-number", "nothing-of-this-name")
                    .build()
                    .send(SHIPPED);

            Endpoint.Call call = endpoint.calls().get(0);
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.header("content-type")).isEqualTo("application/cloudevents+json");
            assertThat(json(call.body())).isEqualTo(json("""
                    {"specversion": "1.0", "id": "2026/118/4/0", "source": "https://shop.example",
                     "type": "dev.orderly.order.transition", "subject": "2026/118", "time": "2026-03-02T11:00:00.500Z",
                     "datacontenttype": "application/json",
                     "data": {"order": "2026/118", "workflow": "bookstore", "version": 1, "status": "shipped",
                              "done": false, "sequence": 4, "recipient": "partner", "by": "staff",
                              "event": "ship", "from": "awaiting-packing", "to": "shipped",
                              "fields": {"tracking-number": "6200001"}}}
                    """.getBytes(StandardCharsets.UTF_8)));
            assertThat(new String(call.body(), StandardCharsets.UTF_8)).doesNotContainIgnoringCase("kowalski", "anna");
        }
    }

    @Test
    void a_comment_becomes_an_event_without_its_text() throws IOException {
        Orders orders = NotificationFixture.order("7");
        try (Endpoint endpoint = Endpoint.answering(200)) {
            channel(endpoint).build().send(NotificationFixture.last(orders, "7", "staff"));

            JsonNode event = json(endpoint.calls().get(0).body());
            assertThat(event.path("type").asString()).isEqualTo("dev.orderly.order.comment");
            assertThat(event.path("data").path("attachments").asInt(-1)).isZero();
            assertThat(event.toString()).doesNotContain("at home");
        }
    }

    @Test
    void a_notification_preference_becomes_an_event() throws IOException {
        Orders orders = NotificationFixture.order("7");
        orders.mute("7", Actor.of("customer"), true);
        try (Endpoint endpoint = Endpoint.answering(200)) {
            channel(endpoint).build().send(NotificationFixture.last(orders, "7", "staff"));

            JsonNode event = json(endpoint.calls().get(0).body());
            assertThat(event.path("type").asString()).isEqualTo("dev.orderly.order.notification-preference");
            assertThat(event.path("data").path("muted").asBoolean()).isTrue();
        }
    }

    @Test
    void the_receiver_verifies_a_call_by_either_secret() throws IOException {
        WebhookSecret old = WebhookSecret.random();
        try (Endpoint endpoint = Endpoint.answering(200)) {
            WebhookEndpoint rotating =
                    WebhookEndpoint.unencrypted(endpoint.url("/hook"), SECRET).withSecret(old);
            WebhookChannel.builder("https://shop.example")
                    .endpoint(rotating)
                    .clock(CLOCK)
                    .build()
                    .send(SHIPPED);

            Endpoint.Call call = endpoint.calls().get(0);
            for (WebhookSecret known : new WebhookSecret[] {SECRET, old}) {
                WebhookVerifier verifier = WebhookVerifier.of(known).withClock(CLOCK);
                assertThat(verifier.verify(call::header, call.body())).isEqualTo(WebhookVerdict.GENUINE);
            }
        }
    }

    @Test
    void an_id_is_the_same_when_it_is_tried_again_and_the_signed_time_is_not() throws IOException {
        AtomicLong seconds = new AtomicLong();
        Clock ticking = new Clock() {
            @Override
            public Instant instant() {
                return NOW.plusSeconds(seconds.getAndIncrement());
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        try (Endpoint endpoint = Endpoint.answering(500)) {
            WebhookChannel channel = channel(endpoint).clock(ticking).build();
            assertThatThrownBy(() -> channel.send(SHIPPED)).isInstanceOf(DeliveryException.class);
            assertThatThrownBy(() -> channel.send(SHIPPED)).isInstanceOf(DeliveryException.class);

            assertThat(endpoint.calls()).extracting(c -> c.header("webhook-id")).containsOnly("2026/118/4/0");
            assertThat(endpoint.calls())
                    .extracting(c -> c.header("webhook-timestamp"))
                    .containsExactly("1772625600", "1772625601");
        }
    }

    @Test
    void a_number_that_no_header_can_carry_is_written_in_percent_signs() throws IOException {
        try (Endpoint endpoint = Endpoint.answering(200)) {
            channel(endpoint).build().send(NotificationFixture.shipped("Заказ 1.2%", "partner"));

            Endpoint.Call call = endpoint.calls().get(0);
            String id = "%D0%97%D0%B0%D0%BA%D0%B0%D0%B7%201%2E2%25/4/0";
            assertThat(call.header("webhook-id")).isEqualTo(id);
            assertThat(json(call.body()).path("id").asString()).isEqualTo(id);
            assertThat(json(call.body()).path("subject").asString()).isEqualTo("Заказ 1.2%");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void a_problem_that_may_pass_is_tried_again(int status) throws IOException {
        try (Endpoint endpoint = Endpoint.answering(status)) {
            DeliveryException problem = problem(channel(endpoint).build());

            assertThat(problem).hasMessage(endpoint.origin() + " answered " + status);
            assertThat(problem.isPermanent()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 410, 422})
    void a_refusal_is_not_tried_again_and_its_problem_shows_no_path(int status) throws IOException {
        try (Endpoint endpoint = Endpoint.answering(status)) {
            DeliveryException problem = problem(channel(endpoint).build());

            assertThat(problem).hasMessage(endpoint.origin() + " answered " + status);
            assertThat(problem.isPermanent()).isTrue();
        }
    }

    @Test
    void a_redirect_is_not_followed() throws IOException {
        try (Endpoint elsewhere = Endpoint.answering(200);
                Endpoint endpoint = Endpoint.answering(exchange -> {
                    exchange.getResponseHeaders().set("location", elsewhere.url("/"));
                    exchange.sendResponseHeaders(307, -1);
                })) {
            DeliveryException problem = problem(channel(endpoint).build());

            assertThat(problem)
                    .hasMessage(endpoint.origin()
                            + " answered 307, a redirect, and those are not followed: enter the new URL");
            assertThat(problem.isPermanent()).isTrue();
            assertThat(elsewhere.calls()).isEmpty();
        }
    }

    @Test
    void an_endpoint_that_does_not_answer_in_time_is_tried_again() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (Endpoint endpoint = Endpoint.answering(exchange -> await(over))) {
            DeliveryException problem =
                    problem(channel(endpoint).timeout(Duration.ofMillis(300)).build());

            assertThat(problem).hasMessage(endpoint.origin() + " did not answer within 300 ms");
            assertThat(problem.isPermanent()).isFalse();
            over.countDown();
        }
    }

    @Test
    void an_endpoint_that_took_it_and_never_stops_talking_has_taken_it() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (Endpoint endpoint = Endpoint.answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            await(over);
        })) {
            channel(endpoint).timeout(Duration.ofMillis(300)).build().send(SHIPPED);

            assertThat(endpoint.calls()).hasSize(1);
            over.countDown();
        }
    }

    @Test
    void a_huge_answer_is_not_read_to_its_end() throws Exception {
        AtomicLong written = new AtomicLong();
        CountDownLatch broken = new CountDownLatch(1);
        try (Endpoint endpoint = Endpoint.answering(exchange -> {
            exchange.sendResponseHeaders(503, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (byte[] some = new byte[1 << 20]; written.get() < 1L << 30; written.addAndGet(some.length)) {
                    body.write(some);
                }
            } catch (IOException e) {
                broken.countDown();
            }
        })) {
            DeliveryException problem = problem(channel(endpoint).build());

            assertThat(problem).hasMessage(endpoint.origin() + " answered 503");
            broken.await();
            assertThat(written.get()).isLessThan(1L << 30);
        }
    }

    @Test
    void an_endpoint_that_is_not_there_is_tried_again() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        WebhookChannel channel = WebhookChannel.builder("https://shop.example")
                .endpoint(WebhookEndpoint.unencrypted("http://127.0.0.1:" + port + "/secret?token=x", SECRET))
                .build();

        DeliveryException problem = problem(channel);

        assertThat(problem).hasMessage("http://127.0.0.1:" + port + " could not be reached: ConnectException");
        assertThat(problem.isPermanent()).isFalse();
    }

    @Test
    void a_thread_that_is_interrupted_gives_up_and_stays_interrupted() throws IOException {
        try (Endpoint endpoint = Endpoint.answering(200)) {
            Thread.currentThread().interrupt();

            DeliveryException problem = problem(channel(endpoint).build());

            assertThat(Thread.interrupted()).isTrue();
            assertThat(problem).hasMessage("the call of " + endpoint.origin() + " was interrupted");
            assertThat(problem.isPermanent()).isFalse();
        }
    }

    @Test
    void each_role_has_its_own_endpoint_and_who_wants_none_gets_none() throws IOException {
        try (Endpoint partners = Endpoint.answering(200);
                Endpoint others = Endpoint.answering(200)) {
            WebhookChannel channel = channel(others)
                    .endpoint("partner", WebhookEndpoint.unencrypted(partners.url("/"), SECRET))
                    .endpoints("seller", notification -> Optional.empty())
                    .build();

            channel.send(SHIPPED);
            channel.send(NotificationFixture.shipped("1", "seller"));
            channel.send(NotificationFixture.shipped("1", "staff"));

            assertThat(partners.calls()).hasSize(1);
            assertThat(others.calls()).hasSize(1);
        }
    }

    @Test
    void a_role_without_an_endpoint_makes_a_permanent_problem() throws IOException {
        try (Endpoint endpoint = Endpoint.answering(200)) {
            WebhookChannel channel = WebhookChannel.builder("https://shop.example")
                    .endpoint("seller", WebhookEndpoint.unencrypted(endpoint.url("/"), SECRET))
                    .build();

            DeliveryException problem = problem(channel);

            assertThat(problem)
                    .hasMessage("there is no webhook for the role partner: give the channel an endpoint for it");
            assertThat(problem.isPermanent()).isTrue();
        }
    }

    @Test
    void a_channel_without_an_endpoint_or_with_a_client_that_follows_redirects_is_not_built() {
        assertThatThrownBy(() -> WebhookChannel.builder("https://shop.example").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a channel of webhooks needs an endpoint: give one to endpoint(…)");
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        assertThatThrownBy(() -> WebhookChannel.builder("https://shop.example")
                        .endpoint(WebhookEndpoint.of("https://partner.example/", SECRET))
                        .client(following)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the client of a webhook must not follow redirects, for whoever answers could send the call"
                        + " anywhere: use Redirect.NEVER");
    }

    private static WebhookChannelBuilder channel(Endpoint endpoint) {
        return WebhookChannel.builder("https://shop.example")
                .endpoint(WebhookEndpoint.unencrypted(endpoint.url("/hook/0a1b2c?token=secret"), SECRET));
    }

    private static DeliveryException problem(WebhookChannel channel) {
        DeliveryException problem = catchThrowableOfType(DeliveryException.class, () -> channel.send(SHIPPED));
        assertThat(problem).isNotNull();
        return problem;
    }

    private static JsonNode json(byte[] text) {
        return new JsonMapper().readTree(text);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
