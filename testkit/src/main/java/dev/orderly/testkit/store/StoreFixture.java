package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.CUSTOMER;
import static dev.orderly.testkit.store.OrderScript.SHOP;
import static dev.orderly.testkit.store.OrderScript.START;

import dev.orderly.order.Attachment;
import dev.orderly.order.Comment;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.order.Visibility;
import dev.orderly.store.Change;
import dev.orderly.store.ConflictException;
import dev.orderly.store.OrderStore;
import dev.orderly.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** An empty store that knows the shop's workflow, anew for each test, and short ways to write to it and to read it. */
abstract class StoreFixture {

    static final int THREADS = 8;
    static final Workflow NEXT_VERSION = SHOP.nextVersion().build();

    OrderStore store;

    /** An empty store. */
    protected abstract OrderStore newStore();

    @BeforeEach
    void openStore() {
        store = newStore();
        store.register(SHOP);
    }

    final Order write(Change change) {
        store.append(change);
        return change.after();
    }

    /** Whether a change was written; a conflict is the only failure that there may be. */
    final boolean wins(Change change) {
        try {
            store.append(change);
            return true;
        } catch (ConflictException e) {
            return false;
        }
    }

    final Order found(String number) {
        return store.find(number).orElseThrow().order();
    }

    final History history(String number) {
        return store.history(number).orElseThrow();
    }

    static List<String> numbers(List<Order> orders) {
        return orders.stream().map(Order::number).toList();
    }

    static Instant hours(long hours) {
        return START.plus(Duration.ofHours(hours));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Comment comment(
            long sequence, String text, @Nullable String id, Visibility visibility, Attachment... files) {
        return Comment.builder(sequence, CUSTOMER, hours(sequence), text)
                .visibility(visibility)
                .attachments(List.of(files))
                .requestId(id)
                .build();
    }
}
