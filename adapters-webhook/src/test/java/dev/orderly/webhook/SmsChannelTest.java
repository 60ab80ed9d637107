package dev.orderly.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orderly.notification.DeliveryException;
import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import dev.orderly.notification.Recipients;
import dev.orderly.notification.RenderedMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SmsChannelTest {

    private static final Notification SHIPPED = NotificationFixture.shipped("2026/118", "customer");
    private static final WebhookSecret SECRET = WebhookSecret.random();

    private final List<String> sent = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "+48 123 456 789, +48123456789",
        "0048 (12) 345-67-89, +48123456789",
        "+7 912 345 67 89, +79123456789",
        "+30 210.123.4567, +302101234567",
        "' +359/2/1234567 ', +35921234567",
    })
    void a_number_is_brought_into_the_form_of_e164(String written, String phone) {
        channelTo(written).send(SHIPPED);

        assertThat(sent).containsExactly(phone + " | Paczka 2026/118 (pl) | 2026/118/4/0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"123 456 789", "0123456789", "+0123456789", "+48", "+1234567890123456", "jan@kowalski.example"})
    void a_number_of_no_country_is_not_guessed_at_and_not_repeated(String written) {
        DeliveryException problem = problem(channelTo(written));

        assertThat(problem)
                .hasMessage("the phone number of the role customer is not in international form, such as +48123456789:"
                        + " correct it and send again");
        assertThat(problem.isPermanent()).isTrue();
        assertThat(sent).isEmpty();
    }

    @Test
    void the_number_can_stand_in_a_field_of_the_order_and_without_one_nothing_is_sent() {
        Recipients phones = SmsChannel.phonesIn("tracking-number");
        assertThat(phones.of(SHIPPED)).contains(Recipient.of("6200001").withLanguage("pl"));
        assertThat(phones.of(NotificationFixture.shipped("1", "staff"))).isEmpty();
        assertThat(SmsChannel.phonesIn("phone").of(SHIPPED)).isEmpty();

        SmsChannel.of(this::take, SmsChannel.phonesIn("phone"), (n, r) -> says("text"))
                .send(SHIPPED);
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 671})
    void a_text_of_no_length_or_of_too_much_is_a_mistake_in_its_template(int length) {
        DeliveryException problem = problem(SmsChannel.of(
                this::take, n -> Optional.of(Recipient.of("+48123456789")), (n, r) -> says("ж".repeat(length))));

        assertThat(problem)
                .hasMessage("the text message to the role customer has " + length
                        + " characters, but must have 1 to 670: correct its template and send again");
        assertThat(problem.isPermanent()).isTrue();
    }

    @Test
    void a_gateway_behind_a_webhook_gets_a_signed_event() throws IOException {
        try (Endpoint endpoint = Endpoint.answering(202)) {
            WebhookSmsGateway gateway = WebhookSmsGateway.of(
                    WebhookEndpoint.unencrypted(endpoint.url("/sms"), SECRET), "https://shop.example");
            SmsChannel.of(gateway, n -> Optional.of(Recipient.of("+48123456789")), (n, r) -> says("Paczka czeka"))
                    .send(SHIPPED);

            Endpoint.Call call = endpoint.calls().get(0);
            JsonNode event = new JsonMapper().readTree(call.body());
            assertThat(event.path("type").asString()).isEqualTo("dev.orderly.sms");
            assertThat(event.path("data").toString())
                    .isEqualTo(new JsonMapper()
                            .readTree("{\"phone\": \"+48123456789\", \"text\": \"Paczka czeka\"}")
                            .toString());
            assertThat(call.header("webhook-id")).isEqualTo("2026/118/4/0");
            assertThat(WebhookVerifier.of(SECRET).verify(call::header, call.body()))
                    .isEqualTo(WebhookVerdict.GENUINE);
        }
    }

    @Test
    void a_gateway_that_fails_is_tried_again() throws IOException {
        try (Endpoint endpoint = Endpoint.answering(503)) {
            WebhookSmsGateway gateway = WebhookSmsGateway.of(
                    WebhookEndpoint.unencrypted(endpoint.url("/sms"), SECRET),
                    "https://shop.example",
                    SignedPost.defaultClient(),
                    Duration.ofSeconds(5),
                    Clock.systemUTC());

            assertThatThrownBy(() -> gateway.send("+48123456789", "Paczka czeka", "1/1/0"))
                    .isInstanceOf(DeliveryException.class)
                    .hasMessage(endpoint.origin() + " answered 503")
                    .hasNoCause();
        }
    }

    private SmsChannel channelTo(String phone) {
        return SmsChannel.of(
                this::take,
                n -> Optional.of(Recipient.of(phone).withLanguage("pl")),
                (n, r) -> says(" Paczka " + n.order().number() + " (" + r.language() + ")\n"));
    }

    private static RenderedMessage says(String text) {
        return RenderedMessage.of("pl", text);
    }

    private void take(String phone, String text, String id) {
        sent.add(phone + " | " + text + " | " + id);
    }

    private static DeliveryException problem(SmsChannel channel) {
        DeliveryException problem = catchThrowableOfType(DeliveryException.class, () -> channel.send(SHIPPED));
        assertThat(problem).isNotNull();
        return problem;
    }
}
