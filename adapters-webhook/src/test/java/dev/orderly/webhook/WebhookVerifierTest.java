package dev.orderly.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookVerifierTest {

    /** The example that the libraries of Standard Webhooks are tested with. */
    private static final String KNOWN_ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";

    private static final long KNOWN_TIME = 1614265330;
    private static final byte[] KNOWN_BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String KNOWN_SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final WebhookSecret SECRET = WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    @Test
    void the_signature_is_that_of_standard_webhooks() {
        assertThat(Signature.by(List.of(SECRET), KNOWN_ID, KNOWN_TIME, KNOWN_BODY))
                .isEqualTo(KNOWN_SIGNATURE);
        assertThat(verdict(Map.of())).isEqualTo(WebhookVerdict.GENUINE);
    }

    @ParameterizedTest
    @CsvSource({
        "webhook-id, msg_other",
        "webhook-timestamp, 1614265331",
        "webhook-signature, 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OF='",
        "webhook-signature, 'v1,'",
        "webhook-signature, 'v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='",
        "webhook-signature, ''",
    })
    void a_changed_header_is_forged(String header, String value) {
        assertThat(verdict(Map.of(header, value))).isEqualTo(WebhookVerdict.FORGED);
    }

    @Test
    void a_changed_body_or_another_secret_is_forged() {
        byte[] other = "{\"test\": 2432232315}".getBytes(StandardCharsets.UTF_8);
        assertThat(verifier(SECRET).verify(call(Map.of())::get, other)).isEqualTo(WebhookVerdict.FORGED);
        assertThat(verifier(WebhookSecret.random()).verify(call(Map.of())::get, KNOWN_BODY))
                .isEqualTo(WebhookVerdict.FORGED);
    }

    @Test
    void one_good_signature_among_others_is_enough_and_so_is_one_known_secret() {
        String several = "v1a,xyz v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= " + KNOWN_SIGNATURE;
        assertThat(verdict(Map.of("webhook-signature", several))).isEqualTo(WebhookVerdict.GENUINE);
        assertThat(verifier(WebhookSecret.random()).withSecret(SECRET).verify(call(Map.of())::get, KNOWN_BODY))
                .isEqualTo(WebhookVerdict.GENUINE);
    }

    @ParameterizedTest
    @CsvSource({"-300, GENUINE", "300, GENUINE", "-301, STALE", "301, STALE"})
    void the_time_of_signing_must_be_near(long seconds, WebhookVerdict expected) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(KNOWN_TIME + seconds), ZoneOffset.UTC);
        assertThat(verifier(SECRET).withClock(clock).verify(call(Map.of())::get, KNOWN_BODY))
                .isEqualTo(expected);
    }

    @Test
    void the_tolerance_can_be_another() {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(KNOWN_TIME + 11), ZoneOffset.UTC);
        assertThat(verifier(SECRET)
                        .withClock(clock)
                        .withTolerance(Duration.ofSeconds(10))
                        .verify(call(Map.of())::get, KNOWN_BODY))
                .isEqualTo(WebhookVerdict.STALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void a_missing_header_makes_it_no_webhook(String name) {
        Map<String, String> headers = call(Map.of());
        headers.remove(name);
        assertThat(verifier(SECRET).verify(headers::get, KNOWN_BODY)).isEqualTo(WebhookVerdict.INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "-1614265330", "1614265330.5", "99999999999999999999", ""})
    void a_time_that_is_none_makes_it_no_webhook(String time) {
        assertThat(verdict(Map.of("webhook-timestamp", time))).isEqualTo(WebhookVerdict.INCOMPLETE);
    }

    @Test
    void a_secret_is_taken_as_it_was_revealed_and_never_shown_otherwise() {
        WebhookSecret made = WebhookSecret.random();
        assertThat(made).hasToString("WebhookSecret[hidden]");
        assertThat(made.reveal()).startsWith("whsec_").hasSize(6 + 44);
        assertThat(WebhookSecret.of(made.reveal()).reveal()).isEqualTo(made.reveal());
    }

    @Test
    void a_secret_that_is_too_short_or_no_base64_is_refused() {
        assertThatThrownBy(() -> WebhookSecret.of("whsec_c2hvcnQ="))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a webhook's secret must have 24 to 64 bytes, but has 5: make one with"
                        + " WebhookSecret.random()");
        assertThatThrownBy(() -> WebhookSecret.of("not base64!"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a webhook's secret must be whsec_ and Base64, but it is no Base64");
    }

    @ParameterizedTest
    @CsvSource({
        "http://partner.example/hook, 'a webhook''s URL must begin with https:// and a host, but http://partner.example"
                + " does not; see WebhookEndpoint.unencrypted'",
        "https:///hook, 'a webhook''s URL must begin with https:// and a host, but https://null does not; see"
                + " WebhookEndpoint.unencrypted'",
        "https://user:pw@partner.example/, 'the URL of the webhook to https://partner.example has a user''s name or a"
                + " fragment: leave it out'",
        "https://partner.example/#top, 'the URL of the webhook to https://partner.example has a user''s name or a"
                + " fragment: leave it out'",
        "'https://partner.example/a b', 'a webhook''s URL is none: look for spaces and brackets in it'",
    })
    void a_url_that_is_not_safe_is_refused(String url, String message) {
        assertThatThrownBy(() -> WebhookEndpoint.of(url, SECRET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void an_endpoint_shows_only_whom_it_calls() {
        assertThat(WebhookEndpoint.of("HTTPS://partner.example:8443/T0/B0/secret?token=x", SECRET))
                .hasToString("HTTPS://partner.example:8443");
    }

    private static WebhookVerdict verdict(Map<String, String> changed) {
        return verifier(SECRET).verify(call(changed)::get, KNOWN_BODY);
    }

    private static WebhookVerifier verifier(WebhookSecret secret) {
        return WebhookVerifier.of(secret).withClock(Clock.fixed(Instant.ofEpochSecond(KNOWN_TIME), ZoneOffset.UTC));
    }

    private static Map<String, String> call(Map<String, String> changed) {
        Map<String, String> headers = new HashMap<>(Map.of(
                "webhook-id", KNOWN_ID,
                "webhook-timestamp", Long.toString(KNOWN_TIME),
                "webhook-signature", KNOWN_SIGNATURE));
        headers.putAll(changed);
        return headers;
    }
}
