package dev.orderly.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A verifier of signed calls, for receivers written in Java. Receivers in other languages use any library of Standard
 * Webhooks. Immutable and thread-safe; each method gives a changed copy.
 *
 * <p>A genuine call stays genuine for the tolerance: a receiver that must not act twice remembers {@code webhook-id}.
 */
public final class WebhookVerifier {

    private static final Duration DEFAULT_TOLERANCE = Duration.ofMinutes(5);

    private final List<WebhookSecret> secrets;
    private final Duration tolerance;
    private final Clock clock;

    private WebhookVerifier(List<WebhookSecret> secrets, Duration tolerance, Clock clock) {
        this.secrets = secrets;
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /** A verifier that knows a secret, and takes calls signed up to 5 minutes before or after the system's clock. */
    public static WebhookVerifier of(WebhookSecret secret) {
        return new WebhookVerifier(List.of(secret), DEFAULT_TOLERANCE, Clock.systemUTC());
    }

    /** A copy of this verifier that takes another secret too, while one secret is replaced by another. */
    public WebhookVerifier withSecret(WebhookSecret secret) {
        List<WebhookSecret> more = new ArrayList<>(secrets);
        more.add(secret);
        return new WebhookVerifier(List.copyOf(more), tolerance, clock);
    }

    /** A copy of this verifier with another tolerance. */
    public WebhookVerifier withTolerance(Duration around) {
        return new WebhookVerifier(secrets, around, clock);
    }

    /** A copy of this verifier with another clock. */
    public WebhookVerifier withClock(Clock source) {
        return new WebhookVerifier(secrets, tolerance, source);
    }

    /**
     * Verifies a call. How long that takes does not depend on where a wrong signature differs from the right one.
     *
     * @param header gives the value of a header by its name in lower case, null where there is none
     * @param body the body, byte for byte as it came
     */
    public WebhookVerdict verify(Function<String, @Nullable String> header, byte[] body) {
        String id = header.apply(Signature.ID);
        String signatures = header.apply(Signature.SIGNATURE);
        Optional<Instant> signedAt = time(header.apply(Signature.TIMESTAMP));
        if (id == null || signatures == null || signedAt.isEmpty()) {
            return WebhookVerdict.INCOMPLETE;
        }
        if (Duration.between(signedAt.get(), clock.instant()).abs().compareTo(tolerance) > 0) {
            return WebhookVerdict.STALE;
        }
        return isSigned(id, signedAt.get(), signatures, body) ? WebhookVerdict.GENUINE : WebhookVerdict.FORGED;
    }

    private static Optional<Instant> time(@Nullable String seconds) {
        return seconds == null || !seconds.matches("[0-9]{1,11}")
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    private boolean isSigned(String id, Instant signedAt, String signatures, byte[] body) {
        boolean signed = false;
        for (WebhookSecret secret : secrets) {
            byte[] right = bytes(Signature.by(secret, id, signedAt.getEpochSecond(), body));
            for (String signature : signatures.split(" ", -1)) {
                signed |= MessageDigest.isEqual(right, bytes(signature));
            }
        }
        return signed;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
