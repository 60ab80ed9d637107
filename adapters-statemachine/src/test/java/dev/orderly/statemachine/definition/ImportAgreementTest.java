package dev.orderly.statemachine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.statemachine.definition.ImportNote.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.springframework.statemachine.config.StateMachineFactory;

/** A definition is imported alike from its factory, from one of its machines, and from its model. */
class ImportAgreementTest {

    private static final Set<Kind> SEEN_IN_A_MODEL_ONLY = Set.of(Kind.TRANSITION, Kind.TIMER);

    @Property(tries = 3000)
    void whatever_a_machine_consists_of(@ForAll long seed) {
        Optional<StateMachineFactory<String, String>> made = RandomMachine.wild(seed);
        Assume.that(made.isPresent());
        StateMachineFactory<String, String> factory = made.orElseThrow();

        Object fromFactory = outcome(() -> StateMachineImport.of(factory));
        Object fromMachine = outcome(() -> StateMachineImport.of(factory.getStateMachine()));
        Object fromModel = outcome(() -> StateMachineImport.of(Imports.model(factory)));

        if (fromFactory instanceof ImportedWorkflow<?, ?> one
                && fromMachine instanceof ImportedWorkflow<?, ?> two
                && fromModel instanceof ImportedWorkflow<?, ?> three) {
            assertAlike(seed, one, two);
            assertAlike(seed, one, three);
            assertThat(three.unsupported()).as(RandomMachine.story(seed, false)).isEqualTo(one.unsupported());
            assertThat(one.unsupported()).as(RandomMachine.story(seed, false)).containsAll(two.unsupported());
            List<ImportNote> more = new ArrayList<>(one.unsupported());
            more.removeAll(two.unsupported());
            assertThat(more)
                    .as(RandomMachine.story(seed, false))
                    .extracting(ImportNote::kind)
                    .isSubsetOf(SEEN_IN_A_MODEL_ONLY);
        } else {
            assertThat(fromMachine).as(RandomMachine.story(seed, false)).isEqualTo(fromFactory);
            assertThat(fromModel).as(RandomMachine.story(seed, false)).isEqualTo(fromFactory);
        }
    }

    private static void assertAlike(long seed, ImportedWorkflow<?, ?> one, ImportedWorkflow<?, ?> other) {
        String story = RandomMachine.story(seed, false);
        assertThat(other.workflow()).as(story).isEqualTo(one.workflow());
        assertThat(other.guards().keySet()).as(story).isEqualTo(one.guards().keySet());
        assertThat(other.changes()).as(story).isEqualTo(one.changes());
    }

    /** The imported workflow, or what is said against it. */
    private static Object outcome(Supplier<StateMachineImport<String, String>> imports) {
        try {
            return imports.get()
                    .header(MachineSamples.PAID, Integer.class)
                    .header(MachineSamples.EXPRESS)
                    .build("shop");
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
