package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.order.Line;
import dev.orderly.order.Parcel;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.ItemCondition.Quantifier;
import dev.orderly.workflow.ItemCounts;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.MovedItems;
import dev.orderly.workflow.ParcelFields;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Units of lines that go their own ways. */
class ItemsTest {

    private static final Workflow BOOKS = Workflow.builder("books")
            .field(Field.of("tracking", FieldType.TEXT))
            .parcels(new ParcelFields("tracking", null, null))
            .items(
                    Status.builder("ordered").build(),
                    Status.builder("sent").build(),
                    Status.builder("delivered").done(true).build(),
                    Status.builder("returned").done(true).build(),
                    Status.builder("cancelled").done(true).build())
            .status("packing", s -> {})
            .status("sent", s -> {})
            .status("closed", s -> s.done())
            .transition("place", t -> t.to("packing"))
            .transition(
                    "send",
                    t -> t.from("packing")
                            .to("sent")
                            .needs("tracking")
                            .items("ordered", "sent")
                            .parcel()
                            .linesAvailable()
                            .whenItems(ItemCondition.none("ordered")))
            .transition(
                    "send",
                    t -> t.from("packing")
                            .needs("tracking")
                            .items("ordered", "sent")
                            .parcel()
                            .linesAvailable())
            .transition(
                    "cancel",
                    t -> t.from("packing")
                            .to("closed")
                            .items("ordered", "cancelled")
                            .whenItems(ItemCondition.all("cancelled", "delivered", "returned")))
            .transition(
                    "cancel",
                    t -> t.from("packing")
                            .to("sent")
                            .items("ordered", "cancelled")
                            .whenItems(ItemCondition.none("ordered")))
            .transition("cancel", t -> t.from("packing").items("ordered", "cancelled"))
            .transition("deliver", t -> t.from("packing", "sent").items("sent", "delivered"))
            .transition(
                    "give-back",
                    t -> t.from("packing", "sent", "closed")
                            .items(new ItemMove(List.of("delivered", "sent"), "returned")))
            .transition("close", t -> t.from("sent").to("closed").whenItems(ItemCondition.none("ordered", "sent")))
            .build();

    private static OrderWalk placed() {
        return OrderWalk.of(BOOKS)
                .ordering(
                        Line.of("978-1", "Solaris", 3).withId("a"),
                        Line.of("978-2", "Fiasco", 1).withId("b").withAvailableFrom(LocalDate.parse("2026-06-01")))
                .place("customer");
    }

    private static LineQuantity some(String line, int quantity) {
        return LineQuantity.of(line, quantity);
    }

    @Test
    void units_of_a_new_order_are_in_the_first_item_status() {
        ItemCounts items = placed().order().items();

        assertThat(items.lines()).containsExactly("a", "b");
        assertThat(items.of("a")).isEqualTo(Map.of("ordered", 3));
        assertThat(items.of("b")).isEqualTo(Map.of("ordered", 1));
        assertThat(items.total("ordered")).isEqualTo(4);
    }

    @Test
    void two_of_three_are_sent_one_is_cancelled_and_one_comes_back() {
        OrderWalk walk = placed().naming(some("a", 2)).go("send", "staff", "tracking", "T1");

        assertThat(walk.status()).isEqualTo("packing");
        assertThat(walk.order().items().of("a")).isEqualTo(Map.of("ordered", 1, "sent", 2));
        assertThat(walk.order().parcels()).containsExactly(Parcel.of("T1").withContents(Map.of("a", 2)));

        walk.naming(some("a", 1), some("b", 1)).go("cancel", "customer");
        assertThat(walk.status()).isEqualTo("sent");
        assertThat(walk.order().items().of("b")).isEqualTo(Map.of("cancelled", 1));

        walk.naming().go("deliver", "carrier").naming(some("a", 1)).go("give-back", "staff");
        assertThat(walk.order().items().of("a")).isEqualTo(Map.of("cancelled", 1, "delivered", 1, "returned", 1));
        assertThat(walk.naming().go("close", "staff").status()).isEqualTo("closed");
    }

    @Test
    void without_any_named_all_move_that_can_and_the_entry_says_which() {
        OrderWalk walk = placed().at("2026-06-02T08:00:00Z").go("send", "staff", "tracking", "T1");

        assertThat(walk.status()).isEqualTo("sent");
        assertThat(walk.last().items())
                .containsExactly(new MovedItems("a", "ordered", "sent", 3), new MovedItems("b", "ordered", "sent", 1));
        assertThat(walk.last().parcel()).isTrue();
    }

    @Test
    void only_lines_that_move_must_be_available() {
        assertThat(placed().no("send", "staff", "tracking", "T1").code()).isEqualTo(Reason.LINE_NOT_AVAILABLE);
        assertThat(placed().naming(some("a", 3))
                        .go("send", "staff", "tracking", "T1")
                        .status())
                .isEqualTo("packing");
    }

