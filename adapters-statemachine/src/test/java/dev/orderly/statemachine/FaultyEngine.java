package dev.orderly.statemachine;

import dev.orderly.decision.Action;
import dev.orderly.decision.Allowed;
import dev.orderly.decision.Engine;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.decision.Verdict;
import dev.orderly.order.Actor;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.MovedItems;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An engine that gets something wrong of what another one allows.
 *
 * @param real the engine that decides
 * @param fault what is wrong
 */
record FaultyEngine(Engine real, Fault fault) implements Engine {

    /** Makes a wrong verdict of an allowed request about an order. */
    interface Fault {

        Verdict of(Allowed allowed, OrderView order);
    }

    /** Moves a unit less than it was asked to, where it moves several. */
    static Verdict lostUnit(Allowed allowed, OrderView order) {
        return moving(
                allowed,
                allowed.items().stream()
                        .map(moved -> quantity(moved, Math.max(1, moved.quantity() - 1)))
                        .toList());
    }

    /** Moves each unit twice, as long as there are more of them. */
    static Verdict doubledUnit(Allowed allowed, OrderView order) {
        return moving(
                allowed,
                allowed.items().stream()
                        .map(moved -> quantity(
                                moved,
                                Math.min(2 * moved.quantity(), order.items().count(moved.line(), moved.from()))))
                        .toList());
    }

    private static Verdict moving(Allowed allowed, List<MovedItems> items) {
        return new Allowed(allowed.transition(), allowed.to(), allowed.data(), items);
    }

    private static MovedItems quantity(MovedItems moved, int quantity) {
        return new MovedItems(moved.line(), moved.from(), moved.to(), quantity);
    }

    /** Takes no step that nobody asks for. */
    static Verdict skippedAutomaticStep(Allowed allowed, OrderView order) {
        return allowed.transition().automatic() ? Rejected.unknownOrder(order.number()) : allowed;
    }

    /** Adds amounts twice. */
    static Verdict doubledAddition(Allowed allowed, OrderView order) {
        Data data = allowed.data();
        for (FieldChange change : allowed.transition().changes()) {
            Object sum = data.get(change.field());
            if (change.operation() == FieldChange.Operation.ADD && sum != null) {
                data = data.with(change.field(), addedAgain(order.field(change.field()), sum));
            }
        }
        return new Allowed(allowed.transition(), allowed.to(), data, allowed.items());
    }

    private static Object addedAgain(@Nullable Object before, Object sum) {
        if (sum instanceof Money amount) {
            BigDecimal old = before instanceof Money money ? money.amount() : BigDecimal.ZERO;
            return new Money(amount.amount().add(amount.amount()).subtract(old), amount.currency());
        }
        BigDecimal number = (BigDecimal) sum;
        return number.add(number).subtract(before instanceof BigDecimal old ? old : BigDecimal.ZERO);
    }

    private Verdict faulty(Verdict verdict, OrderView order) {
        return verdict instanceof Allowed allowed ? fault.of(allowed, order) : verdict;
    }

    @Override
    public Verdict judge(OrderView order, Request request) {
        return faulty(real.judge(order, request), order);
    }

    @Override
    public Workflow workflow() {
        return real.workflow();
    }

    @Override
    public Verdict judgeStart(OrderView unbegun, Request request) {
        return real.judgeStart(unbegun, request);
    }

    @Override
    public List<Action> available(OrderView order, Actor actor, Instant now) {
        return real.available(order, actor, now);
    }

    @Override
    public List<Action> availableStarts(OrderView unbegun, Actor actor, Instant now) {
        return real.availableStarts(unbegun, actor, now);
    }

    @Override
    public boolean isStart(String event) {
        return real.isStart(event);
    }
}
