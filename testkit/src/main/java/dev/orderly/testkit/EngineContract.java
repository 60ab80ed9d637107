package dev.orderly.testkit;

import static dev.orderly.testkit.EngineScript.CUSTOMER;
import static dev.orderly.testkit.EngineScript.STAFF;
import static dev.orderly.testkit.EngineScript.START;
import static dev.orderly.testkit.EngineScript.plain;
import static dev.orderly.testkit.EngineScript.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.orderly.decision.Action;
import dev.orderly.decision.Allowed;
import dev.orderly.decision.CaseOption;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.order.OrderState;
import dev.orderly.order.OrderView;
import dev.orderly.testkit.internal.concurrent.ConcurrentRun;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The law of {@link dev.orderly.decision.Engine}. The test of an engine extends this class and says how to make a decider
 * that uses it.
 */
public abstract class EngineContract {

    private static final int THREADS = 8;
    private static final Guard YES = (order, request) -> Optional.empty();
    private static final Guard NO = objecting("no");

    /** A decider that asks the engine under test. */
    protected abstract Decider newDecider(Workflow workflow, Map<String, Guard> guards);

    /** Random scenarios of all presets and of any workflow. */
    @Provide
    public Arbitrary<Scenario> scenarios() {
        List<Arbitrary<Scenario>> ofPresets = Presets.names().stream()
                .map(name -> Scenarios.of(Presets.find(name).orElseThrow()))
                .toList();
        return Arbitraries.oneOf(Scenarios.anyWorkflow(), Arbitraries.oneOf(ofPresets));
    }

    private Decider decider(Scenario scenario) {
        return newDecider(scenario.workflow(), scenario.guards());
    }

    private static Guard objecting(String code) {
        return (order, request) -> Optional.of(Reason.of(code, "en", "No."));
    }

    /** The shop with a rule for {@code ship}, by which staff send what is open. */
    private EngineScript script(Consumer<TransitionBuilder<String>> rule) {
        return script(shop(rule), Map.of());
    }

    private EngineScript script(Workflow workflow, Map<String, Guard> guards) {
        return new EngineScript(newDecider(workflow, guards));
    }

    @Property
    protected void it_permits_nothing_that_the_definition_does_not_allow(@ForAll("scenarios") Scenario scenario) {
        Laws.nothingIllegalHappens(scenario, decider(scenario));
    }

    @Property
    protected void it_permits_everything_that_the_definition_allows(@ForAll("scenarios") Scenario scenario) {
        Laws.nothingLegalIsRefused(scenario, decider(scenario));
    }

    @Property
    protected void it_lets_no_role_do_more_than_the_definition_allows(@ForAll("scenarios") Scenario scenario) {
        Laws.rolesAreKept(scenario, decider(scenario));
    }

    @Property
    protected void it_breaks_no_promise(@ForAll("scenarios") Scenario scenario) {
        Laws.promisesHold(scenario, decider(scenario));
    }

    @Property
    protected void what_it_permits_makes_a_history_that_replays(@ForAll("scenarios") Scenario scenario) {
        Laws.historyReplays(scenario, decider(scenario));
    }

    @Property
    protected void it_answers_everything_and_never_throws(@ForAll("scenarios") Scenario scenario) {
        Laws.everythingIsAnswered(scenario, decider(scenario));
    }

    @Property
    protected void it_gives_the_same_answer_to_the_same_request(@ForAll("scenarios") Scenario scenario) {
        Decider decider = decider(scenario);
        for (PlayedStep turn : scenario.play(decider)) {
            assertThat(turn.step().ask(decider, scenario.number(), turn.before()))
                    .as(turn.toString())
                    .contains(turn.decision());
        }
    }

    @Property
    protected void all_reasons_of_a_refusal_are_of_one_kind_unless_guards_object(
            @ForAll("scenarios") Scenario scenario) {
        for (PlayedStep turn : scenario.play(decider(scenario))) {
            if (turn.decision() instanceof Rejected rejected
                    && !isOfGuard(rejected.reasons().get(0))) {
                assertThat(rejected.reasons()).extracting(Reason::code).containsOnly(rejected.code());
            }
        }
    }

