package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.ImportNote.Kind;
import java.util.List;

/** Says what becomes of states with states within. */
final class Composites {

    private Composites() {}

    static void note(MachineModel<?, ?> definition, List<ImportNote> changes) {
        definition
                .composites()
                .forEach((composite, entered) -> changes.add(new ImportNote(
                        Kind.SUBMACHINE,
                        composite.toString(),
                        "is no status; the states within it are, beside the others: what leads to it leads to "
                                + entered.id() + ", and what leaves it leaves each of them",
                        "")));
    }
}
