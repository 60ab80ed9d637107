package dev.orderly.statemachine.definition;

import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Request;
import dev.orderly.order.OrderView;
import java.util.Optional;

/** Refuses where another guard agrees: there a machine would go where no order can. */
record NegatedGuard(String name, Guard other) implements Guard {

    @Override
    public Optional<Reason> objection(OrderView order, Request request) {
        return other.objection(order, request).isPresent()
                ? Optional.empty()
                : Optional.of(ImportedGuard.objection(name));
    }
}
