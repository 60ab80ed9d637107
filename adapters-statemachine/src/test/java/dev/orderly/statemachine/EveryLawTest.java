package dev.orderly.statemachine;

import dev.orderly.decision.Decider;
import dev.orderly.testkit.Scenario;
import dev.orderly.testkit.jqwik.Scenarios;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * In random workflows each of which has a flow and moves units, both engines decide alike and every law of the test kit
 * holds. The build tries as many as the POM's {@code laws.tries} says, {@code -Pquick} fewer, {@code -Pfull} more than
 * 10,000. They are always the same, so that a build does not fail by chance; another seed, or none, looks elsewhere.
 */
class EveryLawTest implements PrintedTally.Tallied {

    private final EveryLaw law = new EveryLaw();
    private final WorkflowTally tally = new WorkflowTally();

    @Provide
    Arbitrary<Scenario> itemsAndFlows() {
        return Scenarios.anyWorkflowWithItemsAndFlows();
    }

    @Property(seed = "4353883612243538025")
    @AddLifecycleHook(PrintedTally.class)
    void engines_agree_and_every_law_holds_where_flows_go_beside_units(@ForAll("itemsAndFlows") Scenario scenario) {
        EnginesAgree.agree(
                scenario,
                scenario.decider(),
                Decider.using(scenario.workflow(), part -> StateMachineEngine.of(part, scenario.guards())));
        law.holdsFor(scenario);
        tally.add(scenario);
    }

    @Override
    public WorkflowTally tally() {
        return tally;
    }
}