    private static boolean isOfGuard(Reason reason) {
        return !reason.text().isEmpty();
    }

    @Property
    protected void what_it_calls_possible_it_accepts_with_the_right_data(@ForAll("scenarios") Scenario scenario) {
        AvailabilityCheck.areKept(scenario, decider(scenario));
    }

    @Property
    protected void what_it_calls_impossible_it_refuses(@ForAll("scenarios") Scenario scenario) {
        AvailabilityCheck.areComplete(scenario, decider(scenario));
    }

    @Property
    protected void what_it_accepts_it_called_possible(@ForAll("scenarios") Scenario scenario) {
        AvailabilityCheck.areTimely(scenario, decider(scenario));
    }

    /** What threads do to each other does not happen again for the asking, so that nothing can be shortened. */
    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    protected void threads_do_not_disturb_each_other(@ForAll("scenarios") Scenario scenario) {
        Decider decider = decider(scenario);
        List<PlayedStep> alone = scenario.play(decider);

        assertThat(ConcurrentRun.of(THREADS, thread -> scenario.play(decider))).containsOnly(alone);
    }

    @Nested
    class Verdicts {

        @Test
        void a_permitted_request_becomes_an_entry_and_moves_the_order() {
            EngineScript script = script(t -> t.takes("weight")).place().later("PT1H");

            script.go("ship", STAFF, "weight", "12.50");

            assertThat(script.entry().from()).isEqualTo("open");
            assertThat(script.entry().event()).isEqualTo("ship");
            assertThat(script.entry().to()).isEqualTo("shipped");
            assertThat(script.entry().actor()).isEqualTo(STAFF);
            assertThat(script.entry().at()).isEqualTo(script.now());
            assertThat(script.entry().data()).isEqualTo(Data.of("weight", new BigDecimal("12.5")));
            assertThat(script.order().status()).isEqualTo("shipped");
            assertThat(script.order().since()).isEqualTo(script.now());
        }

        @Test
        void a_verdict_names_the_transition_that_it_takes() {
            EngineScript script = script(t -> {}).place();

            assertThat(script.decider().judge(script.order(), script.request("ship", STAFF)))
                    .isInstanceOfSatisfying(Allowed.class, permitted -> {
                        assertThat(permitted.transition().toString()).isEqualTo("ship: open → shipped");
                        assertThat(permitted.to()).isEqualTo("shipped");
                    });
        }

        @Test
        void a_blank_text_counts_as_not_given() {
            assertThat(script(t -> t.needs("tracking")).place().objections("tracking", "  "))
                    .containsExactly("data-missing");
        }

        @Test
        void a_data_move_keeps_the_status_and_since_when() {
            EngineScript script = script(
                    plain().transition("weigh", t -> t.from("open").by("staff").needs("weight"))
                            .build(),
                    Map.of());

            script.place().later("PT1H").go("weigh", STAFF, "weight", 3);

            assertThat(script.order().status()).isEqualTo("open");
            assertThat(script.order().since()).isEqualTo(START);
            assertThat(script.order().fields().get("weight")).isEqualTo(new BigDecimal(3));
        }

        @Test
        void a_move_to_the_same_status_is_a_move() {
            EngineScript script = script(
                    plain().transition("note", t -> t.from("open").to("open").by("staff"))
                            .build(),
                    Map.of());

            script.place().later("PT1H").go("note", STAFF);

            assertThat(script.entry().to()).isEqualTo("open");
            assertThat(script.order().trail().steps()).hasSize(2);
        }

        @Test
        void data_choose_among_the_starts() {
            Workflow workflow = Workflow.builder("starts")
                    .field(Field.choice("payment", "prepaid", "cash"))
                    .status("unpaid", s -> s.done())
                    .status("open", s -> s.done())
                    .transition("place", t -> t.to("unpaid").when("payment", "prepaid"))
                    .transition("place", t -> t.to("open").when("payment", "cash"))
                    .build();

            assertThat(script(workflow, Map.of())
                            .place("payment", "cash")
                            .order()
                            .status())
                    .isEqualTo("open");
            assertThat(script(workflow, Map.of())
                            .place("payment", "prepaid")
                            .order()
                            .status())
                    .isEqualTo("unpaid");
        }

