package dev.orderly.order;

import static dev.orderly.order.Activities.at;
import static dev.orderly.order.Activities.caseMove;
import static dev.orderly.order.Activities.comment;
import static dev.orderly.order.Activities.evolve;
import static dev.orderly.order.Activities.move;
import static dev.orderly.order.Activities.placed;
import static dev.orderly.order.Activities.shop;
import static dev.orderly.order.Activities.shopWithIncidents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderly.workflow.Data;
import dev.orderly.workflow.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How activities make snapshots. */
class EvolutionTest {

    private static final Workflow SHOP = shop().build();
    private static final Workflow TROUBLED = shopWithIncidents(shop());

    @Test
    void the_placement_makes_the_first_snapshot() {
        Order order = evolve(SHOP, placed(Data.of("gift", true)));

        assertThat(order.number()).isEqualTo("A-1");
        assertThat(order.workflow()).isEqualTo("shop");
        assertThat(order.version()).isEqualTo(1);
        assertThat(order.status()).isEqualTo("open");
        assertThat(order.since()).isEqualTo(at(0));
        assertThat(order.placedAt()).isEqualTo(at(0));
        assertThat(order.sequence()).isEqualTo(1);
        assertThat(order.done()).isFalse();
        assertThat(order.lines()).containsExactly(Line.of("1", "Solaris", 1).withId("1"));
        assertThat(order.customer()).isEqualTo(Customer.of("ijon@example.com"));
        assertThat(order.fields()).isEqualTo(Data.of("gift", true));
    }

    @Test
    void a_move_changes_status_time_and_data() {
        Order order =
                evolve(SHOP, placed(Data.of("gift", true)), move(2, "open", "send", "sent", 5, Data.of("days", "x")));

        assertThat(order.status()).isEqualTo("sent");
        assertThat(order.since()).isEqualTo(at(5));
        assertThat(order.lastMove()).isEqualTo(at(5));
        assertThat(order.fields()).isEqualTo(Data.of("gift", true).with("days", "x"));
    }

    @Test
    void a_done_status_makes_the_order_done() {
        assertThat(evolve(SHOP, placed(), move(2, "open", "send", "sent", 1), move(3, "sent", "close", "closed", 2))
                        .done())
                .isTrue();
    }

    @Test
    void a_data_move_does_not_begin_a_new_stay() {
        Order order = evolve(SHOP, placed(), move(2, "open", "note", "open", 5));

        assertThat(order.since()).isEqualTo(at(0));
        assertThat(order.lastMove()).isEqualTo(at(5));
    }

    @Test
    void the_time_of_an_event_is_that_of_its_last_time() {
        Order order = evolve(SHOP, placed(), move(2, "open", "note", "open", 5), move(3, "open", "note", "open", 6));

        assertThat(order.timeOf("note")).isEqualTo(at(6));
        assertThat(order.timeOf("send")).isNull();
    }

