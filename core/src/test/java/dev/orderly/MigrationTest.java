package dev.orderly;

import static dev.orderly.OrdersFixture.STAFF;
import static dev.orderly.OrdersFixture.accepted;
import static dev.orderly.OrdersFixture.by;
import static dev.orderly.OrdersFixture.place;
import static dev.orderly.OrdersFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.decision.UnavailableWorkflowException;
import dev.orderly.file.Presets;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.order.Deadline;
import dev.orderly.order.History;
import dev.orderly.order.Line;
import dev.orderly.order.Migration;
import dev.orderly.order.Order;
import dev.orderly.store.Change;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import dev.orderly.store.Receipt;
import dev.orderly.store.StoreFailedException;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MigrationTest {

    private static final Workflow OLD = Presets.marketplaceSeller();
    private static final Workflow RENAMED = load("marketplace-seller-2019.yaml");
    private static final Workflow CASH = load("marketplace-seller-2020.yaml");

    private final SettableClock clock = new SettableClock();
    private final OrderStore store = new InMemoryOrderStore();
    private final Orders before = orders(OLD);

    private static Workflow load(String file) {
        try {
            return WorkflowFiles.load(Path.of(Objects.requireNonNull(MigrationTest.class.getResource(file))
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Orders orders(Workflow... workflows) {
        OrdersBuilder builder = Orders.builder(store).clock(clock);
        for (Workflow workflow : workflows) {
            builder.workflow(workflow);
        }
        return builder.build();
    }

    /** An order of the old version that has gone through these events, each asked for by the role before it. */
    private void live(String number, Request... requests) {
        before.place(number, place().with("preparation-days", 3));
        for (Request request : requests) {
            accepted(before.fire(number, request));
        }
    }

    private static final Request PAID = by("platform", "confirm-payment");
    private static final Request STARTED = by("seller", "process");
    private static final Request SHIPPED = by("seller", "ship").with("tracking-number", "T-1");

    @Nested
    class OfTheSellersShop {

        private final Orders after = orders(OLD, RENAMED, CASH);
        private final MigrationPlan plan =
                after.migration("marketplace-seller", 1, 2).withStatus("processed", "payment-confirmed");

        private Order found(String number) {
            return after.find(number).orElseThrow();
        }

        private History history(String number) {
            return after.history(number).orElseThrow();
        }

        private Order replayed(String number) {
            return history(number)
                    .replay((name, version) -> Decider.of(
                                    List.of(OLD, RENAMED, CASH).get(version - 1))
                            .evolution());
        }

        @Test
        void a_dry_run_counts_the_live_orders_by_status() {
            live("A-1");
            live("A-2", PAID);
            live("A-3", PAID);
            live("A-4", PAID, STARTED, SHIPPED);

            MigrationReport report = plan.dryRun();

            assertThat(report.orders())
                    .containsExactly(Map.entry("pending", 1L), Map.entry("processed", 2L), Map.entry("shipped", 1L));
            assertThat(report.moved()).isEqualTo(4);
            assertThat(report.unmapped()).isEmpty();
        }

        @Test
        void a_dry_run_moves_nothing() {
            live("A-1", PAID);
            Order standing = found("A-1");

            plan.dryRun();

            assertThat(found("A-1")).isEqualTo(standing);
            assertThat(history("A-1").entries()).hasSize(2);
        }

        @Test
        void orders_from_whose_status_nothing_leads_on_stay_behind() {
            live("A-1", by("platform", "cancel"));

            assertThat(plan.run(STAFF).orders()).isEmpty();
            assertThat(found("A-1").version()).isEqualTo(1);
        }

        @Test
        void orders_in_a_done_status_that_can_still_move_are_moved() {
            live("A-1", PAID, STARTED, SHIPPED, by("seller", "complete"));

            assertThat(plan.run(STAFF).orders()).containsExactly(Map.entry("complete", 1L));
            assertThat(found("A-1").version()).isEqualTo(2);
        }

        @Test
        void a_dry_run_names_the_orders_in_a_status_that_nobody_mapped() {
            live("A-1");
            live("A-2", PAID);

            MigrationReport report = after.migration("marketplace-seller", 1, 2).dryRun();

            assertThat(report.moved()).isEqualTo(1);
            assertThat(report.unmapped())
                    .containsExactly(new MigrationReport.Unmapped(
                            "A-2",
                            "processed",
                            "marketplace-seller version 2 has no status \"processed\": map it to one that it has"));
        }

        @Test
        void a_run_leaves_behind_what_the_dry_run_named() {
            live("A-2", PAID);
            Order standing = found("A-2");

            MigrationReport report = after.migration("marketplace-seller", 1, 2).run(STAFF);

            assertThat(report.unmapped())
                    .extracting(MigrationReport.Unmapped::number)
                    .containsExactly("A-2");
            assertThat(found("A-2")).isEqualTo(standing);
        }

        @Test
        void a_moved_order_is_in_the_status_that_its_own_was_mapped_to() {
            live("A-1", PAID);

            plan.run(STAFF);

            assertThat(found("A-1").status()).isEqualTo("payment-confirmed");
            assertThat(found("A-1").version()).isEqualTo(2);
        }

        @Test
        void a_moved_order_goes_on_by_the_new_version() {
            live("A-1", PAID);
            plan.run(STAFF);

            accepted(after.fire("A-1", STARTED));

            assertThat(found("A-1").status()).isEqualTo("processing");
            assertThat(after.workflowOf(found("A-1"))).isEqualTo(RENAMED);
        }

        @Test
        void a_moved_order_keeps_its_times() {
            live("A-1", PAID);
            Order old = found("A-1");
            clock.days(1);

            plan.run(STAFF);

            assertThat(found("A-1").placedAt()).isEqualTo(old.placedAt());
            assertThat(found("A-1").since()).isEqualTo(old.since());
            assertThat(found("A-1").overdueAt()).isEqualTo(old.overdueAt());
        }

        @Test
        void who_moved_an_order_stands_in_its_history() {
            live("A-1", PAID);

            plan.run(STAFF);

            assertThat(history("A-1").activities())
                    .last()
                    .isEqualTo(Migration.builder(3, STAFF, clock.instant(), 1, 2, "processed", "payment-confirmed")
                            .build());
        }

        @Test
        void a_moved_order_replays_and_verifies() {
            live("A-1", PAID);
            plan.run(STAFF);
            after.fire("A-1", STARTED);

            assertThat(history("A-1").verify()).isEmpty();
            assertThat(replayed("A-1")).isEqualTo(found("A-1"));
        }

        @Test
        void a_request_that_was_answered_before_the_move_gets_the_same_answer_after_it() {
            live("A-1");
            Accepted answer = (Accepted) before.fire("A-1", PAID.withId("r-1"));

            plan.run(STAFF);

            assertThat(after.fire("A-1", PAID.withId("r-1")))
                    .as("the same answer, but nobody is told a second time")
                    .isEqualTo(new Accepted(answer.order(), answer.entry(), List.of()));
        }

        @Test
        void a_second_run_is_harmless() {
            live("A-1", PAID);
            plan.run(STAFF);

            MigrationReport again = plan.run(STAFF);

            assertThat(again.moved()).isZero();
            assertThat(again.orders()).isEmpty();
            assertThat(history("A-1").entries()).hasSize(3);
        }

        @Test
        void runs_at_the_same_time_move_each_order_once() {
            for (int i = 0; i < 50; i++) {
                live("A-" + i, PAID);
            }

            List<MigrationReport> reports = ConcurrentRun.of(4, i -> plan.run(STAFF));

            assertThat(reports).allSatisfy(r -> assertThat(r.unmapped()).isEmpty());
            for (int i = 0; i < 50; i++) {
                assertThat(history("A-" + i).entries()).hasSize(3);
            }
        }

        @Test
        void more_than_one_write_can_hold_are_moved_by_several_threads_and_the_progress_is_told() {
            for (int i = 0; i < 1200; i++) {
                live("A-" + i, PAID);
            }
            live("B-1");
            List<Long> progress = new CopyOnWriteArrayList<>();

            MigrationReport report = plan.withThreads(3)
                    .withPause(Duration.ofNanos(1))
                    .withProgress((moved, left) -> progress.add(moved))
                    .run(STAFF);

            assertThat(report.moved()).isEqualTo(1201);
            assertThat(report.isComplete()).isTrue();
            assertThat(report.orders()).containsExactly(Map.entry("pending", 1L), Map.entry("processed", 1200L));
            assertThat(progress).isSorted().hasSize(3).last().isEqualTo(1201L);
            for (int i = 0; i < 1200; i++) {
                assertThat(history("A-" + i).verify()).isEmpty();
                assertThat(found("A-" + i).version()).isEqualTo(2);
            }
        }

        @Test
        void a_run_with_a_limit_moves_the_latest_and_a_further_run_goes_on_with_the_others() {
            for (int i = 0; i < 10; i++) {
                live("A-" + i, PAID);
                clock.days(1);
            }

            MigrationReport first = plan.withLimit(7).run(STAFF);

            assertThat(first.moved()).isEqualTo(7);
            assertThat(first.isComplete()).isFalse();
            assertThat(found("A-9").version()).isEqualTo(2);
            assertThat(found("A-2").version()).isEqualTo(1);
            assertThat(plan.withLimit(3).run(STAFF))
                    .isEqualTo(new MigrationReport(Map.of("processed", 3L), 3, 0, List.of(), true));
        }

        @Test
        void orders_that_stay_behind_do_not_count_towards_the_limit() {
            for (int i = 0; i < 10; i++) {
                live("A-" + i);
                live("B-" + i, PAID);
            }

            MigrationReport report =
                    after.migration("marketplace-seller", 1, 2).withLimit(10).run(STAFF);

            assertThat(report.moved()).isEqualTo(10);
            assertThat(report.left()).isEqualTo(10);
            assertThat(report.isComplete()).isTrue();
        }

        @Test
        void an_interrupted_run_reports_what_it_moved_and_a_further_run_moves_the_others() {
            for (int i = 0; i < 2500; i++) {
                live("A-" + i, PAID);
            }
            Thread running = Thread.currentThread();

            MigrationReport report = plan.withThreads(1)
                    .withPause(Duration.ofDays(1))
                    .withProgress((moved, left) -> running.interrupt())
                    .run(STAFF);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(report.isComplete()).isFalse();
            assertThat(report.moved()).isBetween(500L, 2000L);
            assertThat(report.moved() + plan.run(STAFF).moved()).isEqualTo(2500);
        }

        @Test
        void orders_that_are_changed_all_the_while_are_moved_and_lose_no_step() {
            for (int i = 0; i < 300; i++) {
                live("A-" + i, PAID);
            }

            List<Long> steps = ConcurrentRun.of(2, thread -> {
                if (thread == 0) {
                    return plan.run(STAFF).moved();
                }
                for (int i = 0; i < 300; i++) {
                    accepted(after.fire("A-" + i, STARTED));
                }
                return 300L;
            });

            assertThat(steps).containsExactly(300L, 300L);
            for (int i = 0; i < 300; i++) {
                assertThat(history("A-" + i).entries()).hasSize(4);
                assertThat(replayed("A-" + i)).isEqualTo(found("A-" + i));
            }
        }

        @Test
        void a_store_that_fails_ends_the_run_with_its_failure() {
            for (int i = 0; i < 1200; i++) {
                live("A-" + i, PAID);
            }
            AtomicInteger writes = new AtomicInteger();
            ForwardingStore failing = new ForwardingStore(store) {
                @Override
                public List<Receipt> appendAll(List<Change> changes) {
                    if (writes.incrementAndGet() < 2) {
                        return super.appendAll(changes);
                    }
                    StoreFailedException failure = new StoreFailedException("no answer", new IOException());
                    return changes.stream()
                            .map(change -> Receipt.failed(change, failure))
                            .toList();
                }
            };
            MigrationPlan broken = Orders.builder(failing)
                    .workflow(OLD)
                    .workflow(RENAMED)
                    .build()
                    .migration("marketplace-seller", 1, 2)
                    .withStatus("processed", "payment-confirmed")
                    .withThreads(1);

            assertThatExceptionOfType(StoreFailedException.class)
                    .isThrownBy(() -> broken.run(STAFF))
                    .withMessage("no answer");
            assertThat(plan.run(STAFF).moved()).as("by a further run").isEqualTo(700);
        }

        @Test
        void a_pace_that_makes_no_sense_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan.withThreads(0))
                    .withMessage("threads must be from 1 to 64, but is 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan.withLimit(0))
                    .withMessage("the limit must be at least 1, but is 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan.withPause(Duration.ofSeconds(-1)))
                    .withMessage("the pause cannot be negative, but is PT-1S");
        }

        @Test
        void orders_can_go_on_from_the_second_change_to_the_third() {
            live("A-1", PAID);
            plan.run(STAFF);

            after.migration("marketplace-seller", 2, 3).run(STAFF);
            accepted(after.fire("A-1", STARTED));

            assertThat(found("A-1").version()).isEqualTo(3);
            assertThat(replayed("A-1")).isEqualTo(found("A-1"));
        }

        @Test
        void old_orders_keep_their_version_while_new_ones_take_the_latest() {
            live("A-1", PAID);

            accepted(after.place("A-2", place().with("payment", "cash-on-delivery")));
            accepted(after.fire("A-1", STARTED));

            assertThat(found("A-1").version()).isEqualTo(1);
            assertThat(found("A-2").version()).isEqualTo(3);
            assertThat(found("A-2").status()).isEqualTo("cash-on-delivery");
        }

        @Test
        void the_way_through_two_versions_stands_in_the_trail() {
            live("A-1", PAID);
            clock.days(1);
            plan.run(STAFF);
            clock.days(2);

            assertThat(found("A-1").trail().timeInStatus(clock.instant()))
                    .containsEntry("processed", Duration.ofDays(1))
                    .containsEntry("payment-confirmed", Duration.ofDays(2));
        }

        @Test
        void a_mistyped_status_is_reported_at_once() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan.withStatus("procesed", "payment-confirmed"))
                    .withMessageStartingWith(
                            "marketplace-seller version 1 has no status \"procesed\"; it has [pending,");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan.withStatus("processed", "payment-confirmd"))
                    .withMessageStartingWith("marketplace-seller version 2 has no status \"payment-confirmd\"");
        }

        @Test
        void a_version_that_nobody_knows_is_named() {
            assertThatExceptionOfType(UnavailableWorkflowException.class)
                    .isThrownBy(() -> after.migration("marketplace-seller", 1, 9))
                    .withMessage(
                            "this program cannot decide about orders of marketplace-seller version 9: it is known neither to the store nor to this program:"
                                    + " give that version to Orders.builder(…).workflow(…)");
        }

        @Test
        void orders_cannot_be_moved_to_the_version_that_they_follow() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> after.migration("marketplace-seller", 2, 2))
                    .withMessage("orders of marketplace-seller version 2 cannot be moved to the version that they"
                            + " follow");
        }
    }

    private MigrationReport moveToNext(WorkflowBuilder<String, String> next) {
        Orders after = orders(OrdersFixture.WORKFLOW, next.version(2).build());
        return after.migration("shop", 1, 2).run(STAFF);
    }

    private void placeInShop(Request request) {
        orders(OrdersFixture.WORKFLOW).place("A-1", request);
    }

    @Test
    void a_deadline_is_counted_by_the_new_version() {
        placeInShop(place());
        Orders after = orders(
                OrdersFixture.WORKFLOW,
                OrdersFixture.WORKFLOW
                        .nextVersion()
                        .removeTransitions(t -> t.event().equals("expire"))
                        .transition(
                                "expire",
                                t -> t.from("new", "held").to("expired").after(TimeLimit.after("P7D", "place")))
                        .build());

        after.migration("shop", 1, 2).run(STAFF);

        assertThat(after.find("A-1").orElseThrow().deadline())
                .isEqualTo(new Deadline(clock.instant().plus(Duration.ofDays(7)), "expire", null));
        clock.days(7);
        assertThat(after.sweep().fired()).hasSize(1);
    }

    @Test
    void an_order_with_a_value_of_a_field_that_is_gone_stays_behind() {
        placeInShop(place().with("note", "fragile"));
        Workflow without = Workflow.builder("shop")
                .status("new", s -> {})
                .status("sent", s -> s.done())
                .transition("place", t -> t.to("new").by("customer"))
                .transition("send", t -> t.from("new").to("sent").by("staff"))
                .build();

        assertThat(moveToNext(without.extend("shop")).unmapped())
                .extracting(MigrationReport.Unmapped::why)
                .containsExactly("shop version 2 has no field \"note\", which the order carries");
    }

    @Test
    void an_order_with_a_value_of_another_type_stays_behind() {
        placeInShop(place().with("note", "2026-05-31"));

        assertThat(moveToNext(OrdersFixture.WORKFLOW.nextVersion().field(Field.of("note", FieldType.DATE)))
                        .unmapped())
                .extracting(MigrationReport.Unmapped::why)
                .containsExactly("what the order carries in the field \"note\" is no date that shop version 2 allows");
    }

    private static Workflow sending(int version, @Nullable String first) {
        WorkflowBuilder<String, String> workflow = Workflow.builder("parts")
                .version(version)
                .status("new", s -> {})
                .status("sent", s -> s.done())
                .transition("place", t -> t.to("new").by("customer"))
                .transition("drop", t -> t.from("new").to("sent").by("staff"));
        return first == null
                ? workflow.build()
                : workflow.items(
                                Status.builder(first).build(),
                                Status.builder("sent").done(true).build())
                        .removeTransitions(t -> t.event().equals("drop"))
                        .transition(
                                "send",
                                t -> t.from("new")
                                        .to("sent")
                                        .items(first, "sent")
                                        .whenItems(ItemCondition.all("sent")))
                        .build();
    }

    private List<String> unmapped(Workflow old, Workflow next) {
        orders(old).place("P-1", place().withLines(Line.of("978-1", "Solaris", 2)));
        MigrationReport report = orders(old, next).migration("parts", 1, 2).run(STAFF);
        return report.unmapped().stream().map(MigrationReport.Unmapped::why).toList();
    }

    @Test
    void an_order_goes_over_with_its_units() {
        assertThat(unmapped(sending(1, "ordered"), sending(2, "ordered"))).isEmpty();
        assertThat(orders(sending(2, "ordered"))
                        .find("P-1")
                        .orElseThrow()
                        .items()
                        .of("1"))
                .isEqualTo(Map.of("ordered", 2));
    }

    @Test
    void an_order_with_units_in_an_item_status_that_is_gone_stays_behind() {
        assertThat(unmapped(sending(1, "ordered"), sending(2, "reserved")))
                .containsExactly("parts version 2 has no item status \"ordered\", in which units of the order are");
    }

    @Test
    void an_order_whose_units_are_not_looked_at_in_one_of_the_versions_stays_behind() {
        assertThat(unmapped(sending(1, "ordered"), sending(2, null)))
                .containsExactly("parts version 2 looks at no units, but the order does");
    }

    @Test
    void an_order_of_which_nobody_knows_where_its_units_are_stays_behind() {
        assertThat(unmapped(sending(1, null), sending(2, "ordered")))
                .containsExactly("parts version 2 looks at units, and where those of the order are is not known");
    }

    @Test
    void an_order_with_a_case_of_a_kind_that_is_gone_stays_behind() {
        placeInShop(place());
        orders(OrdersFixture.WORKFLOW).openCase("A-1", "claim", by("customer", "claim"));
        Workflow without = Workflow.builder("shop")
                .status("new", s -> {})
                .status("sent", s -> s.done())
                .transition("place", t -> t.to("new").by("customer"))
                .transition("send", t -> t.from("new").to("sent").by("staff"))
                .build();

        assertThat(moveToNext(without.extend("shop")).unmapped())
                .extracting(MigrationReport.Unmapped::why)
                .containsExactly("shop version 2 has no case \"claim\" with a status \"open\"");
    }

    @Test
    void an_order_with_a_case_moves_with_it() {
        placeInShop(place());
        Orders shop = orders(
                OrdersFixture.WORKFLOW, OrdersFixture.WORKFLOW.nextVersion().build());
        shop.openCase("A-1", "claim", by("customer", "claim"));

        assertThat(shop.migration("shop", 1, 2).run(STAFF).moved()).isEqualTo(1);
        assertThat(shop.fireCase("A-1", 1, staff("settle")).isAccepted()).isTrue();
    }

    @Test
    void an_order_follows_a_version_that_only_the_store_still_knows() {
        live("A-1", PAID);
        Orders after = orders(RENAMED);

        accepted(after.fire("A-1", STARTED));

        assertThat(after.workflowOf(after.find("A-1").orElseThrow())).isEqualTo(OLD);
    }

    @Test
    void orders_of_a_version_that_only_the_store_still_knows_can_be_moved() {
        live("A-1", PAID);

        MigrationReport report = orders(RENAMED)
                .migration("marketplace-seller", 1, 2)
                .withStatus("processed", "payment-confirmed")
                .run(STAFF);

        assertThat(report.moved()).isEqualTo(1);
    }

    @Test
    void requests_about_an_order_of_a_version_that_nobody_knows_are_refused() {
        ForwardingStore forgetful = new ForwardingStore() {
            @Override
            public Optional<Workflow> workflow(String name, int version) {
                return Optional.empty();
            }
        };
        Orders.builder(forgetful).workflow(OLD).build().place("A-1", place());
        Orders after = Orders.builder(forgetful).workflow(RENAMED).build();

        assertThat(after.fire("A-1", PAID))
                .isInstanceOfSatisfying(
                        Rejected.class, r -> assertThat(r.code()).isEqualTo(Reason.WORKFLOW_UNAVAILABLE));
    }
}
