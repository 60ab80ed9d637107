package dev.orderly.testkit.internal.law;

import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A check of one order against the never rules of its workflow. */
final class NeverRuleCheck {

    private NeverRuleCheck() {}

    /** The first never rule that an order, or one of its cases, breaks as it is. */
    static Optional<NeverRule> broken(Workflow workflow, Order order) {
        Stream<NeverRule> own = broken(workflow.never(), order);
        Stream<NeverRule> ofCases = order.cases().stream().flatMap(aCase -> broken(workflow, aCase));
        return Stream.concat(own, ofCases).findFirst();
    }

    private static Stream<NeverRule> broken(Workflow workflow, OrderCase aCase) {
        return workflow.caseType(aCase.ref().type())
                .map(CaseType::workflow)
                .map(part -> broken(part.never(), aCase))
                .orElse(Stream.empty());
    }

    private static Stream<NeverRule> broken(List<NeverRule> rules, OrderView order) {
        return rules.stream()
                .filter(rule -> isReached(rule.reach(), order))
                .filter(rule -> rule.whenFields().stream()
                        .allMatch(test -> test.holds(order.field(test.field()), order.number())))
                .filter(rule -> rule.whenItems().stream()
                        .allMatch(test -> test.holds(order.items().occupied())))
                .filter(rule -> isBroken(rule, order));
    }

    /** Whether the order is in the status, or the flow whose name stands before it. */
    private static boolean isReached(String status, OrderView order) {
        int dot = status.lastIndexOf('.');
        return status.equals(order.status())
                || (dot > 0 && status.substring(dot + 1).equals(order.flowStatus(status.substring(0, dot))));
    }

    private static boolean isBroken(NeverRule rule, OrderView order) {
        boolean always = rule.without().isEmpty() && rule.after().isEmpty();
        boolean lacking =
                !rule.without().isEmpty() && rule.without().stream().allMatch(event -> order.timeOf(event) == null);
        return always || lacking || rule.after().stream().anyMatch(event -> order.timeOf(event) != null);
    }
}