    @Test
    void an_order_begins_with_its_placement() {
        assertThatThrownBy(() -> evolve(SHOP, move(1, null, "place", "open", 0, Data.of("gift", "a secret"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the first entry of an order must place it, but entry 1 does not");
    }

    @Test
    void an_order_begins_with_entry_one() {
        TransitionEntry first = placed();
        TransitionEntry late = TransitionEntry.builder(2, first.actor(), first.at(), "place", "open")
                .data(first.data())
                .placement(first.placement())
                .build();

        assertThatThrownBy(() -> evolve(SHOP, late)).hasMessageContaining("must place it, but entry 2 does not");
    }

    @Test
    void a_comment_is_no_beginning() {
        assertThatThrownBy(() -> evolve(SHOP, comment(1, "hello", Visibility.EVERYONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hello");
    }

    @Test
    void an_order_is_placed_once() {
        TransitionEntry first = placed();
        TransitionEntry again = TransitionEntry.builder(2, first.actor(), first.at(), "place", "open")
                .from("open")
                .data(first.data())
                .placement(first.placement())
                .build();

        assertThatThrownBy(() -> evolve(SHOP, placed(), again))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry 2 of order A-1 places it once more");
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "0", "-2"})
    void a_gap_in_the_sequence_is_found(long sequence) {
        assertThatThrownBy(() -> evolve(SHOP, placed(), move(sequence, "open", "send", "sent", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry " + sequence + " of order A-1 cannot follow entry 1");
    }

    @Test
    void a_step_from_another_status_is_found() {
        assertThatThrownBy(() -> evolve(SHOP, placed(), move(2, "sent", "close", "closed", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry 2 of order A-1 leaves status sent, but the order is in open");
    }

    @Test
    void a_step_from_nowhere_is_found() {
        assertThatThrownBy(() -> evolve(SHOP, placed(), move(2, null, "close", "closed", 1, Data.EMPTY)))
                .hasMessage("entry 2 of order A-1 leaves no status, but the order is in open");
    }

    @Test
    void a_comment_only_takes_its_place_in_the_sequence() {
        Order before = evolve(SHOP, placed());
        Order after = evolve(SHOP, placed(), comment(2, "hello", Visibility.STAFF));

        assertThat(after).isEqualTo(before.toBuilder().sequence(2).build());
    }

    @Test
    void notifications_are_turned_off_and_on_again() {
        NotificationPreference off = NotificationPreference.of(2, Activities.STAFF, at(1), true);
        NotificationPreference on = NotificationPreference.of(3, Activities.STAFF, at(2), false);

        assertThat(evolve(SHOP, placed(), off).muted()).isTrue();
        assertThat(evolve(SHOP, placed(), off, on).muted()).isFalse();
    }

    @Test
    void muting_is_no_move() {
        Order order = evolve(SHOP, placed(), NotificationPreference.of(2, Activities.STAFF, at(1), true));

        assertThat(order.lastMove()).isEqualTo(at(0));
    }

    @Test
    void a_migration_keeps_since_when_the_status_is_held() {
        Order order = migrated(Migration.builder(2, Activities.STAFF, at(9), 1, 2, "open", "received")
                .build());

        assertThat(order.version()).isEqualTo(2);
        assertThat(order.status()).isEqualTo("received");
        assertThat(order.since()).isEqualTo(at(0));
    }

    @Test
    void a_migration_makes_the_order_done_where_the_new_status_is() {
        assertThat(migrated(Migration.builder(2, Activities.STAFF, at(9), 1, 2, "open", "closed")
                                .build())
                        .done())
                .isTrue();
    }

    @Test
    void a_migration_stands_in_the_trail() {
        Order order = migrated(Migration.builder(2, Activities.STAFF, at(9), 1, 2, "open", "received")
                .build());

        assertThat(order.trail().toString()).isEqualTo("place: open → (migration): received");
    }

    @Test
    void a_migration_from_another_version_is_found() {
        assertThatThrownBy(() -> migrated(Migration.builder(2, Activities.STAFF, at(9), 3, 4, "open", "open")
                        .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry 2 of order A-1 leaves status open of version 3, but the order is in open of"
                        + " version 1");
    }

    @Test
    void a_migration_from_another_status_is_found() {
        assertThatThrownBy(() -> migrated(Migration.builder(2, Activities.STAFF, at(9), 1, 2, "sent", "open")
                        .build()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_case_is_opened_on_the_order() {
        Order order = evolve(TROUBLED, placed(), caseMove(2, 1, null, "open", "opened", 3));

        assertThat(order.cases())
                .containsExactly(
                        OrderCase.of(new CaseRef(1, "incident"), "A-1", StatusTrail.start("open", "opened", at(3))));
        assertThat(order.hasOpenCase()).isTrue();
        assertThat(order.status()).isEqualTo("open");
        assertThat(order.sequence()).isEqualTo(2);
    }

    @Test
    void a_case_is_closed_by_its_own_done_status() {
        Order order = evolve(
                TROUBLED,
                placed(),
                caseMove(2, 1, null, "open", "opened", 3),
                caseMove(3, 1, "opened", "solve", "solved", 4));

        assertThat(order.hasOpenCase()).isFalse();
        assertThat(order.findCase(1)).map(OrderCase::since).contains(at(4));
    }

    @Test
    void one_of_two_cases_moves_alone() {
        Order order = evolve(
                TROUBLED,
                placed(),
                caseMove(2, 1, null, "open", "opened", 3),
                caseMove(3, 2, null, "open", "opened", 4),
                caseMove(4, 1, "opened", "solve", "solved", 5));

        assertThat(order.cases()).extracting(OrderCase::status).containsExactly("solved", "opened");
        assertThat(order.hasOpenCase()).isTrue();
    }

    @Test
    void a_case_step_from_another_status_is_found() {
        assertThatThrownBy(() -> evolve(
                        TROUBLED,
                        placed(),
                        caseMove(2, 1, null, "open", "opened", 3),
                        caseMove(3, 1, "solved", "open", "opened", 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry 3 of order A-1 leaves status solved, but case 1 is in opened");
    }

    @Test
    void a_case_that_was_never_opened_does_not_move() {
        assertThatThrownBy(() -> evolve(TROUBLED, placed(), caseMove(2, 1, "opened", "solve", "solved", 3)))
                .hasMessage("entry 2 of order A-1 moves case 1, which was never opened");
    }

    @Test
    void cases_are_numbered_without_a_gap() {
        assertThatThrownBy(() -> evolve(TROUBLED, placed(), caseMove(2, 5, null, "open", "opened", 3)))
                .hasMessage("entry 2 of order A-1 moves case 5, which was never opened");
    }

    @Test
    void a_kind_of_case_that_the_workflow_does_not_know_is_found() {
        assertThatThrownBy(() -> evolve(SHOP, placed(), caseMove(2, 1, null, "open", "opened", 3)))
                .hasMessage("order A-1 has a case of kind incident, which shop version 1 does not define");
    }

    @Test
    void what_a_snapshot_gives_out_cannot_be_changed() {
        Order order = evolve(SHOP, placed());

        assertThatThrownBy(() -> order.lines().add(Line.of("2", "Eden", 1)))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(List.of(order.parcels(), order.cases())).allMatch(List::isEmpty);
    }

    private static Order migrated(Migration migration) {
        Workflow next = shop().version(2).status("received", s -> {}).build();
        return new Evolution(next).apply(evolve(SHOP, placed()), migration);
    }
}