    @Test
    void units_can_be_taken_from_one_of_several_item_statuses() {
        OrderWalk walk = placed().naming(some("a", 3)).go("send", "staff", "tracking", "T1");
        walk.naming(some("a", 1)).go("deliver", "carrier");

        walk.naming(some("a", 1).withFrom("sent")).go("give-back", "staff");
        assertThat(walk.last().items()).containsExactly(new MovedItems("a", "sent", "returned", 1));
        walk.naming(some("a", 2)).go("give-back", "staff");
        assertThat(walk.last().items())
                .containsExactly(
                        new MovedItems("a", "delivered", "returned", 1), new MovedItems("a", "sent", "returned", 1));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(List.of(some("a", 4)), "Solaris: 4 asked for, but only 3 can be moved."),
                Arguments.of(
                        List.of(some("a", Integer.MAX_VALUE)),
                        "Solaris: 2147483647 asked for, but only 3 can be moved."),
                Arguments.of(List.of(some("c", 1)), "The order has no line c."),
                Arguments.of(List.of(some("a", 0)), "items: the quantity of line a must be at least 1, but is 0."),
                Arguments.of(List.of(some("a", -1)), "items: the quantity of line a must be at least 1, but is -1."),
                Arguments.of(
                        List.of(some("a", 1), some("a", 1)), "items: line a is named twice: add its quantities up."),
                Arguments.of(
                        List.of(some("a", 1).withFrom("sent")),
                        "items: line a: this event takes no units from \"sent\", only from ordered."),
                Arguments.of(
                        List.of(some("a", 4), some("c", 1)),
                        "Solaris: 4 asked for, but only 3 can be moved. The order has no line c."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void what_cannot_move_is_refused_with_how_many_can(List<LineQuantity> named, String sentence) {
        OrderWalk walk = placed().naming(named.toArray(LineQuantity[]::new));

        assertThat(walk.explain(walk.no("cancel", "customer"))).isEqualTo(sentence);
    }

    @Test
    void what_is_named_first_is_taken_from_the_first_item_status_and_is_no_longer_there_for_the_next() {
        OrderWalk walk = placed().naming(some("a", 3)).go("send", "staff", "tracking", "T1");
        walk.naming(some("a", 1)).go("deliver", "carrier");

        assertThat(walk.naming(some("a", 2), some("a", 2).withFrom("sent"))
                        .no("give-back", "staff")
                        .reasons())
                .extracting(reason -> reason.params().get("available"))
                .containsExactly(1);
        walk.naming(some("a", 2), some("a", 1).withFrom("sent")).go("give-back", "staff");
        assertThat(walk.last().items())
                .containsExactly(
                        new MovedItems("a", "delivered", "returned", 1),
                        new MovedItems("a", "sent", "returned", 1),
                        new MovedItems("a", "sent", "returned", 1));
    }

    /** Three units are sent, and the last one is cancelled. */
    private static OrderWalk sent() {
        OrderWalk walk = placed().naming(some("a", 3)).go("send", "staff", "tracking", "T1");
        return walk.naming().go("cancel", "customer");
    }

    @Test
    void an_event_that_moves_no_units_takes_none() {
        assertThat(sent().naming(some("a", 1)).no("close", "staff").reasons())
                .contains(Reason.of(Reason.DATA_INVALID)
                        .with("event", "close")
                        .with("kind", "no-items")
                        .with("field", "items"));
    }

    @Test
    void an_event_that_moves_no_units_is_impossible_while_they_are_elsewhere() {
        assertThat(sent().can("close", "staff").isPossible()).isFalse();
        assertThat(sent().go("deliver", "carrier").can("close", "staff").isPossible())
                .isTrue();
    }

    @Test
    void an_event_is_impossible_while_the_only_line_left_is_not_available() {
        OrderWalk walk = placed().naming(some("a", 3)).go("send", "staff", "tracking", "T1");

        assertThat(walk.can("send", "staff").reasons()).extracting(Reason::code).contains(Reason.LINE_NOT_AVAILABLE);
        assertThat(walk.at("2026-06-02T08:00:00Z").can("send", "staff").isPossible())
                .isTrue();
    }

    @Test
    void an_event_is_impossible_where_no_choice_of_units_meets_its_condition() {
        Workflow whole = Workflow.builder("whole")
                .items(
                        Status.builder("ordered").build(),
                        Status.builder("sent").done(true).build(),
                        Status.builder("cancelled").done(true).build())
                .status("packing", s -> {})
                .status("closed", s -> s.done())
                .transition("place", t -> t.to("packing"))
                .transition("cancel", t -> t.from("packing").items("ordered", "cancelled"))
                .transition(
                        "send",
                        t -> t.from("packing")
                                .to("closed")
                                .items("ordered", "sent")
                                .whenItems(ItemCondition.all("sent")))
                .transition("close", t -> t.from("packing").to("closed").whenItems(ItemCondition.none("ordered")))
                .build();
        OrderWalk walk = OrderWalk.of(whole)
                .ordering(Line.of("978-1", "Solaris", 3).withId("a"))
                .place("customer");

        assertThat(walk.can("send", "staff").isPossible()).isTrue();
        assertThat(walk.naming(some("a", 1))
                        .go("cancel", "staff")
                        .can("send", "staff")
                        .isPossible())
                .isFalse();
    }

    @Test
    void too_many_entries_are_refused() {
        LineQuantity[] many = Stream.generate(() -> some("a", 1))
                .limit(RequestLimits.MAX_LINES + 1L)
                .toArray(LineQuantity[]::new);

        assertThat(placed().naming(many).no("cancel", "customer").code()).isEqualTo(Reason.DATA_INVALID);
    }

    @Test
    void each_of_the_most_lines_can_be_named() {
        Line[] lines = new Line[RequestLimits.MAX_LINES];
        LineQuantity[] all = new LineQuantity[lines.length];
        LineQuantity[] tooMany = new LineQuantity[lines.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Line.of("978-1", "Solaris", 2).withId("line " + i);
            all[i] = some("line " + i, 1);
            tooMany[i] = some("line " + i, 3);
        }
        OrderWalk walk = OrderWalk.of(BOOKS).ordering(lines).place("customer");

        assertThat(walk.naming(tooMany).no("cancel", "customer").reasons()).hasSize(lines.length);
        assertThat(walk.naming(all).go("cancel", "customer").order().items().total("cancelled"))
                .isEqualTo(lines.length);
    }

    @Test
    void an_order_without_lines_is_refused() {
        OrderWalk walk = OrderWalk.of(BOOKS);

        assertThat(walk.explain(walk.notPlaced("customer")))
                .isEqualTo("lines: this workflow moves units of lines: an order needs at least one line.");
    }

    @Test
    void what_can_happen_says_which_lines_and_how_many() {
        OrderWalk walk = placed().naming(some("a", 2)).go("send", "staff", "tracking", "T1");

        assertThat(walk.can("cancel", "customer").items()).containsExactly(some("a", 1), some("b", 1));
        assertThat(walk.can("deliver", "carrier").items()).containsExactly(some("a", 2));
        assertThat(walk.can("close", "staff").isPossible()).isFalse();
        assertThat(walk.can("send", "staff").items())
                .as("of lines that are available")
                .containsExactly(some("a", 1));
        assertThat(placed().can("deliver", "carrier").reasons())
                .extracting(Reason::code)
                .containsExactly(Reason.NOT_SO_MANY);
    }

    @Test
    void a_deadline_moves_all_units_that_it_can_and_waits_for_none() {
        Workflow patient = BOOKS.toBuilder()
                .transition(
                        "lose", t -> t.from("sent").items("sent", "returned").after(TimeLimit.after("P7D")))
                .build();
        OrderWalk walk = OrderWalk.of(patient)
                .ordering(Line.of("978-1", "Solaris", 3).withId("a"))
                .place("customer")
                .go("send", "staff", "tracking", "T1");

        assertThat(walk.order().deadline()).isNotNull();
        walk.go("deliver", "carrier");
        assertThat(walk.order().deadline()).isNull();
    }

    /** Held to every selection of units there is. */
    @Property(tries = 2_000)
    void an_event_is_possible_where_some_selection_of_units_meets_its_conditions(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> statuses = List.of("u", "v", "w", "x");
        ItemCounts counts = ItemCounts.EMPTY;
        for (String status : statuses) {
            int quantity = random.nextInt(3);
            counts = quantity == 0 ? counts : counts.with("a", status, quantity);
        }
        List<String> from = new ArrayList<>(statuses.subList(0, 3));
        from.removeIf(status -> random.nextInt(3) == 0);
        ItemMove move = new ItemMove(from.isEmpty() ? List.of("u") : from, random.nextBoolean() ? "x" : "y");
        List<ItemCondition> tests = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Quantifier quantifier = List.of(Quantifier.values()).get(random.nextInt(3));
            List<String> some =
                    statuses.stream().filter(s -> random.nextBoolean()).toList();
            tests.add(new ItemCondition(quantifier, some.isEmpty() ? List.of("y") : some));
        }

        assertThat(ItemSelection.canMeet(tests, move, counts, line -> true))
                .as("%s %s %s", counts, move, tests)
                .isEqualTo(isAnySelectionRight(tests, move, counts, 0, List.of()));
    }

    private static boolean isAnySelectionRight(
            List<ItemCondition> tests, ItemMove move, ItemCounts counts, int position, List<MovedItems> moves) {
        if (position == move.from().size()) {
            List<String> occupied = new ArrayList<>(counts.after(moves).occupied());
            return !moves.isEmpty() && tests.stream().allMatch(test -> test.holds(occupied));
        }
        String status = move.from().get(position);
        for (int quantity = 0; quantity <= counts.count("a", status); quantity++) {
            List<MovedItems> more = new ArrayList<>(moves);
            if (quantity > 0) {
                more.add(new MovedItems("a", status, move.to(), quantity));
            }
            if (isAnySelectionRight(tests, move, counts, position + 1, more)) {
                return true;
            }
        }
        return false;
    }
}