        @Test
        void an_order_that_somebody_else_keeps_is_judged_by_a_view() {
            Decider decider = newDecider(shop(t -> t.needs("tracking")), Map.of());
            OrderState view = OrderState.of("17", "open", START);
            Request request = Request.of("ship", STAFF).at(START);

            assertThat(decider.judge(view, request)).isInstanceOf(Rejected.class);
            assertThat(decider.judge(view, request.with("tracking", "T-1"))).isInstanceOf(Allowed.class);
        }

        @Test
        void a_view_in_a_status_that_does_not_exist_gets_an_answer() {
            Decider decider = newDecider(shop(t -> {}), Map.of());
            OrderState lost = OrderState.of("17", "nowhere", START);

            assertThat(decider.judge(lost, Request.of("ship", STAFF).at(START))).isInstanceOf(Rejected.class);
            assertThat(decider.available(lost, STAFF, START)).noneMatch(Action::isPossible);
        }
    }

    @Nested
    class Alternatives {

        private EngineScript choosing(Map<String, Guard> guards) {
            return script(
                    plain().transition(
                                    "ship",
                                    t -> t.from("open")
                                            .to("shipped")
                                            .by("staff")
                                            .guard("first"))
                            .transition("ship", t -> t.from("open").to("closed").by("staff"))
                            .build(),
                    guards);
        }

        @Test
        void are_tried_in_the_order_of_the_file() {
            EngineScript script = choosing(Map.of("first", YES)).place();

            assertThat(script.go("ship", STAFF).order().status()).isEqualTo("shipped");
        }

        @Test
        void give_way_to_the_next_where_something_objects() {
            EngineScript script = choosing(Map.of("first", NO)).place();

            assertThat(script.go("ship", STAFF).order().status()).isEqualTo("closed");
        }

        @Test
        void are_chosen_by_data() {
            Workflow workflow = plain().transition(
                            "ship",
                            t -> t.from("open").to("shipped").by("staff").when("payment", "prepaid"))
                    .transition(
                            "ship", t -> t.from("open").to("closed").by("staff").when("payment", "cash"))
                    .build();

            assertThat(script(workflow, Map.of())
                            .place("payment", "cash")
                            .go("ship", STAFF)
                            .order()
                            .status())
                    .isEqualTo("closed");
        }

        @Test
        void that_fit_tell_why_not_and_the_others_are_silent() {
            Workflow workflow = plain().transition(
                            "ship",
                            t -> t.from("open")
                                    .to("shipped")
                                    .by("staff")
                                    .when("payment", "prepaid")
                                    .needs("tracking"))
                    .transition(
                            "ship",
                            t -> t.from("open")
                                    .to("closed")
                                    .by("staff")
                                    .when("payment", "cash")
                                    .needs("weight"))
                    .build();

            List<Reason> reasons =
                    script(workflow, Map.of()).place("payment", "cash").no("ship", STAFF);

            assertThat(reasons).hasSize(1);
            assertThat(reasons.get(0).params()).containsEntry("fields", List.of("weight"));
        }
    }

    /** Of several things in the way, those of the first kind are told. */
    @Nested
    class KindsOfReasons {

        /** Everything that can be in the way but data, each of which the next examples take away. */
        private EngineScript everything(String day, String payment) {
            Workflow workflow = shop(t -> t.needs("tracking")
                    .when("payment", "prepaid")
                    .linesAvailable()
                    .noOpenCase()
                    .notBefore(TimeLimit.after("P2D"))
                    .within(TimeLimit.after("P1D"))
                    .guard("no"));
            return script(workflow, Map.of("no", NO)).orderingFrom(day).place("payment", payment);
        }

