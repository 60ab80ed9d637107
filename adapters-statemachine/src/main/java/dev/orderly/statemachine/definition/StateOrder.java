package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.MachineModel.Place;
import dev.orderly.statemachine.definition.MachineModel.Way;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The order in which people read states: that of their enum or else the one in which an order comes by. */
final class StateOrder {

    private StateOrder() {}

    static <S, E> List<S> of(MachineModel<S, E> definition) {
        Set<S> seen = new LinkedHashSet<>();
        seen.add(definition.initial());
        for (Way<S, E> way : definition.ways()) {
            seen.add(way.source());
            if (way.target() != null) {
                seen.add(way.target().id());
                definition.branches().getOrDefault(way.target().id(), List.of()).stream()
                        .map(branch -> branch.target().id())
                        .forEach(seen::add);
            }
        }
        definition.places().stream().map(Place::id).forEach(seen::add);
        seen.retainAll(definition.statuses().keySet());
        return definition.initial() instanceof Enum<?> constant ? byEnum(constant, seen) : List.copyOf(seen);
    }

    private static <S> List<S> byEnum(Enum<?> any, Set<S> seen) {
        List<?> constants = List.of(any.getDeclaringClass().getEnumConstants());
        return seen.stream().sorted(Comparator.comparing(constants::indexOf)).toList();
    }
}
