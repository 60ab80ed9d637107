package dev.orderly.statemachine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderly.file.WorkflowFiles;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.statemachine.config.StateMachineBuilder;

/** What states, events, timers and choices become, and what they are called. */
class ImportedWorkflowTest {

    private static List<String> texts(ImportedWorkflow<?, ?> imported, ImportNote.Kind kind) {
        return imported.changes().stream()
                .filter(n -> n.kind() == kind)
                .map(ImportNote::toString)
                .toList();
    }

    private static StateMachineBuilder.Builder<String, String> machine(String from, String to, String event)
            throws Exception {
        StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
        builder.configureStates().withStates().initial(from).state(to);
        builder.configureTransitions().withExternal().source(from).target(to).event(event);
        return builder;
    }

    private static StateMachineImport<String, String> of(StateMachineBuilder.Builder<String, String> builder) {
        return StateMachineImport.of(builder.createFactory());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void each_can_be_written_and_read_back(Workflow workflow) {
        assertThat(WorkflowFiles.read("shop.yaml", WorkflowFiles.toYaml(workflow))
                        .orThrow())
                .isEqualTo(workflow);
    }

    static Stream<Workflow> workflows() throws Exception {
        return Stream.of(
                StateMachineImport.of(MachineSamples.<MachineSamples.States, MachineSamples.Events>factoryOf(
                                MachineSamples.EnumFlow.class))
                        .field(MachineSamples.PAID)
                        .header(MachineSamples.EXPRESS)
                        .migrationStart()
                        .build("enums")
                        .workflow(),
                StateMachineImport.of(MachineSamples.<String, String>factoryOf(MachineSamples.StringFlow.class))
                        .build("strings")
                        .workflow(),
                of(MachineSamples.choosing())
                        .field(MachineSamples.EXPRESS)
                        .build("choosing")
                        .workflow(),
                of(MachineSamples.timed())
                        .migrationStart("staff")
                        .build("timed")
                        .workflow(),
                StateMachineImport.of(MachineSamples.model().build())
                        .build("model")
                        .workflow());
    }

    @Test
    void constants_are_named_as_everywhere() {
        var imported = StateMachineImport.of(MachineSamples.<MachineSamples.States, MachineSamples.Events>factoryOf(
                        MachineSamples.EnumFlow.class))
                .build("enums");

        assertThat(imported.workflow().statuses())
                .extracting("name")
                .containsExactly("new", "checked", "paid", "packed", "sent", "returned", "done", "cancelled");
        assertThat(imported.statusOf(MachineSamples.States.NEW)).isEqualTo("new");
        assertThat(imported.eventOf(MachineSamples.Events.CHECK)).isEqualTo("check");
        assertThat(texts(imported, ImportNote.Kind.NAME)).isEmpty();
    }

    @Test
    void an_unknown_state_or_event_is_refused_with_those_that_there_are() {
        var imported = StateMachineImport.of(MachineSamples.model().build()).build("model");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> imported.statusOf("amount"))
                .withMessageStartingWith("amount is no status of this workflow: [");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> imported.eventOf("fly"))
                .withMessageStartingWith("fly is no event of this workflow: [");
    }

    @Test
    void a_text_that_can_be_no_name_is_made_one_and_noted() throws Exception {
        var imported = of(machine("new", "In review (1)", "submit!")).build("shop");

        assertThat(imported.workflow().transitionsFrom("new"))
                .extracting(Transition::toString)
                .containsExactly("submit: new → In-review-1");
        assertThat(texts(imported, ImportNote.Kind.NAME))
                .containsExactly(
                        "name: In review (1): the status is called \"In-review-1\", for a name has letters, digits and"
                                + " single signs between them; choose another name with status(…)",
                        "name: submit!: the event is called \"submit\", for a name has letters, digits and single signs"
                                + " between them; choose another name with event(…)");
    }

    @Test
    void the_caller_can_name_everything() throws Exception {
        var imported = of(machine("new", "!", "?"))
                .status("!", "sent")
                .event("?", "ship")
                .start("order", "customer")
                .by("?", "packer")
                .version(7)
                .languages("pl", "en")
                .build("shop");

        Workflow workflow = imported.workflow();
        assertThat(workflow.transitions())
                .extracting(Transition::toString)
                .containsExactly("order: start → new", "ship: new → sent");
        assertThat(workflow.transitions())
                .extracting(Transition::by)
                .containsExactly(List.of("customer"), List.of("packer"));
        assertThat(workflow.roles()).contains("packer", "customer", "system");
        assertThat(workflow.version()).isEqualTo(7);
        assertThat(workflow.languages()).containsExactly("pl", "en");
    }

    @Test
    void a_name_that_cannot_be_made_is_asked_for() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(machine("new", "!", "go")).build("shop"))
                .withMessage("\"!\" cannot be the name of a status: name it with status(…)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(machine("new", "old", "?")).build("shop"))
                .withMessage("\"?\" cannot be the name of an event: name it with event(…)");
    }

    @Test
    void two_that_would_have_one_name_are_an_error_that_names_both() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(machine("sent!", "sent?", "go")).build("shop"))
                .withMessage(
                        "\"sent!\" and \"sent?\" would both be the status \"sent\": name one of them with status(…)");
    }

    private enum Cased {
        NEW,
        Paid,
        PAID
    }

    private enum CasedEvents {
        PAY_IN,
        Pay_In,
        LATE
    }

    @Test
    void constants_that_differ_only_by_letter_case_keep_theirs() throws Exception {
        StateMachineBuilder.Builder<Cased, CasedEvents> builder = StateMachineBuilder.builder();
        builder.configureStates().withStates().initial(Cased.NEW).states(EnumSet.allOf(Cased.class));
        builder.configureTransitions()
                .withExternal()
                .source(Cased.NEW)
                .target(Cased.Paid)
                .event(CasedEvents.PAY_IN)
                .and()
                .withExternal()
                .source(Cased.NEW)
                .target(Cased.PAID)
                .event(CasedEvents.Pay_In)
                .and()
                .withExternal()
                .source(Cased.PAID)
                .target(Cased.Paid)
                .event(CasedEvents.LATE);
        var imported =
                StateMachineImport.of(builder.createFactory()).migrationStart().build("shop");

        assertThat(imported.workflow().transitions())
                .extracting(Transition::toString)
                .startsWith("place: start → new", "PAY-IN: new → Paid", "Pay-In: new → PAID", "late: PAID → Paid");
        assertThat(imported.eventOf(CasedEvents.Pay_In)).isEqualTo("Pay-In");
        assertThat(imported.statusOf(Cased.PAID)).isEqualTo("PAID");
        assertThat(texts(imported, ImportNote.Kind.NAME))
                .contains(
                        "name: Pay_In: the event is called \"Pay-In\", for another constant differs from it only by letter"
                                + " case; choose another name with event(…), and ask for it by ImportedWorkflow.eventOf(…)");
        assertThat(WorkflowFiles.read("shop.yaml", WorkflowFiles.toYaml(imported.workflow()))
                        .orThrow())
                .isEqualTo(imported.workflow());
    }

    @Test
    void an_event_that_is_called_as_the_start_is_an_error() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(machine("new", "old", "place")).build("shop"))
                .withMessage(
                        "the event place is called \"place\", as is the beginning of an order: name it otherwise with"
                                + " event(…)");
        assertThat(of(machine("new", "old", "place"))
                        .start("create")
                        .build("shop")
                        .workflow()
                        .eventNames())
                .containsExactly("create", "place");
    }

    @Test
    void a_wish_about_what_is_not_there_is_an_error() throws Exception {
        String rest =
                ", which the state machine does not have or which cannot be carried over; take it away, or correct it";
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> of(machine("new", "old", "go")).by("fly", "bird").build("shop"))
                .withMessage("by(…) is about fly" + rest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(machine("new", "old", "go"))
                        .guard("new", "go", "free")
                        .build("shop"))
                .withMessage("guard(…) is about new on go" + rest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(machine("new", "old", "go"))
                        .automatic("new", "old", "age")
                        .build("shop"))
                .withMessage("automatic(…) is about new → old" + rest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateMachineImport.of(MachineSamples.model().build())
                        .guard("waiting", "again", "broke", "poor")
                        .build("shop"))
                .withMessage("guard(…) names 2 guards of waiting on again, which has 1");
    }

    @Test
    void a_state_that_no_transition_leaves_is_done() throws Exception {
        var imported = of(machine("new", "old", "go")).build("shop");

        assertThat(imported.workflow().status("old").orElseThrow().done()).isTrue();
        assertThat(texts(imported, ImportNote.Kind.DONE))
                .containsExactly(
                        "done: old: no transition leaves it, so that an order in it is done; add a transition if it"
                                + " is not");
        assertThat(of(machine("new", "old", "go"))
                        .done("new")
                        .build("shop")
                        .workflow()
                        .statuses())
                .allMatch(status -> status.done());
    }

    @Test
    void a_variable_comes_with_the_start_and_a_header_with_events_that_a_guard_decides() {
        var imported = StateMachineImport.of(MachineSamples.model().build())
                .field(MachineSamples.PAID)
                .header(MachineSamples.EXPRESS)
                .migrationStart()
                .build("shop");

        assertThat(imported.workflow().transitions().stream()
                        .map(t -> t + " " + t.takes())
                        .distinct())
                .containsExactly(
                        "place: start → open [paid]",
                        "pay: open → closed [express]",
                        "pay: open → waiting [express]",
                        "pay: waiting → closed [express]",
                        "pay: waiting → waiting [express]",
                        "again: waiting → open [express]",
                        "migrate: start → open [paid, express]",
                        "migrate: start → closed [paid, express]",
                        "migrate: start → waiting [paid, express]");
    }

    @Test
    void branches_become_alternatives_in_their_order() throws Exception {
        var imported = of(MachineSamples.choosing())
                .branchGuard("which", "cheap", "small-sum")
                .build("shop");

        assertThat(imported.workflow().transitionsFrom("new"))
                .extracting(t -> t + " " + t.guards())
                .containsExactly(
                        "check: new → free [which-to-free]",
                        "check: new → fast [which-to-how, how-to-fast]",
                        "check: new → cheap [which-to-how]",
                        "check: new → cheap [small-sum]",
                        "check: new → dear []");
        assertThat(imported.workflow().transitionsFrom("cheap"))
                .extracting(t -> t + " " + t.guards())
                .containsExactly(
                        "check: cheap → fast [check-from-cheap, how-to-fast]",
                        "check: cheap → cheap [check-from-cheap]");
        assertThat(texts(imported, ImportNote.Kind.CHOICE))
                .contains(
                        "choice: which: its branches are alternatives of each event that leads to it, asked in their order;"
                                + " the last is taken where no other is");
    }

    @Test
    void guards_are_named_by_where_they_stand_or_by_the_caller() throws Exception {
        var enums =
                MachineSamples.<MachineSamples.States, MachineSamples.Events>factoryOf(MachineSamples.EnumFlow.class);

        assertThat(StateMachineImport.of(enums).build("shop").guards().keySet())
                .containsExactly(
                        "pay-from-checked",
                        "pay-from-checked-2",
                        "note-from-checked",
                        "send-from-packed",
                        "cancel-from-returned");
        assertThat(StateMachineImport.of(enums)
                        .guard(MachineSamples.States.CHECKED, MachineSamples.Events.PAY, "paid-in-full", "paid-in-part")
                        .build("shop")
                        .guards()
                        .keySet())
                .contains("paid-in-full", "paid-in-part");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateMachineImport.of(enums)
                        .guard(MachineSamples.States.CHECKED, MachineSamples.Events.PAY, "paid", "paid")
                        .build("shop"))
                .withMessage(
                        "the guard of CHECKED on PAY → CHECKED cannot be called \"paid\", for another guard is: only the"
                                + " very same object can share a name");
    }

    @Test
    void timers_and_anonymous_transitions_get_events_that_a_sweep_fires() throws Exception {
        var imported = of(MachineSamples.timed())
                .automatic("new", "late", "wait")
                .automaticGuard("new", "late", "unpaid")
                .build("shop");

        assertThat(imported.workflow().transitions().stream().filter(t -> t.after() != null))
                .extracting(t -> t + " " + t.by() + " "
                        + Optional.ofNullable(t.after()).map(TimeLimit::span).orElseThrow() + " " + t.guards())
                .containsExactly(
                        "wait: new → late [system] PT1H [unpaid]",
                        "checked-to-big: checked → big [system] P0D [checked-to-big]",
                        "checked-to-small: checked → small [system] P0D []",
                        "late-to-expired: late → expired [system] PT1H []",
                        "small-to-reminded: small → reminded [system] PT1H []");
        assertThat(texts(imported, ImportNote.Kind.TIMER))
                .startsWith("timer: new after PT1H → late: is the event \"wait\", which the first sweep after that time"
                        + " fires; its guard is asked by every sweep from then on, not only once, and sees no message; call"
                        + " Orders.sweep() often enough; name the event with automatic(…)");
        assertThat(texts(imported, ImportNote.Kind.ANONYMOUS))
                .endsWith(
                        "anonymous: checked → small: is the event \"checked-to-small\", which the next sweep fires; until"
                                + " then the order is in checked; call Orders.sweep() often enough; name the event with"
                                + " automatic(…)");
    }

    @Test
    void a_timer_that_repeats_or_begins_anew_is_noted() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = machine("new", "old", "go");
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("old")
                .timer(5000)
                .and()
                .withExternal()
                .source("new")
                .target("old")
                .timerOnce(9000)
                .and()
                .withExternal()
                .source("new")
                .target("new")
                .event("touch");

        assertThat(texts(of(builder).build("shop"), ImportNote.Kind.TIMER))
                .containsExactly(
                        "timer: new after PT5S → old: is the event \"new-to-old\", which the first sweep after that time"
                                + " fires; a machine ticks from its start on, the first time at once, so that it would"
                                + " happen at the next tick; an order waits for the whole time; call Orders.sweep() often"
                                + " enough; name the event with automatic(…)",
                        "timer: new after PT9S → old: is the event \"new-to-old-2\", which the first sweep after that time"
                                + " fires; call Orders.sweep() often enough; name the event with automatic(…)",
                        "timer: new on touch → new: a state machine begins to count the time in new anew; an order that"
                                + " stays counts on; lead it to a status of its own if the time must begin anew");
    }
}
