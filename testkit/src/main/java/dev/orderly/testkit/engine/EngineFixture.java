package dev.orderly.testkit.engine;

import static dev.orderly.testkit.engine.EngineScript.shop;

import dev.orderly.decision.Decider;
import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An order that an engine under test decides about, and guards for it. */
abstract class EngineFixture {

    static final Guard YES = (order, request) -> Optional.empty();
    static final Guard NO = objecting("no");

    /** A decider that asks the engine under test. */
    protected abstract Decider newDecider(Workflow workflow, Map<String, Guard> guards);

    static Guard objecting(String code) {
        return (order, request) -> Optional.of(Reason.of(code, "en", "No."));
    }

    /** The shop with a rule for {@code ship}, by which staff send what is open. */
    final EngineScript script(Consumer<TransitionBuilder<String>> rule) {
        return script(shop(rule), Map.of());
    }

    final EngineScript script(Workflow workflow, Map<String, Guard> guards) {
        return new EngineScript(newDecider(workflow, guards));
    }
}