        @Test
        void an_order_that_is_not_there() {
            Decider decider = newDecider(shop(t -> {}), Map.of());

            assertThat(EngineScript.refused(
                            decider.place("17", Request.of("ship", CUSTOMER).at(START))))
                    .extracting(Reason::code)
                    .containsExactly("unknown-order");
        }

        @Test
        void an_unknown_event_comes_before_the_role() {
            assertThat(script(t -> {}).place().no("sing", CUSTOMER))
                    .extracting(Reason::code)
                    .containsExactly("unknown-event");
        }

        @Test
        void a_start_comes_once() {
            assertThat(script(t -> {}).place().no("place", CUSTOMER))
                    .extracting(Reason::code)
                    .containsExactly("already-placed");
        }

        @Test
        void the_status_comes_before_the_role_and_says_what_is_possible() {
            List<Reason> reasons = script(t -> {}).place().go("ship", STAFF).no("ship", CUSTOMER);

            assertThat(reasons).extracting(Reason::code).containsExactly("not-in-status");
            assertThat(reasons.get(0).params())
                    .containsEntry("status", "shipped")
                    .containsEntry("possible", List.of("close"));
        }

        @Test
        void the_role_comes_before_missing_data_and_says_who_may() {
            List<Reason> reasons = everything("2027-01-01", "cash").no("ship", CUSTOMER);

            assertThat(reasons).extracting(Reason::code).containsExactly("role-not-allowed");
            assertThat(reasons.get(0).params())
                    .containsEntry("role", "customer")
                    .containsEntry("allowed", List.of("staff"));
        }

        @Test
        void missing_data_come_before_wrong_ones() {
            assertThat(everything("2027-01-01", "cash").objections("weight", "heavy"))
                    .containsExactly("data-missing");
        }

        @Test
        void wrong_data_come_before_conditions() {
            assertThat(everything("2027-01-01", "cash").objections("tracking", "T", "weight", "heavy", "colour", "red"))
                    .containsExactly("data-invalid", "data-invalid");
        }

        @Test
        void data_that_nobody_asked_for_are_wrong() {
            assertThat(script(t -> {}).place("weight", 3).objections("weight", 4))
                    .containsExactly("data-invalid");
        }

        @Test
        void conditions_come_before_lines() {
            assertThat(everything("2027-01-01", "cash").objections("tracking", "T"))
                    .containsExactly("condition-not-met");
        }

        @Test
        void lines_come_before_cases() {
            assertThat(everything("2027-01-01", "prepaid").open().objections("tracking", "T"))
                    .containsExactly("line-not-available");
        }

        @Test
        void cases_come_before_times() {
            assertThat(everything("2026-01-01", "prepaid").open().objections("tracking", "T"))
                    .containsExactly("case-open");
        }

        @Test
        void what_is_done_already_comes_before_times() {
            EngineScript script = script(
                    plain().transition(
                                    "ship",
                                    t -> t.from("open")
                                            .to("open")
                                            .by("staff")
                                            .once()
                                            .within(TimeLimit.after("P1D")))
                            .build(),
                    Map.of());

            assertThat(script.place().go("ship", STAFF).later("PT72H").objections())
                    .containsExactly("already-done");
        }

        @Test
        void too_early_comes_before_too_late() {
            assertThat(everything("2026-01-01", "prepaid").later("PT36H").objections("tracking", "T"))
                    .containsExactly("too-early");
        }

        @Test
        void too_late_comes_before_guards() {
            assertThat(everything("2026-01-01", "prepaid").later("PT72H").objections("tracking", "T"))
                    .containsExactly("too-late");
        }

        @Test
        void all_guards_that_object_are_told_last() {
            EngineScript script = script(
                    shop(t -> t.guard("one", "two", "three")),
                    Map.of("one", objecting("first"), "two", YES, "three", objecting("third")));

            assertThat(script.place().objections()).containsExactly("first", "third");
        }

        @Test
        void all_conditions_that_are_not_met_are_told() {
            EngineScript script = script(t -> t.when("payment", "prepaid").when("gift", true));

            assertThat(script.place("payment", "cash", "gift", "no").no("ship", STAFF))
                    .extracting(reason -> reason.params().get("field"))
                    .containsExactly("payment", "gift");
        }
    }

