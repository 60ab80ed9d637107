package dev.orderly.http.lookup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Issues and verifies tickets. A ticket is signed, and lets the page of one order act on that order for a short time
 * after a lookup. It is sent only in bodies and headers, never in an address. Thread-safe.
 */
public final class Tickets {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final int MAX_LENGTH = 1000;

    private final Secret secret;
    private final Duration life;
    private final Clock clock;

    /**
     * Tickets that a secret signs.
     *
     * @param secret at least 32 random bytes that all nodes share; null for some that last as long as the process
     * @param life for how long a ticket is good
     * @throws IllegalArgumentException if the secret is too short
     */
    public Tickets(byte @Nullable [] secret, Duration life, Clock clock) {
        this.secret = secret == null ? Secret.random() : Secret.of(secret);
        this.life = life;
        this.clock = clock;
    }

    /** A ticket for an order. */
    public String issue(String number) {
        String body = ENCODER.encodeToString(number.getBytes(StandardCharsets.UTF_8)) + "."
                + clock.instant().plus(life).getEpochSecond();
        return body + "." + ENCODER.encodeToString(secret.sign(body));
    }

    /** The number of the order that a ticket is for; empty if it is forged, damaged or too old. */
    public Optional<String> number(String ticket) {
        int end = ticket.lastIndexOf('.');
        int middle = ticket.lastIndexOf('.', end - 1);
        if (ticket.length() > MAX_LENGTH || middle < 1) {
            return Optional.empty();
        }
        try {
            String body = ticket.substring(0, end);
            if (!MessageDigest.isEqual(secret.sign(body), DECODER.decode(ticket.substring(end + 1)))) {
                return Optional.empty();
            }
            Instant expires = Instant.ofEpochSecond(Long.parseLong(ticket.substring(middle + 1, end)));
            return clock.instant().isBefore(expires)
                    ? Optional.of(new String(DECODER.decode(ticket.substring(0, middle)), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException e) { // neither Base64 nor a number
            return Optional.empty();
        }
    }
}
