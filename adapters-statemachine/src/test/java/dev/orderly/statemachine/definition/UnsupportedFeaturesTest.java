package dev.orderly.statemachine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderly.check.Checker;
import dev.orderly.workflow.Transition;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.config.model.ConfigurationData;
import org.springframework.statemachine.config.model.DefaultStateMachineModel;
import org.springframework.statemachine.config.model.StateData;
import org.springframework.statemachine.config.model.StatesData;
import org.springframework.statemachine.config.model.TransitionData;
import org.springframework.statemachine.config.model.TransitionsData;
import org.springframework.statemachine.listener.StateMachineListenerAdapter;
import org.springframework.statemachine.security.SecurityRule;

/** What a workflow has no place for is named, item by item. */
class UnsupportedFeaturesTest {

    private static ImportedWorkflow<String, String> imported(StateMachineBuilder.Builder<String, String> builder) {
        return StateMachineImport.of(builder.createFactory()).build("shop");
    }

    private static List<String> lines(List<ImportNote> notes) {
        return notes.stream().map(ImportNote::toString).toList();
    }

    private static StateMachineBuilder.Builder<String, String> flat() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
        builder.configureStates().withStates().initial("new").state("paid").end("done");
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("paid")
                .event("pay")
                .and()
                .withExternal()
                .source("paid")
                .target("done")
                .event("ship");
        return builder;
    }

    @Test
    void a_flat_machine_loses_nothing() throws Exception {
        assertThat(imported(flat()).unsupported()).isEmpty();
        assertThat(Checker.check(imported(flat()).workflow())).isEmpty();
    }

    private static String variable(String place, String guard) {
        return "variable: " + place + ": its action may write a variable that a guard after it reads (" + guard
                + "); only requests set the fields of an order, so that the guard would see what was before; for what may"
                + " happen once say once(), for the time since an event let a TimeLimit count from it, and for all else"
                + " ask in a guard in code where the number is kept; an OrderListener cannot set a field";
    }

    @Test
    void actions_are_named_with_their_place() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
        builder.configureStates()
                .withStates()
                .initial("new", context -> {})
                .stateEntry("paid", context -> {})
                .stateDo("paid", context -> {})
                .stateExit("paid", context -> {})
                .choice("which")
                .end("done");
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("paid")
                .event("pay")
                .action(context -> {})
                .action(context -> {})
                .and()
                .withExternal()
                .source("paid")
                .target("which")
                .event("ship")
                .action(context -> {}, context -> {})
                .and()
                .withChoice()
                .source("which")
                .first("paid", context -> false, context -> {})
                .last("done");

        assertThat(lines(imported(builder).unsupported()))
                .containsExactlyInAnyOrder(
                        "initial-action: new: the action of the start is not carried over; do it in an OrderListener, or"
                                + " send a notification by \"notify\"",
                        "state-action: paid: its action on entry is not carried over; do it in an OrderListener, or send"
                                + " a notification by \"notify\"",
                        "state-action: paid: its action while it lasts is not carried over; do it in an OrderListener, or"
                                + " send a notification by \"notify\"",
                        "state-action: paid: its action on exit is not carried over; do it in an OrderListener, or send"
                                + " a notification by \"notify\"",
                        "transition-action: new on pay → paid: its 2 actions are not carried over; do it in an"
                                + " OrderListener, or send a notification by \"notify\"",
                        "transition-action: paid on ship → which: its action is not carried over, though it runs before"
                                + " the choice asks its guards, which may rely on it; do it in an OrderListener, or send"
                                + " a notification by \"notify\"",
                        "transition-action: which → paid: its action is not carried over; do it in an OrderListener, or"
                                + " send a notification by \"notify\"",
                        variable("new", "which-to-paid"),
                        variable("paid", "which-to-paid"),
                        variable("new on pay → paid", "which-to-paid"),
                        variable("paid on ship → which", "which-to-paid"),
                        variable("which → paid", "which-to-paid"));
    }

    @Test
    void deferred_events_are_named() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = flat();
        builder.configureStates().withStates().state("paid", "print", "call");

        assertThat(lines(imported(builder).unsupported()))
                .singleElement()
                .asString()
                .startsWith("deferred-event: paid: keeps ")
                .endsWith(
                        " for later; an order refuses an event that has no transition; add a data move that takes it, or"
                                + " send it again later");
    }

    @Test
    void security_rules_are_named_with_what_they_ask() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = flat();
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("done")
                .event("drop")
                .secured("ROLE_STAFF, ROLE_BOSS", SecurityRule.ComparisonType.ANY)
                .and()
                .withExternal()
                .source("paid")
                .target("new")
                .event("drop")
                .secured("hasRole('BOSS')");
        String open =
                "security: new on drop → done: it was open to who meets any of ROLE_BOSS, ROLE_STAFF, which a workflow"
                        + " cannot ask; ";

        assertThat(lines(imported(builder).unsupported()))
                .containsExactly(
                        open + "say by by(event, roles…) who may",
                        "security: paid on drop → new: it was open to who meets \"hasRole('BOSS')\", which a workflow"
                                + " cannot ask; say by by(event, roles…) who may");
        ImportedWorkflow<String, String> said = StateMachineImport.of(builder.createFactory())
                .by("drop", "boss")
                .build("shop");
        assertThat(lines(said.unsupported())).contains(open + "by(…) says who may instead: compare the two");
        assertThat(said.workflow().roles()).contains("boss", "staff");
    }

    @Test
    void listeners_of_a_factory_are_named() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = flat();
        builder.configureConfiguration().withConfiguration().listener(new StateMachineListenerAdapter<>());

        assertThat(lines(imported(builder).unsupported()))
                .containsExactly("configuration: configuration: 1 listener of the machine hears nothing of orders; give"
                        + " OrdersBuilder.listener(…) what should hear of every change");
    }

    @Test
    void a_transition_out_of_an_end_state_never_happens() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = flat();
        builder.configureTransitions()
                .withExternal()
                .source("done")
                .target("new")
                .event("again");

        assertThat(lines(imported(builder).unsupported()))
                .containsExactly(
                        "transition: done on again → new: is not carried over: a state machine stops in the end"
                                + " state done, so that it never happens");
    }

    @Test
    void a_transition_to_a_state_that_is_not_there_is_named_though_spring_drops_it() {
        var model = new DefaultStateMachineModel<String, String>(
                new ConfigurationData<>(),
                new StatesData<>(List.of(new StateData<>("new", true))),
                new TransitionsData<>(List.of(new TransitionData<>("new", "nowhere", "go"))));

        assertThat(lines(StateMachineImport.of(model).build("shop").unsupported()))
                .containsExactly(
                        "transition: new on go → nowhere: is not carried over: nowhere is not among the states");
    }

    @Test
    void a_choice_that_leads_back_to_itself_is_named() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
        builder.configureStates()
                .withStates()
                .initial("new")
                .choice("a")
                .choice("b")
                .end("done");
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("a")
                .event("go")
                .and()
                .withChoice()
                .source("a")
                .first("done", context -> true)
                .last("b")
                .and()
                .withChoice()
                .source("b")
                .first("done", context -> true)
                .last("a");

        assertThat(lines(imported(builder).unsupported()))
                .containsExactly("transition: b → a: is not carried over: the choice a leads back to itself");
    }

    @Test
    void what_only_acts_and_leads_nowhere_is_named() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = flat();
        builder.configureTransitions()
                .withInternal()
                .source("new")
                .timer(1000)
                .and()
                .withInternal()
                .source("paid")
                .name("call")
                .event("call");

        ImportedWorkflow<String, String> imported = imported(builder);
        assertThat(lines(imported.unsupported()))
                .containsExactly(
                        "transition: new after PT1S (internal): is not carried over: it repeats and leads nowhere, so that"
                                + " only its action mattered",
                        "transition-name: paid on call (internal): its name \"call\" is not carried over; an order's"
                                + " history has the event");
        assertThat(imported.workflow().transitionsFrom("paid"))
                .extracting(Transition::toString)
                .containsExactly("ship: paid → done", "call: paid → same status");
    }

    @Test
    void transitions_that_a_machine_takes_at_random_are_named() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = flat();
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("done")
                .event("pay")
                .and()
                .withExternal()
                .source("new")
                .target("new")
                .event("pay")
                .guard(context -> true);

        ImportedWorkflow<String, String> imported = imported(builder);
        assertThat(lines(imported.unsupported()))
                .containsExactly(
                        "transition: new on pay → done: is not carried over: another transition without a guard has"
                                + " the same state and event, and a state machine takes either; give both a guard");
        assertThat(lines(imported.changes()))
                .contains(
                        "order: new on pay: a state machine asks its 2 transitions in no certain order; orders ask them in"
                                + " that of its model, those with a guard first; see that no two guards agree at a time");
        assertThat(imported.workflow().transitionsFrom("new"))
                .extracting(Transition::toString)
                .containsExactly("pay: new → new", "pay: new → paid");
    }

    @Test
    void regions_at_the_top_are_refused() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
        builder.configureStates()
                .withStates()
                .initial("day")
                .states(Set.of("night"))
                .and()
                .withStates()
                .initial("open")
                .states(Set.of("closed"));
        builder.configureTransitions()
                .withExternal()
                .source("day")
                .target("night")
                .event("sleep");
        var factory = builder.createFactory();
        String because = ": an order is in one status at a time; import each region as a machine of its own";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateMachineImport.of(factory))
                .withMessageStartingWith("the state machine has regions at its top, which begin in [")
                .withMessageEndingWith(because);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateMachineImport.of(factory.getStateMachine()))
                .withMessageStartingWith("the state machine has regions at its top, which begin in [")
                .withMessageEndingWith(because);
    }
}
