package dev.orderly.file;

import static dev.orderly.file.Reading.SHOP;
import static dev.orderly.file.Reading.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A transition that names several events is the same as one for each of them. */
class SeveralEventsTest {

    private static final String ONCE = SHOP.replace("suppress:", """
              - { on: [cancel, refuse, lose], from: [new, sent], to: done, by: staff, takes: note, notify: customer }
              - { on: close, from: sent, to: done, by: staff }
            suppress:""");
    private static final String EACH = SHOP.replace("suppress:", """
              - { on: cancel, from: [new, sent], to: done, by: staff, takes: note, notify: customer }
              - { on: refuse, from: [new, sent], to: done, by: staff, takes: note, notify: customer }
              - { on: lose, from: [new, sent], to: done, by: staff, takes: note, notify: customer }
              - { on: close, from: sent, to: done, by: staff }
            suppress:""");

    private enum At {
        NEW,
        DONE
    }

    private enum On {
        PLACE,
        CANCEL,
        REFUSE
    }

    private static Workflow read(String text) {
        return WorkflowFiles.read("shop.yaml", text).orThrow();
    }

    private static List<String> moves(Workflow workflow) {
        return workflow.transitions().stream().map(Transition::toString).toList();
    }

    @Test
    void the_workflow_is_the_one_with_a_transition_for_each() {
        assertThat(read(ONCE)).isEqualTo(read(EACH));
        assertThat(WorkflowSchema.complaints(ONCE)).isEmpty();
    }

    @Test
    void what_is_written_has_a_transition_for_each() {
        assertThat(WorkflowFiles.toYaml(read(ONCE))).isEqualTo(WorkflowFiles.toYaml(read(EACH)));
        assertThat(read(WorkflowFiles.toYaml(read(ONCE)))).isEqualTo(read(ONCE));
    }

    @Test
    void a_list_of_one_event_is_that_event() {
        assertThat(read(SHOP.replace("on: ship", "on: [ship]"))).isEqualTo(read(SHOP));
    }

    @Test
    void problems_of_the_transitions_after_it_are_shown_where_those_stand() {
        assertThat(problems("shop.yaml", ONCE.replace("on: close, from: sent", "on: close, from: snet")))
                .containsExactly(
                        "shop.yaml:16:24: error: unknown-status: \"snet\" is no status of this workflow: did you"
                                + " mean \"sent\"?");
    }

    @Test
    void a_problem_of_all_of_them_is_shown_once() {
        assertThat(problems("shop.yaml", ONCE.replace("by: staff, takes: note", "by: stuff, takes: note")))
                .containsExactly(
                        "shop.yaml:15:68: error: unknown-role: \"stuff\" is no role of this workflow: did you mean"
                                + " \"staff\"?");
    }

    @Test
    void a_problem_of_one_of_them_names_the_event() {
        assertThat(problems("shop.yaml", ONCE.replace("on: close, from: sent", "on: refuse, from: sent")))
                .containsExactly(
                        "shop.yaml:16:5: error: unreachable-alternative: \"refuse: sent → done\" is never taken: wherever it"
                                + " fits, the earlier \"refuse: new, sent → done\" fits as well and is taken; put it first, or"
                                + " tell the two apart by \"when\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            [cancel, cancel, lose] | 15:20 | invalid-value: "on" of the transition "cancel" and "cancel" and "lose" names "cancel" twice: name each event once
            []                     | 15:11 | invalid-value: "on" of the transition is an empty list: name an event
            [cancel, a--b]         | 15:20 | invalid-value: "a--b" is no name: use letters and digits, with single '-', '_', '.' or spaces between them, at most 64 characters
            [cancel, { is: lose }] | 15:20 | wrong-type: "on" of the transition "cancel" and a map must be an event or a list of events, but is a map
            [cancel, null]         | 15:20 | wrong-type: "on" of the transition "cancel" and empty must be an event or a list of events, but is empty
            {}                     | 15:11 | wrong-type: "on" of the transition must be an event or a list of events, but is a map
            """)
    void events_that_cannot_be_read_are_shown_where_they_stand(String events, String place, String problem) {
        String text = ONCE.replace("[cancel, refuse, lose]", events);

        assertThat(problems("shop.yaml", text)).containsExactly("shop.yaml:" + place + ": error: " + problem);
        assertThat(WorkflowSchema.complaints(text)).isNotEmpty();
    }

    @Test
    void a_case_takes_them_too() {
        String cases = """
                cases:
                  complaint:
                    open-in: sent
                    statuses: { open: {}, closed: { done: true } }
                    transitions: [{ on: open, to: open }, %s]
                """;

        assertThat(read(SHOP + cases.formatted("{ on: [close, drop], from: open, to: closed }")))
                .isEqualTo(read(SHOP
                        + cases.formatted(
                                "{ on: close, from: open, to: closed }, { on: drop, from: open, to: closed }")));
        assertThat(problems(
                        "shop.yaml",
                        SHOP
                                + cases.formatted(
                                        "{ on: [close, drop], from: open, to: closed }, { on: [a, b], from: opne,"
                                                + " to: closed }")))
                .containsExactly(
                        "shop.yaml:21:110: error: unknown-status: \"opne\" is no status of this workflow: did you"
                                + " mean \"open\"?");
    }

    @Test
    void one_of_them_can_be_removed_and_from_one_of_its_statuses_only(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("base.yaml"), ONCE);
        Path mine = Files.writeString(folder.resolve("mine.yaml"), """
                workflow: mine
                version: 1
                extends: ./base.yaml
                remove: { transitions: [{ on: refuse }, { on: lose, from: new }] }
                """);

        assertThat(moves(WorkflowFiles.load(mine)))
                .containsExactly(
                        "place: start → new",
                        "ship: new → sent",
                        "hand-over: new → done",
                        "deliver: sent → done",
                        "cancel: new, sent → done",
                        "lose: sent → done",
                        "close: sent → done");
    }

    @Test
    void a_builder_takes_them_by_name_or_as_constants() {
        Workflow byName = Workflow.builder("shop")
                .status("new", s -> {})
                .status("done", s -> s.done())
                .transition("place", t -> t.to("new"))
                .transition(List.of("cancel", "refuse"), t -> t.from("new").to("done"))
                .build();
        Workflow byConstant = Workflow.builder("shop", At.class, On.class)
                .status(At.DONE, s -> s.done())
                .transition(On.PLACE, t -> t.to(At.NEW))
                .transition(List.of(On.CANCEL, On.REFUSE), t -> t.from(At.NEW).to(At.DONE))
                .build();

        assertThat(moves(byName)).containsExactly("place: start → new", "cancel: new → done", "refuse: new → done");
        assertThat(byConstant).isEqualTo(byName);
    }

    @Test
    void a_transition_without_any_event_is_refused() {
        assertThatThrownBy(() -> Workflow.builder("shop").transition(List.of(), t -> t.to("new")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a transition of workflow shop needs at least one event");
    }
}
