package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.CUSTOMER;
import static dev.orderly.testkit.store.OrderScript.SHOP;
import static dev.orderly.testkit.store.OrderScript.STAFF;
import static dev.orderly.testkit.store.OrderScript.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.decision.Request;
import dev.orderly.order.Activity;
import dev.orderly.order.Attachment;
import dev.orderly.order.Comment;
import dev.orderly.order.Customer;
import dev.orderly.order.ErasureEntry;
import dev.orderly.order.Evolution;
import dev.orderly.order.HashChain;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import dev.orderly.order.Placement;
import dev.orderly.order.Redaction;
import dev.orderly.order.TransitionEntry;
import dev.orderly.order.Visibility;
import dev.orderly.store.Change;
import dev.orderly.store.ConflictException;
import dev.orderly.store.Erasure;
import dev.orderly.store.OrderQuery;
import dev.orderly.testkit.internal.concurrent.ConcurrentRun;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link dev.orderly.store.OrderStore#erase}: personal data are gone, and the rest of the history
 * verifies.
 */
public abstract class ErasureContract extends StoreFixture {

    private final byte[] photo = bytes("a photo");
    private final String photoHash = HashChain.sha256(photo);
    private final OrderScript script = OrderScript.of("A-1");

    @BeforeEach
    void writeAnOrderFullOfPersonalData() {
        write(script.place(Request.of("place", CUSTOMER)
                .withTime(START)
                .withId("r-1")
                .withCustomer(
                        Customer.of("ijon@example.com").withName("Ijon Tichy").withLanguage("pl"))
                .with("note", "the key is under the mat")));
        write(script.note(
                comment(
                        2,
                        "call me",
                        "r-2",
                        Visibility.EVERYONE,
                        new Attachment("me.jpg", "image/jpeg", photo.length, photoHash)),
                Map.of(photoHash, photo)));
        write(script.ship(hours(3)));
    }

    private Erasure erasure() {
        List<HistoryEntry> entries = history("A-1").entries();
        List<HistoryEntry> left = entries.stream()
                .map(entry -> entry.withoutPersonalData(Set.of("note")))
                .toList();
        Evolution evolution = new Evolution(SHOP);
        Order before = new History("A-1", left).replay((name, version) -> evolution);
        Activity activity = ErasureEntry.of(before.sequence() + 1, STAFF, before.lastMove(), Set.of("note"));
        return new Erasure(
                evolution.apply(before, activity),
                HistoryEntry.of(left.get(left.size() - 1).hash(), activity, Redaction.of("salt of the erasure")),
                left.stream().filter(entry -> !entries.contains(entry)).toList());
    }

    @Test
    void what_is_left_is_found_and_verifies() {
        Erasure erasure = erasure();

        store.erase(erasure);

        assertThat(found("A-1")).isEqualTo(erasure.after());
        assertThat(history("A-1").entries())
                .containsAll(erasure.redacted())
                .endsWith(erasure.entry())
                .hasSize(4);
        assertThat(history("A-1").verify()).isEmpty();
    }

    @Test
    void no_entry_has_personal_data_any_more() {
        store.erase(erasure());

        TransitionEntry placed = history("A-1").transitions().get(0);
        assertThat(placed.placement())
                .isEqualTo(Placement.of("A-1", SHOP.name(), SHOP.version())
                        .withCustomer(Customer.UNKNOWN.withLanguage("pl")));
        assertThat(placed.data().has("note")).isFalse();
        assertThat(history("A-1").activities().get(1)).isInstanceOfSatisfying(Comment.class, comment -> {
            assertThat(comment.text()).isEmpty();
            assertThat(comment.attachments()).isEmpty();
        });
    }

    @Test
    void the_order_goes_on_from_where_it_was() {
        Erasure erasure = erasure();
        store.erase(erasure);

        write(script.after(erasure).deliver(hours(4)));

        assertThat(found("A-1").status()).isEqualTo("delivered");
        assertThat(history("A-1").verify()).isEmpty();
    }

    @Test
    void attachments_and_answers_are_gone() {
        store.erase(erasure());

        assertThat(store.attachment("A-1", photoHash)).isEmpty();
        assertThat(store.answer("A-1", "r-1")).isEmpty();
        assertThat(store.answer("A-1", "r-2")).isEmpty();
    }

    @Test
    void the_order_is_not_listed_for_its_customer_any_more() {
        store.erase(erasure());

        assertThat(store.list(OrderQuery.all().withCustomer("ijon@example.com")).orders())
                .isEmpty();
    }

    @Test
    void other_orders_keep_their_data() {
        write(OrderScript.of("A-2").place(START, "ijon@example.com"));

        store.erase(erasure());

        assertThat(found("A-2").customer()).isEqualTo(Customer.of("ijon@example.com"));
    }

    @Test
    void an_order_that_has_moved_on_is_left_as_it_is() {
        Erasure late = erasure();
        write(script.deliver(hours(4)));
        Order before = found("A-1");
        History whole = history("A-1");

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> store.erase(late))
                .withMessageContaining("A-1");

        assertThat(found("A-1")).isEqualTo(before);
        assertThat(history("A-1")).isEqualTo(whole);
        assertThat(store.attachment("A-1", photoHash)).isPresent();
    }

    @Test
    void a_step_that_was_decided_on_what_is_erased_is_not_written() {
        Change decidedBefore = script.fork().deliver(hours(4));
        Erasure erasure = erasure();
        store.erase(erasure);

        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> store.append(decidedBefore));

        assertThat(found("A-1")).isEqualTo(erasure.after());
    }

    @Test
    void threads_that_erase_and_write_at_once_leave_nothing_personal_behind() {
        List<Boolean> written = ConcurrentRun.of(2, thread -> {
            if (thread == 0) {
                return wins(script.fork().deliver(hours(4)));
            }
            try {
                store.erase(erasure());
                return true;
            } catch (ConflictException e) {
                return false;
            }
        });

        assertThat(written).contains(true);
        boolean isErased = history("A-1").activities().stream().anyMatch(ErasureEntry.class::isInstance);
        assertThat(found("A-1").field("note") == null).isEqualTo(isErased);
        assertThat(found("A-1")).isEqualTo(history("A-1").replay((name, version) -> new Evolution(SHOP)));
    }
}
