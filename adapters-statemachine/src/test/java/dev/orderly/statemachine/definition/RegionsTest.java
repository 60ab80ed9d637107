package dev.orderly.statemachine.definition;

import static dev.orderly.statemachine.definition.Imports.kinds;
import static dev.orderly.statemachine.definition.Imports.lines;
import static dev.orderly.statemachine.definition.Imports.transitions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.check.Checker;
import dev.orderly.check.Problem;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.store.InMemoryOrderStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.config.builders.StateMachineTransitionConfigurer;

/** Forks, joins and regions are named, alike in each import, and what is around them runs. */
class RegionsTest {

    /** Two regions, in {@code both} or in the fork itself, between a start and an end. */
    private static StateMachineBuilder.Builder<String, String> parallel(String parent) throws Exception {
        StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
        var states = builder.configureStates()
                .withStates()
                .initial("new")
                .fork("fork")
                .join("join")
                .state("closing")
                .end("done")
                .end("cancelled");
        if (!parent.equals("fork")) {
            states.state(parent);
        }
        builder.configureStates()
                .withStates()
                .parent(parent)
                .initial("left")
                .end("left-end")
                .and()
                .withStates()
                .parent(parent)
                .initial("right")
                .end("right-end");
        StateMachineTransitionConfigurer<String, String> transitions = builder.configureTransitions();
        transitions
                .withExternal()
                .source("new")
                .target("fork")
                .event("split")
                .and()
                .withFork()
                .source("fork")
                .target("left")
                .target("right")
                .and()
                .withExternal()
                .source("left")
                .target("left-end")
                .event("pick")
                .and()
                .withExternal()
                .source("right")
                .target("right-end")
                .event("pay")
                .and()
                .withJoin()
                .source("left-end")
                .source("right-end")
                .target("join")
                .and()
                .withExternal()
                .source("join")
                .target("closing")
                .and()
                .withExternal()
                .source("closing")
                .target("done")
                .event("close")
                .and()
                .withExternal()
                .source("left")
                .target("cancelled")
                .event("cancel");
        return builder;
    }

    private static void assertRuns(ImportedWorkflow<?, ?> imported) {
        assertThat(Checker.check(imported.workflow()))
                .extracting(Problem::severity)
                .doesNotContain(Problem.Severity.ERROR);
    }

    @Test
    void a_fork_leads_to_the_state_with_the_regions_and_a_join_on_from_there() throws Exception {
        for (ImportedWorkflow<String, String> imported :
                Imports.each(parallel("both").createFactory(), i -> i)) {
            assertThat(transitions(imported))
                    .containsExactlyInAnyOrder(
                            "place: start → new",
                            "split: new → both",
                            "join: both → closing",
                            "cancel: both → cancelled",
                            "close: closing → done");
            assertThat(lines(imported.unsupported()))
                    .containsExactlyInAnyOrder(
                            "fork: fork: is a fork and is not carried over: what leads to it leads to both, whatever happens"
                                    + " in its regions",
                            "join: join: is a join and is not carried over: what leads on from it leads on from both, when the"
                                    + " role system says so",
                            "region: both: its regions are not carried over, only the state itself: an order is in one status"
                                    + " at a time; make cases or fields of what happens beside each other",
                            "submachine: left: is a state within both and is not carried over",
                            "submachine: left-end: is a state within both and is not carried over",
                            "submachine: right: is a state within both and is not carried over",
                            "submachine: right-end: is a state within both and is not carried over",
                            "transition: left on pick → left-end: is not carried over: left is a state within both",
                            "transition: right on pay → right-end: is not carried over: right is a state within both",
                            "region: left on cancel → cancelled: an order in both does not know whether one of its regions is"
                                    + " in left; only the role system may fire it; ask in a guard, or where it is fired");
            assertThat(kinds(imported.changes(), Kind.REGION))
                    .containsExactly(
                            "region: join → closing: is the event \"join\", which the role system fires in both, for an order"
                                    + " does not know whether its regions are where the join waits for them; fire it from"
                                    + " where the regions are done; name the event with automatic(…)");
            assertRuns(imported);
        }
    }

    @Test
    void a_fork_around_its_own_regions_is_a_status_in_the_middle_of_the_flow() throws Exception {
        for (ImportedWorkflow<String, String> imported :
                Imports.each(parallel("fork").createFactory(), i -> i)) {
            assertThat(transitions(imported))
                    .containsExactlyInAnyOrder(
                            "place: start → new",
                            "split: new → fork",
                            "join: fork → closing",
                            "cancel: fork → cancelled",
                            "close: closing → done");
            assertThat(imported.workflow().status("fork").orElseThrow().done()).isFalse();
            assertThat(imported.unsupported()).extracting(ImportNote::kind).contains(Kind.FORK, Kind.JOIN, Kind.REGION);
            assertRuns(imported);
        }
    }

