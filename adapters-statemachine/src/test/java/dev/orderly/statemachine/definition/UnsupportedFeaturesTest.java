package dev.orderly.statemachine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderly.check.Checker;
import dev.orderly.workflow.Transition;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.annotation.OnStateChanged;
import org.springframework.statemachine.annotation.OnTransition;
import org.springframework.statemachine.annotation.WithStateMachine;
import org.springframework.statemachine.config.EnableStateMachineFactory;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.config.StateMachineConfigurerAdapter;
import org.springframework.statemachine.config.StateMachineFactory;
import org.springframework.statemachine.config.builders.StateMachineStateConfigurer;
import org.springframework.statemachine.config.builders.StateMachineTransitionConfigurer;
import org.springframework.statemachine.config.configurers.StateConfigurer;
import org.springframework.statemachine.config.model.ConfigurationData;
import org.springframework.statemachine.config.model.DefaultStateMachineModel;
import org.springframework.statemachine.config.model.StateData;
import org.springframework.statemachine.config.model.StatesData;
import org.springframework.statemachine.config.model.TransitionData;
import org.springframework.statemachine.config.model.TransitionsData;
import org.springframework.statemachine.listener.StateMachineListenerAdapter;
import org.springframework.statemachine.monitor.AbstractStateMachineMonitor;
import org.springframework.statemachine.security.SecurityRule;
import org.springframework.statemachine.support.StateMachineInterceptorAdapter;

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
    void the_timer_of_a_transition_with_an_event_is_named_for_a_machine_ignores_it() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = flat();
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("done")
                .event("drop")
                .timerOnce(3_600_000)
                .and()
                .withInternal()
                .source("paid")
                .event("remind")
                .timer(1000);

        assertThat(lines(imported(builder).unsupported()))
                .containsExactly(
                        "timer: new on drop → done: its timer of PT1H is not carried over, for a state machine pays no heed to"
                                + " the timer of a transition with an event; make it a transition of its own if it was meant",
                        "timer: paid on remind (internal): its timer of PT1S is not carried over, for a state machine pays no"
                                + " heed to the timer of a transition with an event; make it a transition of its own if it was"
                                + " meant");
    }

    @Test
    void a_start_that_is_an_end_as_well_goes_on() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
        builder.configureStates()
                .withStates()
                .initial("new")
                .end("new")
                .state("paid")
                .end("done");
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

        for (ImportedWorkflow<String, String> imported : Imports.each(builder.createFactory(), i -> i)) {
            assertThat(imported.unsupported()).isEmpty();
            assertThat(imported.workflow().transitions())
                    .extracting(Transition::toString)
                    .containsExactly("place: start → new", "pay: new → paid", "ship: paid → done");
            assertThat(imported.workflow().status("new").orElseThrow().done()).isFalse();
        }
    }

    @Test
    void an_action_is_noted_only_where_a_guard_comes_after_it() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
        builder.configureStates().withStates().initial("new").state("failed").end("paid");
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("failed")
                .event("fail")
                .action(context -> {})
                .and()
                .withExternal()
                .source("failed")
                .target("new")
                .event("retry")
                .guard(MachineSamples.paysLess(3))
                .and()
                .withExternal()
                .source("new")
                .target("paid")
                .event("pay")
                .action(context -> {});

        assertThat(StateMachineImport.of(builder.createFactory())
                        .field(MachineSamples.PAID, Integer.class)
                        .build("shop")
                        .unsupported())
                .filteredOn(note -> note.kind() == ImportNote.Kind.VARIABLE)
                .extracting(ImportNote::toString)
                .containsExactly(
                        "variable: new on fail → failed: its action may write a variable, such as \"paid\", that a guard after"
                                + " it reads (retry-from-failed); only requests set the fields of an order, so that the guard"
                                + " would see what was before; for what may happen once say once(), for the time since an event"
                                + " let a TimeLimit count from it, and for all else ask in a guard in code where the number is"
                                + " kept; an OrderListener cannot set a field");
    }

    @Test
    void a_branch_that_cannot_be_carried_over_is_left_out_alone() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = flat();
        builder.configureStates().withStates().choice("which").history("before", StateConfigurer.History.SHALLOW);
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("which")
                .event("check")
                .and()
                .withHistory()
                .source("before")
                .target("paid")
                .and()
                .withChoice()
                .source("which")
                .first("paid", MachineSamples.paysAtLeast(3))
                .then("before", MachineSamples.paysAtLeast(2))
                .then("new", MachineSamples.paysAtLeast(1))
                .last("done");

        for (ImportedWorkflow<String, String> imported :
                Imports.each(builder.createFactory(), i -> i.header(MachineSamples.PAID, Integer.class))) {
            assertThat(Imports.transitions(imported))
                    .contains(
                            "check: new → paid [which-to-paid]",
                            "check: new → new [not-which-to-before, which-to-new]",
                            "check: new → done [not-which-to-before]");
            assertThat(lines(imported.unsupported()))
                    .containsExactlyInAnyOrder(
                            "history: before: is a history pseudo-state and is not carried over; lead its transitions to a"
                                    + " status",
                            "transition: which → before: is not carried over: before is a history pseudo-state; the branches"
                                    + " after it ask that its guard does not agree");
            assertThat(imported.guards().get("not-which-to-before")).isNotNull();
        }
    }

    @Test
    void a_timer_that_a_choice_leads_back_is_not_due_again_at_once() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = flat();
        builder.configureStates().withStates().choice("which");
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("which")
                .timerOnce(3_600_000)
                .and()
                .withExternal()
                .source("paid")
                .target("which")
                .event("check")
                .and()
                .withChoice()
                .source("which")
                .first("done", MachineSamples.paysAtLeast(2))
                .then("new", MachineSamples.paysAtLeast(1))
                .last("paid");
        ImportedWorkflow<String, String> imported = imported(builder);

        assertThat(Imports.transitions(imported))
                .contains(
                        "new-to-which: new → done [which-to-done]",
                        "new-to-which: new → paid [not-which-to-new]",
                        "check: paid → new [which-to-new]")
                .doesNotContain("new-to-which: new → new [which-to-new]");
        assertThat(lines(imported.unsupported()))
                .containsExactly(
                        "transition: which → new: is not carried over: without an event it leads back to new, where the order"
                                + " is already; the branches after it ask that its guard does not agree");
    }

    @Test
    void listeners_interceptors_and_monitors_are_named() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = flat();
        builder.configureConfiguration()
                .withConfiguration()
                .listener(new StateMachineListenerAdapter<>())
                .listener(new StateMachineListenerAdapter<>())
                .and()
                .withMonitoring()
                .monitor(new AbstractStateMachineMonitor<String, String>() {});
        String rest = " nothing of orders; give OrdersBuilder.listener(…) what should hear of every change";
        String listeners = "configuration: configuration: 2 listeners of the machine hear" + rest;
        String monitor = "configuration: configuration: 1 monitor of the machine hears" + rest;
        var factory = builder.createFactory();

        for (ImportedWorkflow<String, String> imported : Imports.each(factory, i -> i)) {
            assertThat(lines(imported.unsupported())).containsExactly(listeners, monitor);
        }
        StateMachine<String, String> machine = factory.getStateMachine();
        machine.getStateMachineAccessor()
                .doWithAllRegions(r -> r.addStateMachineInterceptor(new StateMachineInterceptorAdapter<>()));
        assertThat(lines(StateMachineImport.of(machine).build("shop").unsupported()))
                .containsExactly(
                        listeners, "configuration: configuration: 1 interceptor of the machine hears" + rest, monitor);
    }

    @Configuration
    @EnableStateMachineFactory
    static class Annotated extends StateMachineConfigurerAdapter<String, String> {
        @Override
        public void configure(StateMachineStateConfigurer<String, String> states) throws Exception {
            states.withStates().initial("new").end("paid");
        }

        @Override
        public void configure(StateMachineTransitionConfigurer<String, String> transitions) throws Exception {
            transitions.withExternal().source("new").target("paid").event("pay");
        }

        @Bean
        Hearers hearers() {
            return new Hearers();
        }
    }

    @WithStateMachine
    static class Hearers {
        @OnTransition(target = "paid")
        void paid() {}

        @OnTransition(source = "new")
        void left() {}

        @OnStateChanged
        void changed() {}
    }

    @Test
    void methods_that_are_annotated_for_state_machines_are_named() {
        StateMachineFactory<String, String> factory = MachineSamples.factoryOf(Annotated.class);
        String place = "configuration: " + Hearers.class.getName() + ": ";

        for (StateMachineImport<String, String> each :
                List.of(StateMachineImport.of(factory), StateMachineImport.of(factory.getStateMachine()))) {
            assertThat(lines(each.build("shop").unsupported()))
                    .containsExactly(
                            place
                                    + "1 method with @OnStateChanged hears nothing of orders; call it from an OrderListener",
                            place
                                    + "2 methods with @OnTransition hear nothing of orders; call them from an OrderListener");
        }
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
