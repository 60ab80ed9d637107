package dev.orderly.statemachine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.check.Checker;
import dev.orderly.check.Problem;
import dev.orderly.statemachine.definition.MachineAndOrder.Walk;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.StateMachineFactory;

/** An imported workflow goes the way of its machine, whatever happens to both. */
class ImportDifferentialTest {

    private static final StateMachineFactory<MachineSamples.States, MachineSamples.Events> ENUMS =
            MachineSamples.factoryOf(MachineSamples.EnumFlow.class);
    private static final StateMachineFactory<String, String> STRINGS =
            MachineSamples.factoryOf(MachineSamples.StringFlow.class);

    @Property
    void a_flow_of_enums(@ForAll("walks") List<Walk> walk) {
        assertAlike(ENUMS, fields(StateMachineImport.of(ENUMS)), Arrays.asList(MachineSamples.Events.values()), walk);
    }

    @Property
    void a_flow_of_strings(@ForAll("walks") List<Walk> walk) {
        List<String> events = List.of("submit (again)", "reject", "accept", "archive");
        assertAlike(STRINGS, fields(StateMachineImport.of(STRINGS)), events, walk);
    }

    @Property
    void choices_and_junctions(@ForAll("walks") List<Walk> walk) throws Exception {
        var factory = MachineSamples.choosing().createFactory();
        assertAlike(factory, fields(StateMachineImport.of(factory)), List.of("check", "finish", "again"), walk);
    }

    @Property
    void timers_and_transitions_without_a_trigger(@ForAll("walks") List<Walk> walk) throws Exception {
        var factory = MachineSamples.timed().createFactory();
        assertAlike(factory, fields(StateMachineImport.of(factory)), List.of("check", "finish"), walk);
    }

    @Property
    void a_model_made_by_hand(@ForAll("walks") List<Walk> walk) {
        var model = MachineSamples.model();
        var imported = fields(StateMachineImport.of(model.build()));
        assertAlike(MachineSamples.factoryOf(model), imported, List.of("pay", "again"), walk);
    }

    @Property
    void a_machine_is_read_like_its_factory(@ForAll("walks") List<Walk> walk) throws Exception {
        var factory = MachineSamples.choosing().createFactory();
        StateMachine<String, String> machine = factory.getStateMachine();
        assertAlike(factory, fields(StateMachineImport.of(machine)), List.of("check", "finish", "again"), walk);
    }

    /** Whatever the machine: nested states, choices, guards and timers. */
    @Property(tries = 1000)
    void any_machine_of_which_nothing_is_lost(@ForAll long seed, @ForAll("walks") List<Walk> walk) {
        Optional<StateMachineFactory<String, String>> made = RandomMachine.tame(seed);
        Assume.that(made.isPresent());
        StateMachineFactory<String, String> factory = made.orElseThrow();
        ImportedWorkflow<String, String> imported = fields(StateMachineImport.of(factory));
        Assume.that(imported.unsupported().isEmpty()
                && imported.changes().stream().noneMatch(ImportDifferentialTest::differs)
                && Checker.check(imported.workflow()).stream()
                        .noneMatch(problem -> problem.severity() == Problem.Severity.ERROR));

        List<String> events = RandomMachine.EVENTS.stream()
                .filter(imported.workflow().eventNames()::contains)
                .toList();

        assertThat(MachineAndOrder.disagreements(new MachineAndOrder<>(factory, imported, false), events, walk))
                .as(RandomMachine.story(seed, true))
                .isEmpty();
    }

    /** Whether chance decides on the machine, or a time goes on that a machine begins anew. */
    private static boolean differs(ImportNote note) {
        return note.kind() == ImportNote.Kind.ORDER || note.meaning().contains("anew");
    }

    @Provide
    Arbitrary<List<Walk>> walks() {
        Arbitrary<Integer> event = Arbitraries.integers().between(0, 8).withDistribution(RandomDistribution.uniform());
        Arbitrary<Integer> paid = Arbitraries.integers().between(0, 3).injectNull(0.4);
        Arbitrary<Boolean> express = Arbitraries.of(true, false).injectNull(0.4);
        return Combinators.combine(event, paid, express)
                .as(ImportDifferentialTest::step)
                .list()
                .ofMaxSize(15);
    }

    private static Walk step(int event, Integer paid, Boolean express) {
        Map<String, Object> data = new HashMap<>();
        if (paid != null) {
            data.put("paid", paid);
        }
        if (express != null) {
            data.put("express", express);
        }
        return new Walk(event, data);
    }

    private static <S, E> ImportedWorkflow<S, E> fields(StateMachineImport<S, E> imports) {
        return imports.header(MachineSamples.PAID, Integer.class)
                .header(MachineSamples.EXPRESS)
                .build("shop");
    }

    private static <S, E> void assertAlike(
            StateMachineFactory<S, E> factory, ImportedWorkflow<S, E> imported, List<E> events, List<Walk> walk) {
        assertThat(MachineAndOrder.disagreements(new MachineAndOrder<>(factory, imported), events, walk))
                .isEmpty();
    }
}
