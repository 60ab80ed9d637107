package dev.orderly;

import static dev.orderly.OrdersFixture.STAFF;
import static dev.orderly.OrdersFixture.accepted;
import static dev.orderly.OrdersFixture.by;
import static dev.orderly.OrdersFixture.place;
import static dev.orderly.OrdersFixture.rejected;
import static dev.orderly.OrdersFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.AcceptedStep;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Engine;
import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Request;
import dev.orderly.order.Activity;
import dev.orderly.order.History;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import dev.orderly.store.OutboxEntry;
import dev.orderly.store.OutboxMessage;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AutomaticStepsTest {

    /** Units are sent or cancelled in any number of steps; the order follows by itself. */
    private static final Workflow FURNITURE = Workflow.builder("furniture")
            .items(
                    Status.builder("ordered").build(),
                    Status.builder("sent").done(true).build(),
                    Status.builder("cancelled").done(true).build())
            .status("packing", s -> {})
            .status("partly-sent", s -> {})
            .status("sent", s -> s.done())
            .status("cancelled", s -> s.done())
            .transition("place", t -> t.to("packing"))
            .transition("send", t -> t.from("packing", "partly-sent").items("ordered", "sent"))
            .transition("drop", t -> t.from("packing", "partly-sent").items("ordered", "cancelled"))
            .transition(
                    "all-dropped",
                    t -> t.from("packing")
                            .to("cancelled")
                            .whenItems(ItemCondition.all("cancelled"))
                            .automatic())
            .transition(
                    "all-sent",
                    t -> t.from("packing", "partly-sent")
                            .to("sent")
                            .whenItems(ItemCondition.all("sent", "cancelled"))
                            .notifying("customer")
                            .automatic())
            .transition(
                    "partly-sent",
                    t -> t.from("packing")
                            .to("partly-sent")
                            .whenItems(ItemCondition.some("sent"))
                            .automatic())
            .build();

    /** What is free of charge is paid as soon as it is placed, and what is paid and needs no packing is ready. */
    private static final Workflow DOWNLOADS = Workflow.builder("downloads")
            .field(Field.of("free", FieldType.YES_NO))
            .status("placed", s -> {})
            .status("paid", s -> {})
            .status("ready", s -> s.done())
            .status("late", s -> {})
            .transition("place", t -> t.to("placed").takes("free"))
            .transition(
                    "settle",
                    t -> t.from("placed").to("paid").whenField("free", true).automatic())
            .transition("pay", t -> t.from("placed", "late").to("paid"))
            .transition("remind", t -> t.from("placed").to("late").after(TimeLimit.after("P2D")))
            .transition(
                    "forgive", t -> t.from("late").to("paid").guard("is-friend").automatic())
            .transition("unlock", t -> t.from("paid").to("ready").noOpenCase().automatic())
            .caseType(
                    "claim",
                    LocalText.of("en", "Claim"),
                    Workflow.builder("claim")
                            .field(Field.of("small", FieldType.YES_NO))
                            .status("open", s -> {})
                            .status("settled", s -> s.done())
                            .transition("claim", t -> t.to("open").takes("small"))
                            .transition("settle", t -> t.from("open").to("settled"))
                            .transition(
                                    "wave-through",
                                    t -> t.from("open")
                                            .to("settled")
                                            .whenField("small", true)
                                            .automatic())
                            .build(),
                    List.of("placed"))
            .build();

    private final SettableClock clock = new SettableClock();
    private final OrderStore store = new InMemoryOrderStore();
    private final List<String> heard = new ArrayList<>();
    private final Orders orders = Orders.builder(store)
            .workflow(FURNITURE)
            .workflow(DOWNLOADS)
            .guard("is-friend", (order, request) -> Optional.empty())
            .listener((order, entry) -> heard.add(order.status()))
            .clock(clock)
            .build();

    private static Request furniture() {
        return place().withLines(Line.of("CHAIR", "Chair", 3).withId("chair"));
    }

    private List<String> events(String number) {
        return orders.history(number).orElseThrow().transitions().stream()
                .map(TransitionEntry::event)
                .toList();
    }

    private Order found(String number) {
        return orders.find(number).orElseThrow();
    }

    @Test
    void a_step_is_followed_by_those_whose_conditions_it_makes_true_each_with_an_entry_of_its_own() {
        orders.place("1", "furniture", furniture());

        Accepted part = accepted(orders.fire("1", staff("send").withItems(List.of(LineQuantity.of("chair", 2)))));
        Accepted rest = accepted(orders.fire("1", staff("drop")));

        assertThat(part.entry().event()).isEqualTo("send");
        assertThat(part.order().status()).isEqualTo("partly-sent");
        assertThat(part.automatic()).extracting(step -> step.entry().event()).containsExactly("partly-sent");
        assertThat(part.automatic().get(0).entry().actor().role()).isEqualTo("system");
        assertThat(rest.order().status()).isEqualTo("sent");
        assertThat(events("1")).containsExactly("place", "send", "partly-sent", "drop", "all-sent");
        assertThat(found("1")).isEqualTo(rest.order());
        assertThat(orders.history("1").orElseThrow().verify()).isEmpty();
    }

    @Test
    void the_first_in_the_file_goes_before_the_others_and_several_follow_each_other() {
        orders.place("1", "furniture", furniture());
        orders.fire("1", staff("drop"));

        Accepted free = accepted(orders.place("2", "downloads", place().with("free", true)));

        assertThat(found("1").status()).isEqualTo("cancelled");
        assertThat(free.order().status()).isEqualTo("ready");
        assertThat(free.entry().event()).isEqualTo("place");
        assertThat(events("2")).containsExactly("place", "settle", "unlock");
    }

    @Test
    void all_of_them_have_the_time_of_the_step_and_are_heard_of_in_their_order() {
        Accepted free = accepted(orders.place("2", "downloads", place().with("free", true)));

        assertThat(free.steps()).extracting(step -> step.entry().at()).containsOnly(clock.instant());
        assertThat(heard).containsExactly("placed", "paid", "ready");
    }

    @Test
    void each_notifies_by_its_own_rules() {
        orders.place("1", "furniture", furniture());
        orders.fire("1", staff("send"));

        assertThat(store.outbox().pending("1"))
                .extracting(OutboxEntry::message)
                .containsExactly(new OutboxMessage("1", 3, 0, "customer", "mail"));
    }

    @Test
    void a_deadline_is_followed_as_a_request_is() {
        orders.place("3", "downloads", place());
        clock.days(3);

        SweepReport report = orders.sweep();

        assertThat(report.fired()).hasSize(1);
        assertThat(events("3")).containsExactly("place", "remind", "forgive", "unlock");
        assertThat(found("3").status()).isEqualTo("ready");
    }

    @Test
    void a_case_has_its_own_and_its_end_lets_the_order_go_on() {
        orders.place("4", "downloads", place());
        orders.openCase("4", "claim", by("customer", "claim"));
        orders.fire("4", staff("pay"));
        assertThat(found("4").status()).as("while the case is open").isEqualTo("paid");

        orders.fireCase("4", 1, staff("settle"));
        orders.place("5", "downloads", place());
        orders.openCase("5", "claim", by("customer", "claim").with("small", true));

        assertThat(found("4").status()).isEqualTo("ready");
        assertThat(events("4")).containsExactly("place", "claim", "pay", "settle", "unlock");
        assertThat(events("5")).containsExactly("place", "claim", "wave-through");
        assertThat(found("5").cases().get(0).open()).isFalse();
    }

    @Test
    void a_repeated_request_is_answered_with_all_of_it() {
        orders.place("2", "downloads", place());
        Request pay = staff("pay").withId("r-1");
        Accepted first = accepted(orders.fire("2", pay));

        Accepted again = accepted(orders.fire("2", pay));

        assertThat(first.automatic()).hasSize(1);
        assertThat(again.steps())
                .isEqualTo(first.steps().stream()
                        .map(step -> new AcceptedStep(step.order(), step.entry(), List.of()))
                        .toList());
        assertThat(events("2")).hasSize(3);
    }

    @Test
    void an_order_that_a_migration_makes_fit_goes_on_with_it() {
        Workflow old = Workflow.builder("parcels")
                .field(Field.of("free", FieldType.YES_NO))
                .status("placed", s -> {})
                .status("paid", s -> s.done())
                .transition("place", t -> t.to("placed").takes("free"))
                .transition("pay", t -> t.from("placed").to("paid"))
                .build();
        Orders both = Orders.builder(store)
                .workflow(old)
                .workflow(old.nextVersion()
                        .transition(
                                "settle",
                                t -> t.from("placed")
                                        .to("paid")
                                        .whenField("free", true)
                                        .automatic())
                        .build())
                .clock(clock)
                .build();
        Orders before = Orders.builder(store).workflow(old).clock(clock).build();
        before.place("6", place().with("free", true));

        both.migration("parcels", 1, 2).run(STAFF);

        History history = both.history("6").orElseThrow();
        assertThat(both.find("6").orElseThrow().status()).isEqualTo("paid");
        assertThat(history.activities()).extracting(Activity::sequence).containsExactly(1L, 2L, 3L);
        assertThat(history.verify()).isEmpty();
    }

    @Test
    void an_automatic_event_is_not_requested() {
        orders.place("2", "downloads", place());

        assertThat(rejected(orders.fire("2", staff("settle"))).code()).isEqualTo("role-not-allowed");
    }

    @Test
    void an_engine_that_goes_round_in_circles_is_stopped() {
        Workflow straight = Workflow.builder("straight")
                .status("a", s -> {})
                .status("b", s -> {})
                .status("c", s -> s.done())
                .transition("place", t -> t.to("a"))
                .transition("there", t -> t.from("a").to("b").automatic())
                .transition("back", t -> t.from("b").to("c").automatic())
                .build();
        Workflow circle = straight.extend("straight")
                .removeTransitions(t -> t.event().equals("back"))
                .transition("back", t -> t.from("b").to("a").automatic())
                .build();
        Decider decider = Decider.using(straight, w -> Engine.table(circle, Map.of()));

        assertThatIllegalStateException()
                .isThrownBy(() -> decider.place("1", place().withTime(clock.instant())))
                .withMessageContaining("go round in circles: [back, there, back, there, back]");
    }
}
