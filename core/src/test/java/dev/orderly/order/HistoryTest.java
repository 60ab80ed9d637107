package dev.orderly.order;

import static dev.orderly.order.Activities.at;
import static dev.orderly.order.Activities.caseMove;
import static dev.orderly.order.Activities.comment;
import static dev.orderly.order.Activities.evolve;
import static dev.orderly.order.Activities.move;
import static dev.orderly.order.Activities.placed;
import static dev.orderly.order.Activities.recorded;
import static dev.orderly.order.Activities.shop;
import static dev.orderly.order.Activities.shopWithIncidents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderly.workflow.Data;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {

    private static final Workflow SHOP = shopWithIncidents(shop());
    private static final Activity[] ACTIVITIES = {
        placed(Data.of("gift", true)),
        comment(2, "Please wrap it.", Visibility.EVERYONE),
        caseMove(3, 1, null, "open", "opened", 3),
        NotificationPreference.of(4, Activities.STAFF, at(4), true).withRequestId("r-4"),
        move(5, "open", "send", "sent", 5),
        comment(6, "He calls daily.", Visibility.STAFF)
    };
    private static final History HISTORY = recorded(ACTIVITIES);

    @Test
    void a_history_as_it_was_written_is_sound() {
        assertThat(HISTORY.verify()).isEmpty();
    }

    @Test
    void a_history_replays_to_the_snapshot() {
        Evolution evolution = new Evolution(SHOP);

        assertThat(HISTORY.replay((name, version) -> evolution)).isEqualTo(evolve(SHOP, ACTIVITIES));
    }

    @Test
    void a_migrated_history_replays_with_each_version_in_its_time() {
        Evolution first = new Evolution(SHOP);
        Evolution second = new Evolution(
                shop().version(2).status("received", s -> s.done()).build());
        History history = recorded(
                placed(),
                Migration.builder(2, Activities.STAFF, at(1), 1, 2, "open", "received")
                        .build());

        Order order = history.replay((name, version) -> version == 1 ? first : second);

        assertThat(order.status()).isEqualTo("received");
        assertThat(order.done()).isTrue();
    }

    @Test
    void a_history_tells_the_trail_after_each_of_its_entries() {
        for (int last = 1; last <= ACTIVITIES.length; last++) {
            Order order = evolve(SHOP, Arrays.copyOf(ACTIVITIES, last));

            assertThat(HISTORY.trail(last)).isEqualTo(order.trail());
        }
    }

    @Test
    void a_migration_is_a_step_of_the_trail() {
        Migration migration = Migration.builder(2, Activities.STAFF, at(1), 1, 2, "open", "received")
                .build();

        StatusTrail trail = recorded(placed(), migration).trail(2);

        assertThat(trail).hasToString("place: open → (migration): received");
    }

    @Test
    void a_history_has_no_trail_before_its_beginning() {
        assertThatThrownBy(() -> HISTORY.trail(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("order A-1 has no step up to entry 0");
    }

    @Test
    void an_empty_history_makes_no_order() {
        assertThatThrownBy(() -> new History("A-1", List.of()).replay((name, version) -> new Evolution(SHOP)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the history of order A-1 is empty");
    }

    @Test
    void a_history_without_its_beginning_makes_no_order() {
        History headless = new History("A-1", HISTORY.entries().subList(1, 6));

        assertThatThrownBy(() -> headless.replay((name, version) -> new Evolution(SHOP)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the first entry of an order must place it, but entry 2 does not");
    }

    @Test
    void the_transitions_are_those_of_the_order_and_of_its_cases() {
        assertThat(HISTORY.transitions()).extracting(TransitionEntry::event).containsExactly("place", "open", "send");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void a_changed_hash_is_found(int index) {
        List<HistoryEntry> entries = new ArrayList<>(HISTORY.entries());
        entries.set(index, new HistoryEntry(entries.get(index).activity(), "0".repeat(64), Activities.REDACTION));

        assertThat(verify(entries))
                .isEqualTo("order A-1: entry " + (index + 1)
                        + " was changed after it was written, or the one before it was");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void an_entry_that_takes_the_place_of_another_is_found(int index) {
        List<HistoryEntry> entries = new ArrayList<>(HISTORY.entries());
        Activity other = comment(index + 1, "I was never here.", Visibility.EVERYONE);
        entries.set(index, new HistoryEntry(other, entries.get(index).hash(), Activities.REDACTION));

        assertThat(verify(entries)).startsWith("order A-1: entry " + (index + 1) + " was changed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void an_entry_that_is_changed_with_its_own_hash_shows_at_the_next(int index) {
        List<HistoryEntry> entries = new ArrayList<>(HISTORY.entries());
        Activity other = comment(index + 1, "I was never here.", Visibility.EVERYONE);
        entries.set(
                index,
                new HistoryEntry(
                        other,
                        HashChain.next(entries.get(index - 1).hash(), other, Activities.REDACTION),
                        Activities.REDACTION));

        assertThat(verify(entries)).startsWith("order A-1: entry " + (index + 2) + " was changed");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void a_removed_entry_is_found(int index) {
        List<HistoryEntry> entries = new ArrayList<>(HISTORY.entries());
        entries.remove(index);

        assertThat(verify(entries))
                .isEqualTo("order A-1: entry " + (index + 1) + " is missing, entry " + (index + 2)
                        + " stands in its place");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void an_added_entry_is_found(int index) {
        List<HistoryEntry> entries = new ArrayList<>(HISTORY.entries());
        entries.add(index, entries.get(index - 1));

        assertThat(verify(entries))
                .isEqualTo("order A-1: entry " + (index + 1) + " is missing, entry " + index + " stands in its place");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void exchanged_entries_are_found(int index) {
        List<HistoryEntry> entries = new ArrayList<>(HISTORY.entries());
        Collections.swap(entries, index, index + 1);

        assertThat(verify(entries))
                .isEqualTo("order A-1: entry " + (index + 1) + " is missing, entry " + (index + 2)
                        + " stands in its place");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void entries_cut_off_at_the_front_are_found(int count) {
        List<HistoryEntry> entries = HISTORY.entries().subList(count, 6);

        assertThat(verify(entries))
                .isEqualTo("order A-1: entry 1 is missing, entry " + (count + 1) + " stands in its place");
    }

    @Test
    void entries_cut_off_at_the_end_leave_a_sound_history() {
        assertThat(new History("A-1", HISTORY.entries().subList(0, 4)).verify()).isEmpty();
    }

    @Test
    void the_history_of_another_order_is_found() {
        assertThat(new History("B-2", HISTORY.entries()).verify())
                .contains("order B-2: entry 1 places order A-1, whose history this is");
    }

    private static String verify(List<HistoryEntry> entries) {
        return new History("A-1", entries).verify().orElse("sound");
    }
}
