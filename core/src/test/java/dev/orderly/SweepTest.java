package dev.orderly;

import static dev.orderly.OrdersFixture.by;
import static dev.orderly.OrdersFixture.place;
import static dev.orderly.OrdersFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.decision.UnavailableWorkflowException;
import dev.orderly.file.Presets;
import dev.orderly.order.Actor;
import dev.orderly.order.Deadline;
import dev.orderly.order.Line;
import dev.orderly.store.Change;
import dev.orderly.store.ConflictException;
import dev.orderly.store.DeadlineClaim;
import dev.orderly.store.DeadlineQuery;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import dev.orderly.store.Receipt;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class SweepTest {

    private final SettableClock clock = new SettableClock();
    private final Orders orders = orders(new InMemoryOrderStore());

    private Orders orders(OrderStore store) {
        return Orders.builder(store)
                .workflow(OrdersFixture.WORKFLOW)
                .clock(clock)
                .build();
    }

    private Orders guarded(Guard guard) {
        return Orders.builder(new InMemoryOrderStore())
                .workflow(OrdersFixture.GUARDED)
                .guard("may-expire", guard)
                .clock(clock)
                .build();
    }

    private static Guard heldUp(String... numbers) {
        return (order, request) -> List.of(numbers).contains(order.number())
                ? Optional.of(Reason.of("held-up", "en", "Somebody is still looking at it."))
                : Optional.empty();
    }

    private static List<String> fired(SweepReport report) {
        return report.fired().stream().map(a -> a.order().number()).toList();
    }

    private static String status(Orders orders, String number) {
        return orders.find(number).orElseThrow().status();
    }

    @Test
    void nothing_fires_before_its_time() {
        orders.place("A-1", place());
        clock.days(14).advance(Duration.ofNanos(-1));

        assertThat(fired(orders.sweep())).isEmpty();
        assertThat(status(orders, "A-1")).isEqualTo("new");
    }

    @Test
    void what_is_due_fires_at_its_time() {
        orders.place("A-1", place());
        clock.days(14);

        assertThat(fired(orders.sweep())).containsExactly("A-1");
        assertThat(status(orders, "A-1")).isEqualTo("expired");
    }

    @Test
    void what_fires_by_itself_was_done_by_the_system_at_the_time_of_the_sweep() {
        orders.place("A-1", place());
        Instant now = clock.days(20).instant();

        assertThat(orders.sweep().fired()).singleElement().satisfies(accepted -> {
            assertThat(accepted.entry().actor()).isEqualTo(Actor.system());
            assertThat(accepted.entry().at()).isEqualTo(now);
        });
    }

    @Test
    void what_has_fired_does_not_fire_again() {
        orders.place("A-1", place());
        clock.days(14);
        orders.sweep();

        assertThat(fired(orders.sweep())).isEmpty();
        assertThat(orders.history("A-1").orElseThrow().entries()).hasSize(2);
    }

    @Test
    void what_was_due_and_happened_otherwise_does_not_fire() {
        orders.place("A-1", place());
        orders.fire("A-1", staff("send"));
        clock.days(14);

        assertThat(fired(orders.sweep())).isEmpty();
    }

    @Test
    void deadlines_fire_earliest_first() {
        orders.place("A-2", place());
        clock.days(1);
        orders.place("A-1", place());
        clock.days(14);

        assertThat(fired(orders.sweep())).containsExactly("A-2", "A-1");
    }

    @Test
    void a_sweep_fires_more_than_one_batch() {
        for (int i = 0; i < 1100; i++) {
            orders.place("A-" + i, place());
        }
        clock.days(14);

        assertThat(fired(orders.sweep())).hasSize(1100).doesNotHaveDuplicates();
    }

    @Test
    void sweeps_at_the_same_time_fire_everything_exactly_once() {
        OrderStore store = new InMemoryOrderStore();
        List<Orders> nodes = List.of(orders(store), orders(store), orders(store), orders(store));
        for (int i = 0; i < 250; i++) {
            nodes.get(0).place("A-" + i, place());
        }
        clock.days(14);

        List<SweepReport> reports =
                ConcurrentRun.of(nodes.size(), i -> nodes.get(i).sweep());

        assertThat(reports.stream().flatMap(r -> fired(r).stream()).toList())
                .hasSize(250)
                .doesNotHaveDuplicates();
        for (int i = 0; i < 250; i++) {
            assertThat(nodes.get(0).history("A-" + i).orElseThrow().entries()).hasSize(2);
        }
    }

    @Test
    void an_order_that_somebody_else_changed_at_that_moment_is_reported_as_overtaken() {
        Orders unlucky = orders(new ForwardingStore() {
            @Override
            public void append(Change change) {
                if (change.after().sequence() > 1) {
                    throw new ConflictException("somebody else was faster");
                }
                super.append(change);
            }
        });
        unlucky.place("A-1", place());
        clock.days(14);

        SweepReport report = unlucky.sweep();

        assertThat(report.overtaken()).containsExactly("A-1");
        assertThat(report.fired()).isEmpty();
    }

    @Test
    void an_order_that_moved_on_after_it_was_found_due_is_overtaken_and_not_refused() {
        Orders unlucky = orders(new ForwardingStore() {
            @Override
            public DeadlineClaim claimDeadlines(DeadlineQuery query) {
                DeadlineClaim due = super.claimDeadlines(query);
                due.orders().forEach(stored -> orders(this).fire(stored.order().number(), staff("send")));
                return due;
            }
        });
        unlucky.place("A-1", place());
        clock.days(14);

        SweepReport report = unlucky.sweep();

        assertThat(report.overtaken()).containsExactly("A-1");
        assertThat(report.refused()).isEmpty();
    }

    @Test
    void what_is_due_is_written_many_at_a_time() {
        List<Integer> sizes = new ArrayList<>();
        Orders counted = orders(new ForwardingStore() {
            @Override
            public List<Receipt> appendAll(List<Change> changes) {
                sizes.add(changes.size());
                return super.appendAll(changes);
            }
        });
        for (int i = 0; i < 250; i++) {
            counted.place("A-" + i, place());
        }
        clock.days(14);
        counted.sweep();

        assertThat(sizes).containsExactly(250);
    }

    @Test
    void an_order_that_was_overtaken_does_not_keep_the_others_from_firing() {
        OrderStore store = new ForwardingStore() {
            @Override
            public DeadlineClaim claimDeadlines(DeadlineQuery query) {
                DeadlineClaim due = super.claimDeadlines(query);
                if (!due.isEmpty()) {
                    orders(this).fire("A-2", staff("send"));
                }
                return due;
            }
        };
        Orders unlucky = orders(store);
        List.of("A-1", "A-2", "A-3").forEach(number -> unlucky.place(number, place()));
        clock.days(14);

        SweepReport report = unlucky.sweep();

        assertThat(fired(report)).containsExactly("A-1", "A-3");
        assertThat(report.overtaken()).containsExactly("A-2");
        assertThat(status(unlucky, "A-2")).isEqualTo("sent");
    }

    @Test
    void an_order_that_the_store_cannot_write_is_reported_and_does_not_hold_up_the_others() {
        Orders unlucky = orders(new ForwardingStore() {
            @Override
            public void append(Change change) {
                if (change.after().number().equals("A-2") && change.after().sequence() > 1) {
                    throw new IllegalStateException("the disk has a hole where A-2 should be");
                }
                super.append(change);
            }
        });
        List.of("A-1", "A-2", "A-3").forEach(number -> unlucky.place(number, place()));
        clock.days(14);

        try (CapturedLog log = new CapturedLog()) {
            SweepReport report = unlucky.sweep();

            assertThat(fired(report)).containsExactly("A-1", "A-3");
            assertThat(report.failed()).containsOnlyKeys("A-2");
            assertThat(log.text())
                    .contains("the deadline of order A-2 failed; it is tried again")
                    .contains("has a hole");
        }
    }

    /** A node that has only the first version, and one that has the second as well, whose guard the first lacks. */
    @Test
    void while_a_release_is_rolled_out_each_node_fires_what_it_can_decide_and_starves_no_other() {
        OrderStore store = new InMemoryOrderStore();
        Workflow second = OrdersFixture.WORKFLOW
                .nextVersion()
                .removeTransitions(t -> t.event().equals("expire"))
                .transition(
                        "expire",
                        t -> t.from("new")
                                .to("expired")
                                .after(TimeLimit.after("P14D"))
                                .guard("may-expire"))
                .build();
        Orders newer = Orders.builder(store)
                .workflow(second)
                .workflow(OrdersFixture.WORKFLOW)
                .guard("may-expire", (order, request) -> Optional.empty())
                .clock(clock)
                .build();
        Orders older = orders(store);
        older.place("A-1", place());
        newer.place("A-2", place());
        older.place("A-3", place());
        clock.days(14);

        assertThat(fired(older.sweep())).containsExactly("A-1", "A-3");
        assertThat(older.sweep().failed()).isEmpty();
        assertThat(fired(newer.sweep())).containsExactly("A-2");
    }

    @Test
    void an_order_of_a_version_that_the_program_lacks_is_refused_whatever_is_asked() {
        OrderStore store = new InMemoryOrderStore();
        Workflow second = OrdersFixture.WORKFLOW
                .nextVersion()
                .removeTransitions(t -> t.event().equals("send"))
                .transition("send", t -> t.from("new").to("sent").by("staff").guard("stock"))
                .build();
        Orders.builder(store)
                .workflow(second)
                .guard("stock", (order, request) -> Optional.empty())
                .clock(clock)
                .build()
                .place("A-1", place());
        Orders older = orders(store);

        Rejected refusal = (Rejected) older.fire("A-1", staff("send"));
        assertThat(refusal.code()).isEqualTo(Reason.WORKFLOW_UNAVAILABLE);
        assertThat(refusal.explain(OrdersFixture.WORKFLOW, "en"))
                .isEqualTo("This program cannot decide about order A-1: it does not have " + second.name()
                        + " version 2.");
        assertThat(older.ask("A-1", staff("send"))).isEqualTo(refusal);
        assertThat(older.comment("A-1", CommentRequest.of(Actor.of("customer"), "where is it?")))
                .isEqualTo(refusal);
        assertThat(older.mute("A-1", Actor.of("customer"), true)).isEqualTo(refusal);
        assertThat(older.canDecide(older.find("A-1").orElseThrow())).isFalse();
        assertThatExceptionOfType(UnavailableWorkflowException.class)
                .isThrownBy(() -> older.available("A-1", Actor.of("staff")))
                .withMessageContaining("stock");
    }

    @Test
    void a_store_that_fails_after_events_have_fired_does_not_take_their_report_away() {
        Orders unlucky = orders(new ForwardingStore() {
            private int claims;

            @Override
            public DeadlineClaim claimDeadlines(DeadlineQuery query) {
                if (claims++ > 0) {
                    throw new IllegalStateException("the database is away");
                }
                return super.claimDeadlines(query);
            }

            @Override
            public int forgetAnswers(Instant before, int limit) {
                throw new IllegalStateException("the database is still away");
            }
        });
        unlucky.place("A-1", place());
        clock.days(14);

        try (CapturedLog log = new CapturedLog()) {
            assertThat(fired(unlucky.sweep())).containsExactly("A-1");
            assertThat(log.text())
                    .contains("the sweep ends early, after 1 events")
                    .contains("old answers could not be deleted");
        }
    }

    @Test
    void listeners_hear_of_what_was_written_earliest_deadline_first() {
        List<String> heard = new ArrayList<>();
        OrderStore store = new ForwardingStore() {
            @Override
            public void append(Change change) {
                if (change.after().number().equals("A-2") && change.after().sequence() > 1) {
                    throw new ConflictException("somebody else was faster");
                }
                super.append(change);
            }
        };
        Orders told = Orders.builder(store)
                .workflow(OrdersFixture.WORKFLOW)
                .clock(clock)
                .listener((order, entry) -> heard.add(order.number() + " " + order.status() + ", stored as "
                        + store.find(order.number()).orElseThrow().order().status()))
                .build();
        for (String number : List.of("A-3", "A-2", "A-1")) {
            told.place(number, place());
            clock.days(1);
        }
        heard.clear();
        clock.days(14);
        told.sweep();

        assertThat(heard).containsExactly("A-3 expired, stored as expired", "A-1 expired, stored as expired");
    }

    @Test
    void what_is_decided_does_not_wait_for_the_slow_guard_of_another_order_for_more_than_a_second() {
        OrderStore store = new InMemoryOrderStore();
        List<String> before = new ArrayList<>();
        Orders slow = Orders.builder(store)
                .workflow(OrdersFixture.GUARDED)
                .guard("may-expire", (order, request) -> {
                    if (order.number().equals("A-2")) {
                        LockSupport.parkNanos(Duration.ofMillis(1500).toNanos());
                    }
                    before.add(store.find("A-1").orElseThrow().order().status());
                    return Optional.empty();
                })
                .clock(clock)
                .build();
        for (String number : List.of("A-1", "A-2", "A-3")) {
            slow.place(number, place());
        }
        clock.days(14);
        slow.sweep();

        assertThat(before).containsExactly("new", "new", "expired");
    }

    @Test
    void what_is_refused_is_reported_with_the_reason_and_stays_due() {
        Orders shop = guarded(heldUp("A-1"));
        shop.place("A-1", place());
        clock.days(14);

        assertThat(shop.sweep().refused().get("A-1")).extracting(Rejected::code).isEqualTo("held-up");
        assertThat(status(shop, "A-1")).isEqualTo("new");
        clock.advance(Duration.ofMinutes(5));
        assertThat(shop.sweep().refused()).containsOnlyKeys("A-1");
    }

    @Test
    void what_was_refused_is_left_alone_for_five_minutes() {
        Orders shop = guarded(heldUp("A-1"));
        shop.place("A-1", place());
        clock.days(14);
        shop.sweep();

        clock.advance(Duration.ofMinutes(5).minusNanos(1000));

        assertThat(shop.sweep().refused()).isEmpty();
    }

    @Test
    void without_a_clock_of_its_own_a_sweep_goes_by_the_clock_of_the_store() {
        Instant ahead = Instant.now().plus(Duration.ofDays(15));
        Orders shop = Orders.builder(new ForwardingStore() {
                    @Override
                    public Optional<Instant> now() {
                        return Optional.of(ahead);
                    }
                })
                .workflow(OrdersFixture.WORKFLOW)
                .build();
        shop.place("A-1", place());

        assertThat(fired(shop.sweep())).containsExactly("A-1");
    }

    @Test
    void what_is_refused_does_not_hold_up_those_behind_it() {
        String[] refused = new String[150];
        for (int i = 0; i < refused.length; i++) {
            refused[i] = "A-" + i;
        }
        Orders shop = guarded(heldUp(refused));
        for (String number : refused) {
            shop.place(number, place());
        }
        clock.days(1);
        shop.place("B-1", place());
        clock.days(14);

        SweepReport report = shop.sweep();

        assertThat(report.refused()).containsOnlyKeys(refused);
        assertThat(fired(report)).containsExactly("B-1");
    }

    @Test
    void what_breaks_is_reported_and_does_not_hold_up_those_behind_it() {
        Orders shop = guarded((order, request) -> {
            if (order.number().equals("A-1")) {
                throw new IllegalStateException("no credit bureau");
            }
            return Optional.empty();
        });
        shop.place("A-1", place());
        shop.place("A-2", place());
        Instant due = clock.days(14).instant();

        try (CapturedLog log = new CapturedLog()) {
            SweepReport report = shop.sweep();

            assertThat(report.failed().get("A-1")).hasMessageContaining("guard \"may-expire\" failed");
            assertThat(fired(report)).containsExactly("A-2");
            assertThat(log.text())
                    .contains("the deadline of order A-1 failed; it is tried again: Deadline[at=" + due)
                    .contains("no credit bureau");
        }
    }

    @Test
    void a_clock_behind_the_last_move_does_not_refuse_what_is_due() {
        orders.place("A-1", place());
        Instant last = clock.instant().plus(Duration.ofDays(20));
        orders.fire("A-1", staff("hold").withTime(last));
        clock.days(15);

        assertThat(orders.sweep().fired())
                .singleElement()
                .satisfies(a -> assertThat(a.entry().at()).isEqualTo(last));
    }

    @Test
    void the_deadline_of_a_case_fires_for_the_case() {
        orders.place("A-1", place());
        orders.openCase("A-1", "claim", by("customer", "claim"));
        clock.days(2);

        assertThat(fired(orders.sweep())).containsExactly("A-1");
        assertThat(status(orders, "A-1")).isEqualTo("new");
        assertThat(orders.find("A-1").orElseThrow().findCase(1).orElseThrow().status())
                .isEqualTo("settled");
    }

    @Test
    void deadlines_of_an_order_and_of_its_case_that_are_both_due_fire_in_one_sweep() {
        orders.place("A-1", place());
        orders.openCase("A-1", "claim", by("customer", "claim"));
        clock.days(14);

        assertThat(orders.sweep().fired()).extracting(a -> a.entry().event()).containsExactly("lapse", "expire");
    }

    @Test
    void an_open_incident_holds_back_the_pay_out_and_its_end_lets_it_fire() {
        Orders market = Orders.builder(new InMemoryOrderStore())
                .workflow(Presets.marketplaceAcceptance())
                .clock(clock)
                .build();
        market.place("A-1", place().with("payment", "cash-on-delivery"));
        market.fire("A-1", by("seller", "accept"));
        market.fire("A-1", by("seller", "ship").with("tracking-number", "T-1"));
        market.fire("A-1", by("carrier", "receive"));
        market.openCase("A-1", "incident", by("customer", "open").with("reason", "scratched"));
        clock.days(20);
        SweepReport whileOpen = market.sweep();
        market.fireCase("A-1", 1, by("seller", "answer").with("answer", "we are sorry"));
        market.fireCase("A-1", 1, by("customer", "close"));

        assertThat(whileOpen.fired()).isEmpty();
        assertThat(whileOpen.refused()).isEmpty();
        assertThat(market.sweep().fired()).extracting(a -> a.entry().event()).containsExactly("close");
        assertThat(status(market, "A-1")).isEqualTo("closed");
    }

    @Test
    void an_earlier_deadline_that_is_refused_does_not_hold_up_a_later_one_of_the_same_order() {
        Workflow workflow = Workflow.builder("patient")
                .status("new", s -> {})
                .status("sent", s -> s.done())
                .status("dropped", s -> s.done())
                .transition("place", t -> t.to("new").by("customer"))
                .transition(
                        "send", t -> t.from("new").to("sent").linesAvailable().after(TimeLimit.after("P1D")))
                .transition("expire", t -> t.from("new").to("dropped").after(TimeLimit.after("P7D")))
                .build();
        Orders patient = Orders.builder(new InMemoryOrderStore())
                .workflow(workflow)
                .clock(clock)
                .build();
        Line notOut = Line.of("1", "Not out yet", 1).withAvailableFrom(LocalDate.of(2099, 1, 1));
        patient.place("A-1", Request.of("place", Actor.of("customer")).withLines(notOut));

        clock.days(3);
        SweepReport early = patient.sweep();
        clock.days(7);
        SweepReport late = patient.sweep();

        assertThat(early.fired()).isEmpty();
        assertThat(early.refused().values()).extracting(Rejected::code).containsExactly(Reason.LINE_NOT_AVAILABLE);
        assertThat(late.fired()).hasSize(1);
        assertThat(status(patient, "A-1")).isEqualTo("dropped");
    }

    @Test
    void a_reminder_before_a_deadline_fires_once_and_so_long_before_it() {
        Orders kept = Orders.builder(new InMemoryOrderStore())
                .workflow(KEPT)
                .clock(clock)
                .build();
        kept.place("A-1", place());
        clock.days(4).advance(Duration.ofNanos(-1));
        assertThat(kept.sweep().fired()).isEmpty();

        clock.advance(Duration.ofNanos(1));
        assertThat(kept.sweep().fired())
                .extracting(accepted -> accepted.entry().event())
                .containsExactly("remind");
        assertThat(kept.sweep().fired()).isEmpty();
        assertThat(kept.find("A-1").orElseThrow().deadline())
                .isEqualTo(new Deadline(clock.instant().plus(Duration.ofDays(3)), "expire", null));
    }

    private static final Workflow KEPT = Workflow.builder("kept")
            .status("ready", status -> {})
            .status("expired", status -> status.done(true))
            .transition("place", t -> t.to("ready"))
            .transition("remind", t -> t.from("ready").after(TimeLimit.before("P3D", "expire")))
            .transition("expire", t -> t.from("ready").to("expired").after(TimeLimit.after("P7D")))
            .build();
}
