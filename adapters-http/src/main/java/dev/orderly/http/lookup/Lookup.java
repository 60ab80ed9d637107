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
 * Finds an order by its number for those who know its e-mail address. A number that does not exist and an address that is
 * another's get the same answer. Thread-safe.
 */
public final class Lookup {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int TRIES_OF_ORDER = 10;
    private static final int TRIES_OF_CLIENT = 60;
    private static final int ORDERS = 1 << 16;
    private static final int CLIENTS = 1 << 14;

    /** Longer than any number or address that there can be. */
    private static final int MAX_LENGTH = 400;

    private final Orders orders;
    private final Throttle byOrder;
    private final Throttle byClient;

    /** A lookup in these orders. It takes about 13 MB, however many try. */
    public Lookup(Orders orders, Clock clock) {
        this.orders = orders;
        byOrder = new Throttle(TRIES_OF_ORDER, WINDOW, ORDERS, clock);
        byClient = new Throttle(TRIES_OF_CLIENT, WINDOW, CLIENTS, clock);
    }

    /**
     * Looks an order up.
     *
     * @param client the network address of whoever asks
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

    /** Digests are of one length, so that comparing them tells nothing about how alike the addresses are. */
    private static byte[] digest(String email) {
        String normal =
                Normalizer.normalize(email.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        try {
            return MessageDigest.getInstance("SHA-256").digest(normal.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What came of a lookup. */
    public sealed interface Answer permits Found, Unknown, TooMany {}

    /** The order, of somebody who may see it. */
    public record Found(Order order) implements Answer {}

    /** There is no such order, or it is another's: nobody is told which. */
    public record Unknown() implements Answer {}

    /**
     * Too many tries.
     *
     * @param retryAfter how long to wait
     */
    public record TooMany(Duration retryAfter) implements Answer {}
}
