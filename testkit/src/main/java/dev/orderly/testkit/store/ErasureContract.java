package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.CUSTOMER;
import static dev.orderly.testkit.store.OrderScript.SHOP;
import static dev.orderly.testkit.store.OrderScript.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.decision.Request;
import dev.orderly.order.Attachment;
import dev.orderly.order.Comment;
import dev.orderly.order.Customer;
import dev.orderly.order.Evolution;
import dev.orderly.order.HashChain;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import dev.orderly.order.Placement;
import dev.orderly.order.TransitionEntry;
import dev.orderly.order.Visibility;
import dev.orderly.store.ConflictException;
import dev.orderly.store.Erasure;
import dev.orderly.store.OrderQuery;
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
        List<HistoryEntry> left = history("A-1").entries().stream()
                .map(entry -> entry.withoutPersonalData(Set.of("note")))
                .toList();
        Order after = new History("A-1", left).replay((name, version) -> new Evolution(SHOP));
        return new Erasure(
                after,
                left.stream()
                        .filter(entry -> !history("A-1").entries().contains(entry))
                        .toList());
    }

    @Test
    void what_is_left_is_found_and_verifies() {
        Erasure erasure = erasure();

        store.erase(erasure);

        assertThat(found("A-1")).isEqualTo(erasure.after());
        assertThat(history("A-1").entries()).containsAll(erasure.entries()).hasSize(3);
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
        store.erase(erasure());

        write(script.deliver(hours(4)));

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
}
