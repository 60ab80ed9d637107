package dev.orderly;

import static dev.orderly.OrdersFixture.place;
import static dev.orderly.OrdersFixture.rejected;
import static dev.orderly.OrdersFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.store.Change;
import dev.orderly.store.ConflictException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkTest {

    private static final List<String> NUMBERS = List.of("C-1", "A-1", "B-1", "D-1");

    /** C-1 and D-1 can be sent, A-1 is held, B-1 is not there. */
    private final Orders orders = shop(new ForwardingStore());

    private static Orders shop(ForwardingStore store) {
        Orders shop = Orders.builder(store).workflow(OrdersFixture.WORKFLOW).build();
        shop.place("A-1", place());
        shop.place("C-1", place());
        shop.place("D-1", place());
        shop.fire("A-1", staff("hold"));
        return shop;
    }

    private static void assertAnswers(BulkReport report) {
        assertThat(report.decisions().values())
                .extracting(d -> d.isAccepted() ? "accepted" : rejected(d).code())
                .containsExactly("accepted", "not-in-status", "unknown-order", "accepted");
    }

    @Test
    void each_order_gets_an_answer_of_its_own_in_the_order_asked_for() {
        BulkReport report = orders.fireAll(NUMBERS, staff("send"));

        assertThat(report.decisions().keySet()).containsExactlyElementsOf(NUMBERS);
        assertAnswers(report);
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void what_is_accepted_happens_and_what_is_refused_does_not() {
        orders.fireAll(NUMBERS, staff("send"));

        assertThat(orders.find("C-1").orElseThrow().status()).isEqualTo("sent");
        assertThat(orders.find("D-1").orElseThrow().status()).isEqualTo("sent");
        assertThat(orders.find("A-1").orElseThrow().status()).isEqualTo("held");
    }

    @Test
    void a_dry_run_gives_the_same_answers_and_changes_nothing() {
        BulkReport dry = orders.askAll(NUMBERS, staff("send"));

        assertAnswers(dry);
        assertThat(orders.find("C-1").orElseThrow().status()).isEqualTo("new");
        assertThat(orders.history("C-1").orElseThrow().entries()).hasSize(1);
    }

    @Test
    void what_breaks_for_one_order_is_reported_and_the_others_are_answered() {
        Orders shop = shop(new ForwardingStore() {
            @Override
            public void append(Change change) {
                if (change.after().number().equals("C-1") && change.after().sequence() > 1) {
                    throw new ConflictException("somebody else was faster");
                }
                super.append(change);
            }
        });

        BulkReport report = shop.fireAll(NUMBERS, staff("send"));

        assertThat(report.failures().get("C-1")).isInstanceOf(ConflictException.class);
        assertThat(report.decisions()).containsOnlyKeys("A-1", "B-1", "D-1");
        assertThat(shop.find("D-1").orElseThrow().status()).isEqualTo("sent");
    }

    @Test
    void the_same_bulk_under_the_same_request_id_happens_once() {
        BulkReport first = orders.fireAll(List.of("C-1", "D-1"), staff("remark").withId("r-1"));

        assertThat(orders.fireAll(List.of("C-1", "D-1"), staff("remark").withId("r-1")))
                .isEqualTo(first);
        assertThat(orders.history("C-1").orElseThrow().entries()).hasSize(2);
    }

    @Test
    void a_report_cannot_be_changed() {
        BulkReport report = orders.askAll(NUMBERS, staff("send"));

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> report.decisions().clear());
    }

    @Test
    void an_order_that_is_named_twice_is_asked_once() {
        BulkReport report = orders.fireAll(List.of("C-1", "C-1"), staff("send"));

        assertThat(report.decisions()).hasSize(1);
        assertThat(report.decisions().values()).allMatch(d -> d.isAccepted());
    }
}
