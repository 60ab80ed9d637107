package dev.orderly.workflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The condition that every line of the order is available on that day. */
public record LinesAvailable() implements Condition {

    /** The code of its objection. */
    public static final String CODE = "line-not-available";

    @Override
    public Kind kind() {
        return Kind.LINES_AVAILABLE;
    }

    @Override
    public Object content() {
        return true;
    }

    @Override
    public Basis basis() {
        return Basis.TIME;
    }

    @Override
    public boolean isMet(StepFacts facts) {
        List<? extends OrderedItem> lines = facts.lines();
        if (!isAnyDated(lines)) { // as usual: reckoning the day takes longer than the rest
            return true;
        }
        LocalDate today = facts.calendar().dateOf(facts.at());
        for (OrderedItem line : lines) {
            if (!line.isAvailableOn(today)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAnyDated(List<? extends OrderedItem> lines) {
        for (OrderedItem line : lines) {
            if (line.availableFrom() != null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Objection objection(StepFacts facts) {
        LocalDate today = facts.calendar().dateOf(facts.at());
        List<String> waiting = facts.lines().stream()
                .filter(line -> !line.isAvailableOn(today))
                .map(line -> line.title() + " (" + line.availableFrom() + ")")
                .toList();
        String latest = facts.lines().stream()
                .map(OrderedItem::availableFrom)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .map(LocalDate::toString)
                .orElse("");
        return new Objection(CODE, Map.of("lines", waiting, "from", latest));
    }

    @Override
    public String problemInCase() {
        return "a case has no lines of its own: ask for them on a transition of the order";
    }

    @Override
    public String words() {
        return "lines available";
    }
}
