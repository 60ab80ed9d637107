package dev.orderly.statemachine.definition;

import static dev.orderly.statemachine.definition.Imports.kinds;
import static dev.orderly.statemachine.definition.Imports.transitions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.check.Checker;
import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.workflow.Status;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.StateMachineContext;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.config.builders.StateMachineTransitionConfigurer;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import org.springframework.statemachine.transition.TransitionConflictPolicy;
import reactor.core.publisher.Mono;

/** States within a state become statuses beside the others, and inherit the transitions of the state around them. */
class NestedStatesTest {

    /** A packing that goes from picking to boxing, and can be cancelled as a whole. */
    private static StateMachineBuilder.Builder<String, String> packing() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
        builder.configureStates()
                .withStates()
                .initial("new")
                .state("packing")
                .end("sent")
                .end("cancelled")
                .and()
                .withStates()
                .parent("packing")
                .initial("picking")
                .state("boxing");
        transition(builder, "new", "packing", "pack");
        transition(builder, "picking", "boxing", "box");
        transition(builder, "boxing", "sent", "send");
        transition(builder, "packing", "cancelled", "cancel");
        return builder;
    }

    private static void transition(
            StateMachineBuilder.Builder<String, String> builder, String from, String to, String event)
            throws Exception {
        builder.configureTransitions().withExternal().source(from).target(to).event(event);
    }

    @Test
    void what_leads_to_a_state_leads_to_the_first_within_it_and_what_leaves_it_leaves_each() throws Exception {
        for (ImportedWorkflow<String, String> imported : Imports.each(packing().createFactory(), i -> i)) {
            assertThat(imported.workflow().statuses())
                    .extracting(Status::name)
                    .containsExactlyInAnyOrder("new", "picking", "boxing", "sent", "cancelled");
            assertThat(transitions(imported))
                    .containsExactlyInAnyOrder(
                            "place: start → new",
                            "pack: new → picking",
                            "box: picking → boxing",
                            "send: boxing → sent",
                            "cancel: picking → cancelled",
                            "cancel: boxing → cancelled");
            assertThat(imported.unsupported()).isEmpty();
            assertThat(kinds(imported.changes(), Kind.SUBMACHINE))
                    .containsExactly(
                            "submachine: packing: is no status; the states within it are, beside the others: what leads to"
                                    + " it leads to picking, and what leaves it leaves each of them");
            assertThat(Checker.check(imported.workflow())).isEmpty();
        }
    }

    @Test
    void a_state_is_asked_before_the_one_around_it_unless_the_machine_says_otherwise() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = packing();
        transition(builder, "boxing", "new", "cancel");

        assertThat(transitions(Imports.of(builder)))
                .contains("cancel: boxing → new")
                .doesNotContain("cancel: boxing → cancelled");

        StateMachineBuilder.Builder<String, String> parentFirst = packing();
        transition(parentFirst, "boxing", "new", "cancel");
        parentFirst
                .configureConfiguration()
                .withConfiguration()
                .transitionConflictPolicy(TransitionConflictPolicy.PARENT);
        for (ImportedWorkflow<String, String> each : Imports.each(parentFirst.createFactory(), i -> i)) {
            assertThat(transitions(each)).contains("cancel: boxing → cancelled").doesNotContain("cancel: boxing → new");
        }
    }

    @Test
    void states_three_deep_are_flat_as_well() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = packing();
        builder.configureStates()
                .withStates()
                .parent("boxing")
                .initial("folding")
                .end("taped");
        transition(builder, "folding", "taped", "tape");

        assertThat(transitions(Imports.of(builder)))
                .containsExactlyInAnyOrder(
                        "place: start → new",
                        "pack: new → picking",
                        "box: picking → folding",
                        "tape: folding → taped",
                        "send: folding → sent",
                        "send: taped → sent",
                        "cancel: picking → cancelled",
                        "cancel: folding → cancelled",
                        "cancel: taped → cancelled");
    }

    @Test
    void a_machine_that_stopped_within_a_state_is_taken_over_where_it_is() throws Exception {
        var factory = packing().createFactory();
        ImportedWorkflow<String, String> imported = Imports.of(factory, StateMachineImport::migrationStart);
        StateMachine<String, String> machine = factory.getStateMachine("17");
        machine.startReactively().block();
        for (String event : List.of("pack", "box")) {
            machine.sendEvent(Mono.just(MessageBuilder.withPayload(event).build()))
                    .blockLast();
        }

        assertThat(status(imported, MachineAndOrder.persisted(machine))).isEqualTo("boxing");
        assertThat(status(imported, new DefaultStateMachineContext<>("boxing", null, null, null)))
                .isEqualTo("boxing");
        assertThat(status(imported, new DefaultStateMachineContext<>("packing", null, null, null)))
                .isEqualTo("picking");
    }

    private static String status(
            ImportedWorkflow<String, String> imported, StateMachineContext<String, String> context) {
        return String.valueOf(
                imported.migrationStart(context).request().data().asMap().get(MigrationStart.FIELD));
    }

    @Test
    void a_state_at_the_top_and_within_another_has_the_events_of_both() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = packing();
        builder.configureStates().withStates().states(Set.of("picking", "boxing"));

        for (ImportedWorkflow<String, String> imported : Imports.each(builder.createFactory(), i -> i)) {
            assertThat(transitions(imported)).containsExactlyInAnyOrderElementsOf(transitions(Imports.of(packing())));
            assertThat(kinds(imported.unsupported(), Kind.SUBMACHINE))
                    .containsExactlyInAnyOrder(
                            "submachine: picking: is within packing and beside it: an order in it has the transitions of"
                                    + " packing in both cases; let one of the two declare it",
                            "submachine: boxing: is within packing and beside it: an order in it has the transitions of"
                                    + " packing in both cases; let one of the two declare it");
        }
    }

    @Test
    void a_timer_of_a_state_with_states_within_counts_in_each_of_them_and_says_so() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = packing();
        builder.configureTransitions()
                .withExternal()
                .source("packing")
                .target("cancelled")
                .timerOnce(3_600_000);

        ImportedWorkflow<String, String> imported = Imports.of(builder);

        assertThat(transitions(imported))
                .contains("packing-to-cancelled: picking → cancelled", "packing-to-cancelled: boxing → cancelled");
        assertThat(kinds(imported.changes(), Kind.TIMER))
                .singleElement()
                .asString()
                .contains(
                        "a machine counts the time in packing as a whole, an order anew in each of the states within it");
    }

    @Test
    void actions_of_inner_starts_are_named() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
        builder.configureStates()
                .withStates()
                .initial("new")
                .end("done")
                .and()
                .withStates()
                .parent("new")
                .initial("inner", context -> {});
        StateMachineTransitionConfigurer<String, String> transitions = builder.configureTransitions();
        transitions.withExternal().source("new").target("done").event("go");

        for (ImportedWorkflow<String, String> imported : Imports.each(builder.createFactory(), i -> i)) {
            assertThat(kinds(imported.unsupported(), Kind.INITIAL_ACTION))
                    .containsExactly("initial-action: inner: the action of the start is not carried over; do it in an"
                            + " OrderListener, or send a notification by \"notify\"");
        }
    }

    @Test
    void a_transition_that_spring_drops_is_named_where_the_model_has_it() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = packing();
        builder.configureTransitions()
                .withExternal()
                .source("picking")
                .target("new")
                .event("back")
                .state("packing");

        assertThat(kinds(Imports.of(builder).unsupported(), Kind.TRANSITION))
                .containsExactly(
                        "transition: picking on back → new: is not carried over: a machine has it not, for packing has no"
                                + " machine within it that knows both states");
    }

    @Test
    void what_leads_past_the_first_state_two_deep_or_by_a_choice_is_named_for_a_machine_may_start_it()
            throws Exception {
        StateMachineBuilder.Builder<String, String> builder = packing();
        builder.configureStates().withStates().choice("which");
        builder.configureStates()
                .withStates()
                .parent("boxing")
                .initial("folding")
                .state("taping");
        transition(builder, "new", "taping", "tape");
        transition(builder, "folding", "taping", "tape");
        transition(builder, "new", "which", "check");
        builder.configureTransitions()
                .withChoice()
                .source("which")
                .first("boxing", MachineSamples.paysLess(1))
                .last("picking");

        assertThat(Imports.lines(Imports.of(builder).unsupported()))
                .containsExactlyInAnyOrder(
                        "submachine: new on tape → taping: a state machine may come to folding instead, the first state within"
                                + " boxing; an order is in taping",
                        "choice: which → boxing: a state machine may come to picking instead, the first state within packing;"
                                + " an order is in boxing");
    }
}