    @Nested
    class Times {

        @Test
        void after_a_limit_begins_with_its_last_moment() {
            EngineScript script =
                    script(t -> t.notBefore(TimeLimit.after("P1D"))).place();

            assertThat(script.later("PT23H59M59S").objections()).containsExactly("too-early");
            assertThat(script.later("PT1S").go("ship", STAFF).order().status()).isEqualTo("shipped");
        }

        @Test
        void within_a_limit_ends_with_its_last_moment() {
            EngineScript script =
                    script(t -> t.within(TimeLimit.after("P1D"))).place().later("PT24H");

            assertThat(script.go("ship", STAFF).order().status()).isEqualTo("shipped");
            assertThat(script(t -> t.within(TimeLimit.after("P1D")))
                            .place()
                            .later("PT24H1S")
                            .objections())
                    .containsExactly("too-late");
        }

        @Test
        void nothing_happens_before_what_happened_last() {
            assertThat(script(t -> {}).place().later("PT-1S").objections()).containsExactly("too-early");
        }

        @Test
        void a_limit_since_an_event_waits_for_the_event() {
            assertThat(script(
                                    plain().transition(
                                                    "wrap", t -> t.from("open").by("staff"))
                                            .transition(
                                                    "ship",
                                                    t -> t.from("open")
                                                            .to("shipped")
                                                            .by("staff")
                                                            .notBefore(TimeLimit.after("PT0S", "wrap")))
                                            .build(),
                                    Map.of())
                            .place()
                            .objections())
                    .containsExactly("too-early");
        }

        @Test
        void at_the_ends_of_time_there_is_an_answer() {
            Decider decider = newDecider(shop(t -> t.within(TimeLimit.after("P1D"))), Map.of());

            for (Instant end : List.of(Instant.MIN, Instant.MAX)) {
                assertThat(decider.place("17", Request.of("place", CUSTOMER).at(end)))
                        .isInstanceOf(Rejected.class);
            }
        }
    }

    @Nested
    class Guards {

        @Test
        void see_the_order_as_it_is_and_the_request() {
            List<OrderView> orders = new CopyOnWriteArrayList<>();
            List<Request> requests = new CopyOnWriteArrayList<>();
            Guard watching = (order, request) -> {
                orders.add(order);
                requests.add(request);
                return Optional.empty();
            };
            EngineScript script = script(shop(t -> t.needs("weight").guard("watching")), Map.of("watching", watching));

            script.place("weight", 1).go("ship", STAFF, "weight", "2");

            assertThat(orders).isNotEmpty().allSatisfy(order -> {
                assertThat(order.status()).isEqualTo("open");
                assertThat(order.field("weight")).isEqualTo(BigDecimal.ONE);
            });
            assertThat(requests)
                    .allSatisfy(request -> assertThat(request.data()).isEqualTo(Data.of("weight", "2")));
        }

        @Test
        void of_a_start_see_an_order_in_no_status() {
            List<OrderView> orders = new CopyOnWriteArrayList<>();
            Workflow workflow = Workflow.builder("guarded")
                    .status("open", s -> s.done())
                    .transition("place", t -> t.to("open").guard("watching"))
                    .build();

            script(workflow, Map.of("watching", (order, request) -> {
                        orders.add(order);
                        return Optional.empty();
                    }))
                    .place();

            assertThat(orders).isNotEmpty().allSatisfy(order -> {
                assertThat(order.number()).isEqualTo(EngineScript.NUMBER);
                assertThat(order.status()).isEmpty();
            });
        }

        @Test
        void that_throw_are_named() {
            RuntimeException cause = new IllegalArgumentException("no connection");
            EngineScript script = script(shop(t -> t.guard("broken")), Map.of("broken", (order, request) -> {
                        throw cause;
                    }))
                    .place();

            assertThatIllegalStateException()
                    .isThrownBy(() -> script.objections())
                    .withMessage(
                            "guard \"broken\" failed for event \"ship\" of order C-1: a guard must answer, not throw")
                    .withCause(cause);
        }