    @Test
    void only_the_shops_own_code_says_that_the_regions_are_done() throws Exception {
        ImportedWorkflow<String, String> imported = Imports.of(parallel("both"));
        Orders orders = Orders.builder(new InMemoryOrderStore())
                .workflow(imported.workflow())
                .build();
        orders.place("1", Request.of("place", Actor.of("customer")));
        orders.fire("1", Request.of("split", Actor.of("staff")));

        assertThat(((Rejected) orders.fire("1", Request.of("join", Actor.of("staff")))).code())
                .isEqualTo("role-not-allowed");
        assertThat(orders.sweep().fired()).isEmpty();
        orders.fire("1", Request.of("join", Actor.system())).orThrow();
        assertThat(orders.find("1").map(Order::status)).contains("closing");
    }

    @Test
    void a_caller_can_name_a_join_and_open_a_way_out_of_a_region() throws Exception {
        ImportedWorkflow<String, String> imported = Imports.of(
                parallel("both").createFactory(),
                i -> i.automatic("join", "closing", "all-ready").by("cancel", "customer"));

        assertThat(transitions(imported)).contains("all-ready: both → closing");
        assertThat(imported.workflow().transitionsFrom("both").stream()
                        .filter(t -> t.event().equals("cancel")))
                .singleElement()
                .satisfies(cancel -> assertThat(cancel.by()).containsExactly("customer"));
    }

    @Test
    void a_state_that_its_regions_leave_by_themselves_waits_for_the_shop() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
        builder.configureStates()
                .withStates()
                .initial("new")
                .state("both")
                .end("done")
                .and()
                .withStates()
                .parent("both")
                .initial("left")
                .end("left-end")
                .and()
                .withStates()
                .parent("both")
                .initial("right")
                .end("right-end");
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("both")
                .event("split")
                .and()
                .withExternal()
                .source("both")
                .target("done");

        for (ImportedWorkflow<String, String> imported : Imports.each(builder.createFactory(), i -> i)) {
            assertThat(imported.workflow().transitionsFrom("both"))
                    .singleElement()
                    .satisfies(t -> assertThat(t + " by " + t.by() + " after " + t.after())
                            .isEqualTo("both-to-done: both → done by [system] after null"));
            assertRuns(imported);
        }
    }

    /** A choice of which one branch leads to a fork, and others to states and to a history. */
    private static StateMachineBuilder.Builder<String, String> choosing() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = parallel("both");
        builder.configureStates().withStates().choice("which").state("simple");
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("which")
                .event("check")
                .and()
                .withChoice()
                .source("which")
                .first("simple", MachineSamples.paysLess(1))
                .then("fork", MachineSamples.paysLess(2))
                .last("cancelled")
                .and()
                .withExternal()
                .source("simple")
                .target("done")
                .event("close");
        return builder;
    }

    @Test
    void a_branch_into_a_fork_leads_where_the_fork_does() throws Exception {
        for (ImportedWorkflow<String, String> imported : Imports.each(choosing().createFactory(), i -> i)) {
            assertThat(transitions(imported))
                    .contains(
                            "check: new → simple [which-to-simple]",
                            "check: new → both [which-to-fork]",
                            "check: new → cancelled");
            assertRuns(imported);
        }
    }

    @Test
    void regions_within_a_state_within_another_are_one_status() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
        builder.configureStates()
                .withStates()
                .initial("new")
                .state("around")
                .end("done")
                .and()
                .withStates()
                .parent("around")
                .initial("first")
                .state("both")
                .and()
                .withStates()
                .parent("both")
                .initial("left")
                .and()
                .withStates()
                .parent("both")
                .initial("right");
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("around")
                .event("go")
                .and()
                .withExternal()
                .source("first")
                .target("both")
                .event("split")
                .and()
                .withExternal()
                .source("around")
                .target("done")
                .event("stop");

        for (ImportedWorkflow<String, String> imported : Imports.each(builder.createFactory(), i -> i)) {
            assertThat(transitions(imported))
                    .containsExactlyInAnyOrder(
                            "place: start → new",
                            "go: new → first",
                            "split: first → both",
                            "stop: first → done",
                            "stop: both → done");
            assertThat(List.copyOf(imported.workflow().statuses())).hasSize(4);
            assertRuns(imported);
        }
    }
}
