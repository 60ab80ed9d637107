package dev.orderly.jdbc.failure;

import dev.orderly.jdbc.failure.Operation.Kind;
import dev.orderly.order.History;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether what clients were answered about one order could have been answered by a single copy of it that did one thing after
 * another, each at a moment between its begin and its end: the order is linearizable. In the manner of Knossos and Elle, but
 * without a search, since each write says which entry it made, so that their order is known.
 */
final class Linearizability {

    private final Workflow workflow;
    private final History history;
    private final List<Operation> operations;
    private final Map<String, Long> entries = new HashMap<>();
    private final List<String> statuses = new ArrayList<>(List.of(""));
    private final List<String> problems = new ArrayList<>();

    /** Before which moment each entry cannot have been written. */
    private final Map<Long, Long> begins = new HashMap<>();

    private Linearizability(Workflow workflow, History history, List<Operation> operations) {
        this.workflow = workflow;
        this.history = history;
        this.operations = operations.stream()
                .filter(operation -> operation.number().equals(history.number()))
                .sorted(Comparator.comparingLong(Operation::begin))
                .toList();
    }

    /** What cannot have been, in sentences; empty if all can. */
    static List<String> problems(Workflow workflow, History history, List<Operation> operations) {
        Linearizability order = new Linearizability(workflow, history, operations);
        order.readHistory();
        order.operations.forEach(order::check);
        return order.problems;
    }

    private void readHistory() {
        for (TransitionEntry entry : history.transitions()) {
            entries.put(String.valueOf(entry.requestId()), entry.sequence());
            statuses.add(entry.to());
        }
        for (Operation operation : operations) {
            Long sequence = entries.get(operation.id());
            if (sequence != null) {
                begins.put(sequence, operation.begin());
            }
        }
    }

    private void check(Operation operation) {
        long first = reachedBefore(operation.begin());
        long last = reachableBefore(operation.end());
        Long entry = entries.get(operation.id());
        switch (operation.kind()) {
            case READ -> {
                if (operation.sequence() < first || operation.sequence() > last) {
                    problem(
                            operation,
                            "was read at entry " + operation.sequence() + ", but was at " + first + " to " + last);
                } else if (!statuses.get(Math.toIntExact(operation.sequence())).equals(operation.status())) {
                    problem(operation, "was read in another status than its history has at that entry");
                }
            }
            case WROTE -> {
                if (entry == null || entry != operation.sequence()) {
                    problem(operation, "has no such entry, which was acknowledged as " + operation.sequence());
                } else if (entry <= first) {
                    problem(operation, "was written as entry " + entry + " after entry " + first + " was known");
                }
            }
            case REFUSED -> {
                if (entry != null || !couldRefuse(operation.event(), first, last)) {
                    problem(operation, "was refused, but was possible from entry " + first + " to " + last);
                }
            }
            case FAILED -> {
                if (entry != null) {
                    problem(operation, "was written as entry " + entry + ", but answered as not written");
                }
            }
            case UNKNOWN -> {}
        }
    }

    private void problem(Operation operation, String what) {
        problems.add(operation.number() + ": " + (operation.id().isEmpty() ? "it" : operation.id()) + " " + what);
    }

    /** The latest entry that was known to somebody before a moment. */
    private long reachedBefore(long moment) {
        return operations.stream()
                .filter(operation ->
                        operation.end() < moment && (operation.kind() == Kind.READ || operation.kind() == Kind.WROTE))
                .mapToLong(Operation::sequence)
                .max()
                .orElse(0);
    }

    /** The latest entry whose writing had begun before a moment. */
    private long reachableBefore(long moment) {
        long last = 0;
        while (begins.getOrDefault(last + 1, Long.MAX_VALUE) < moment) {
            last++;
        }
        return last;
    }

    private boolean couldRefuse(String event, long first, long last) {
        for (long entry = first; entry <= Math.min(last, statuses.size() - 1); entry++) {
            String status = statuses.get(Math.toIntExact(entry));
            if (!isPossible(event, status)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPossible(String event, String status) {
        return workflow.transitions().stream()
                .filter(transition -> transition.event().equals(event))
                .anyMatch(transition -> status.isEmpty()
                        ? transition.isInitial()
                        : transition.from().contains(status));
    }
}