        @Test
        void that_nobody_gave_are_missed_before_anything_runs() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> newDecider(shop(t -> t.guard("credit-limit")), Map.of()))
                    .withMessageContaining("no guard \"credit-limit\" was given");
        }
    }

    @Nested
    class Cases {

        @Test
        void are_opened_and_settled() {
            EngineScript script = script(t -> {}).place().open();

            assertThat(script.order().hasOpenCase()).isTrue();
            assertThat(script.settle().order().hasOpenCase()).isFalse();
        }

        @Test
        void that_are_open_hold_up_what_waits_for_them() {
            EngineScript script = script(t -> t.noOpenCase()).place().open();

            assertThat(script.objections()).containsExactly("case-open");
            assertThat(script.settle().go("ship", STAFF).order().status()).isEqualTo("shipped");
        }

        @Test
        void have_events_of_their_own() {
            EngineScript script = script(t -> {}).place().open();

            assertThat(script.no("settle", STAFF)).extracting(Reason::code).containsExactly("unknown-event");
            assertThat(EngineScript.refused(
                            script.decider().decideCase(script.order(), 1, script.request("ship", STAFF))))
                    .extracting(Reason::code)
                    .containsExactly("unknown-event");
        }

        @Test
        void keep_their_roles() {
            EngineScript script = script(t -> {}).place().open();

            assertThat(EngineScript.refused(
                            script.decider().decideCase(script.order(), 1, script.request("settle", CUSTOMER))))
                    .extracting(Reason::code)
                    .containsExactly("role-not-allowed");
        }
    }

    @Nested
    class Available {

        @Test
        void lists_every_event_that_starts_no_order_once_and_in_order() {
            EngineScript script = script(t -> {}).place();

            assertThat(script.decider().available(script.order(), STAFF, START))
                    .extracting(Action::event)
                    .containsExactly("close", "ship");
        }

        @Test
        void tells_where_an_event_leads_and_what_it_needs() {
            Action ship = script(t -> t.needs("tracking").takes("weight").checklist("gift"))
                    .place()
                    .available("ship", STAFF);

            assertThat(ship.isPossible()).isTrue();
            assertThat(ship.targets()).containsExactly("shipped");
            assertThat(ship.needs()).extracting(Field::name).containsExactly("tracking");
            assertThat(ship.takes()).extracting(Field::name).containsExactly("weight");
            assertThat(ship.checklist()).extracting(Field::name).containsExactly("gift");
        }

        @Test
        void tells_what_speaks_against_an_event() {
            Action ship = script(t -> t.noOpenCase()).place().open().available("ship", STAFF);

            assertThat(ship.reasons()).extracting(Reason::code).containsExactly("case-open");
        }

        @Test
        void tells_who_may() {
            Action ship = script(t -> {}).place().available("ship", CUSTOMER);

            assertThat(ship.reasons()).extracting(Reason::code).containsExactly("role-not-allowed");
        }

        @Test
        void tells_which_cases_can_be_opened_and_who_may() {
            EngineScript script = script(t -> {}).place();

            CaseOption report = script.decider()
                    .caseOptions(script.order(), CUSTOMER, START)
                    .get(0);
            CaseOption not =
                    script.decider().caseOptions(script.order(), STAFF, START).get(0);

            assertThat(report.type().name()).isEqualTo("incident");
            assertThat(report.action().event()).isEqualTo("report");
            assertThat(report.action().isPossible()).isTrue();
            assertThat(report.action().targets()).containsExactly("reported");
            assertThat(not.action().reasons()).extracting(Reason::code).containsExactly("role-not-allowed");
        }

        @Test
        void tells_that_a_case_cannot_be_opened_in_the_status() {
            EngineScript script = script(t -> {}).place().go("ship", STAFF);

            CaseOption report = script.decider()
                    .caseOptions(script.order(), CUSTOMER, START)
                    .get(0);

            assertThat(report.action().reasons()).extracting(Reason::code).containsExactly("not-in-status");
        }
    }
}
