package dev.orderly.jdbc;

import dev.orderly.Orders;
import dev.orderly.order.Activity;
import dev.orderly.order.Comment;
import dev.orderly.order.Evolution;
import dev.orderly.order.HashChain;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Redaction;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.Change;
import dev.orderly.store.OrderStore;
import dev.orderly.store.StoredOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * A person who can write to the database, knows how hashes are made, and writes entry and row as the library would, but has no
 * key.
 */
final class Forger {

    /** 43 characters, as an HMAC has. */
    private static final String MADE_UP = "0123456789_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef";

    private final OrderStore store;

    Forger(DataSource source) {
        store = JdbcOrderStore.builder(source)
                .guardCheck(StartupCheck.SKIP)
                .durabilityCheck(StartupCheck.SKIP)
                .build();
    }

    /** What is tried where no entry has a key, by a name of each. */
    Map<String, Consumer<String>> withoutKeys() {
        Map<String, Consumer<String>> tries = new LinkedHashMap<>();
        tries.put("a comment of another's", number -> comment(number, now(), UnaryOperator.identity()));
        tries.put("a step that nobody took", this::ship);
        tries.put("an order that nobody placed", number -> place(number + "-0"));
        return tries;
    }

    /** What is tried where entries have a key, whose id everybody can see in the hashes. */
    Map<String, Consumer<String>> withKeys(String id) {
        Map<String, Consumer<String>> tries = withoutKeys();
        tries.put(
                "a hash that looks like one with the key",
                number -> comment(number, now(), hash -> "hmac:" + id + ":" + MADE_UP));
        tries.put(
                "a hash that looks like one with another key",
                number -> comment(number, now(), hash -> "hmac:newer:" + MADE_UP));
        return tries;
    }

    void comment(String number, Instant at, UnaryOperator<String> hash) {
        long next = store.find(number).orElseThrow().order().sequence() + 1;
        append(
                number,
                Comment.builder(next, JdbcFixture.CUSTOMER, at, "never mind").build(),
                hash);
    }

    private void ship(String number) {
        long next = store.find(number).orElseThrow().order().sequence() + 1;
        TransitionEntry entry = TransitionEntry.builder(next, JdbcFixture.STAFF, now(), "ship", "sent")
                .from("new")
                .build();
        append(number, entry, UnaryOperator.identity());
    }

    /** As fine as databases keep it. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    void place(String number) {
        Orders.builder(store).workflow(JdbcFixture.FIRST).build().place(number, JdbcFixture.place());
    }

    private void append(String number, Activity given, UnaryOperator<String> hash) {
        StoredOrder before = store.find(number).orElseThrow();
        Redaction redaction = Redaction.of("salt");
        String right = HashChain.next(before.hash(), given, redaction);
        store.append(new Change(
                new Evolution(JdbcFixture.FIRST).apply(before.order(), given),
                new HistoryEntry(given, hash.apply(right), redaction),
                null,
                Map.of(),
                List.of()));
    }

    /** The hashes of a history as they would be without keys, by the number of the entry. */
    static Map<Long, String> hashesWithoutKeys(List<HistoryEntry> entries) {
        Map<Long, String> hashes = new LinkedHashMap<>();
        String hash = HashChain.START;
        for (HistoryEntry entry : entries) {
            hash = HashChain.next(hash, entry.activity(), entry.redaction());
            hashes.put(entry.activity().sequence(), hash);
        }
        return hashes;
    }
}
