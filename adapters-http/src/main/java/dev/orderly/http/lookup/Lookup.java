package dev.orderly.http.lookup;

import dev.orderly.Orders;
import dev.orderly.order.Order;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds an order by its number and e-mail address. An unknown number and a wrong address get the same answer.
 * Thread-safe.
 */
public final class Lookup {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int TRIES_OF_ORDER = 10;
    private static final int TRIES_OF_CLIENT = 60;
    private static final int ORDERS = 1 << 16;
    private static final int CLIENTS = 1 << 14;

    /** More characters than any number or address has. */
    private static final int MAX_LENGTH = 400;

    private final Orders orders;
    private final Throttle byOrder;
    private final Throttle byClient;

    /** A lookup in these orders. It takes about 13 MB of memory, whatever the number of attempts. */
    public Lookup(Orders orders, Clock clock) {
        this.orders = orders;
        byOrder = new Throttle(TRIES_OF_ORDER, WINDOW, ORDERS, clock);
        byClient = new Throttle(TRIES_OF_CLIENT, WINDOW, CLIENTS, clock);
    }

    /**
     * Looks an order up.
     *
     * @param client the network address of the client
     */
    public Answer find(String number, String email, String client) {
        String wanted = number.strip();
        Optional<Duration> wait = byClient.attempt(client);
        if (wait.isEmpty() && wanted.length() <= MAX_LENGTH) {
            wait = byOrder.attempt(wanted);
        }
        if (wait.isPresent()) {
            return new TooMany(wait.get());
        }
        if (wanted.isEmpty() || wanted.length() > MAX_LENGTH || email.length() > MAX_LENGTH) {
            return new Unknown();
        }
        Optional<Order> order = orders.find(wanted);
        String known = order.map(o -> o.customer().email()).orElse(null);
        boolean same = MessageDigest.isEqual(digest(known == null ? "" : known), digest(email));
        return order.isPresent() && known != null && !known.isBlank() && same ? new Found(order.get()) : new Unknown();
    }

    /**
     * Digests are of one length, so that the time of comparing them does not depend on how similar the addresses are.
     */
    private static byte[] digest(String email) {
        String normal =
                Normalizer.normalize(email.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        try {
            return MessageDigest.getInstance("SHA-256").digest(normal.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The result of a lookup. */
    public sealed interface Answer permits Found, Unknown, TooMany {}

    /** The order that has both. */
    public record Found(Order order) implements Answer {}

    /** No order has both; whether the number exists is not revealed. */
    public record Unknown() implements Answer {}

    /**
     * Too many attempts.
     *
     * @param retryAfter how long to wait
     */
    public record TooMany(Duration retryAfter) implements Answer {}
}
