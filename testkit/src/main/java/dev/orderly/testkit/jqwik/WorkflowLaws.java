package dev.orderly.testkit.jqwik;

import dev.orderly.Orders;
import dev.orderly.OrdersBuilder;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Guard;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.testkit.Scenario;
import dev.orderly.testkit.internal.law.Laws;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The laws that every shop wants its workflow to keep, as properties over random {@link Scenario scenarios}. A test
 * extends this class and says which workflow it is about; it can add properties of its own over the same
 * {@code @ForAll("scenarios") Scenario}.
 *
 * <p>Each law runs {@code jqwik.tries.default} times, 1,000 unless that is set; a failure prints the seed that gives it
 * again and the shortest scenario that was found.
 */
public abstract class WorkflowLaws {

    /** The workflow that is to be protected. */
    protected abstract Workflow workflow();

    /** The workflow's conditions in code, by their names; left out, none. */
    protected Map<String, Guard> guards() {
        return Map.of();
    }

    /**
     * Values that requests give for a field, beside those that the workflow's conditions name; left out, a few of the
     * field's type. Override it where a guard needs values that are unlikely by chance.
     */
    protected List<?> values(Field field) {
        return Scenarios.usualValues(field);
    }

    /** The decider; left out, the library's own engine. */
    protected Decider decider(Scenario scenario) {
        return scenario.decider();
    }

    /** Orders in an empty store; left out, in memory. */
    protected Orders newOrders(Scenario scenario) {
        OrdersBuilder builder = Orders.builder(new InMemoryOrderStore()).workflow(scenario.workflow());
        scenario.guards().forEach(builder::guard);
        return builder.build();
    }

    /** Random scenarios of the workflow. */
    @Provide
    public Arbitrary<Scenario> scenarios() {
        return Scenarios.of(workflow(), guards(), this::values);
    }

    @Property
    protected void no_illegal_transition_happens(@ForAll("scenarios") Scenario scenario) {
        Laws.nothingIllegalHappens(scenario, decider(scenario));
    }

    @Property
    protected void nothing_that_the_workflow_allows_is_refused(@ForAll("scenarios") Scenario scenario) {
        Laws.nothingLegalIsRefused(scenario, decider(scenario));
    }

    @Property
    protected void no_role_does_more_than_the_workflow_allows(@ForAll("scenarios") Scenario scenario) {
        Laws.rolesAreKept(scenario, decider(scenario));
    }

    @Property
    protected void what_shall_never_happen_never_does(@ForAll("scenarios") Scenario scenario) {
        Laws.neverRulesHold(scenario, decider(scenario));
    }

    @Property
    protected void no_unit_is_lost_or_doubled(@ForAll("scenarios") Scenario scenario) {
        Laws.unitsAreKept(scenario, newOrders(scenario));
    }

    @Property
    protected void automatic_steps_follow_at_once(@ForAll("scenarios") Scenario scenario) {
        Laws.automaticStepsFollow(scenario, decider(scenario));
        Laws.stepsAreKeptTogether(scenario, newOrders(scenario));
    }

    @Property
    protected void no_amount_is_over_its_bound(@ForAll("scenarios") Scenario scenario) {
        Laws.boundsAreKept(scenario, newOrders(scenario));
    }

    @Property
    protected void every_order_can_still_reach_a_done_status(@ForAll("scenarios") Scenario scenario) {
        Laws.everyOrderCanBeDone(scenario, decider(scenario), this::values);
    }

    @Property
    protected void every_request_is_answered(@ForAll("scenarios") Scenario scenario) {
        Laws.everythingIsAnswered(scenario, decider(scenario));
    }

    @Property
    protected void the_history_replays_to_the_order(@ForAll("scenarios") Scenario scenario) {
        Laws.keptHistoryReplays(scenario, newOrders(scenario));
    }

    @Property
    protected void a_refusal_changes_nothing(@ForAll("scenarios") Scenario scenario) {
        Laws.refusalsChangeNothing(scenario, newOrders(scenario));
    }
}
