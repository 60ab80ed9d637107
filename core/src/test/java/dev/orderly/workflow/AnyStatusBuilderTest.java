package dev.orderly.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AnyStatusBuilderTest {

    private enum At {
        NEW,
        SHIPPED,
        HELD,
        DONE
    }

    private enum On {
        PLACE,
        NOTE_FRAUD
    }

    private static WorkflowBuilder<String, String> shop(Consumer<TransitionBuilder<String>> fraud) {
        return Workflow.builder("shop")
                .transition("place", t -> t.to("new"))
                .transition("note-fraud", fraud)
                .status("new", s -> {})
                .status("shipped", s -> {})
                .status("held", s -> {})
                .status("done", s -> s.done());
    }

    @Test
    void any_status_is_the_same_as_those_that_are_not_done_and_to_which_it_does_not_lead() {
        assertThat(shop(t -> t.fromAny().to("held")).build())
                .isEqualTo(shop(t -> t.from("new", "shipped").to("held")).build());
        assertThat(shop(t -> t.fromAny()).build())
                .isEqualTo(shop(t -> t.from("new", "shipped", "held")).build());
    }

    @Test
    void excepted_statuses_are_not_meant() {
        assertThat(shop(t -> t.fromAnyExcept("shipped", "done").to("held")).build())
                .isEqualTo(shop(t -> t.from("new").to("held")).build());
    }

    @Test
    void constants_of_an_enum_can_be_excepted() {
        Workflow workflow = Workflow.builder("shop", At.class, On.class)
                .transition(On.NOTE_FRAUD, t -> t.fromAnyExcept(At.SHIPPED).to(At.HELD))
                .transition(On.PLACE, t -> t.to(At.NEW))
                .status(At.DONE, s -> s.done())
                .build();

        assertThat(workflow.transitions().get(0).from()).containsExactly("new");
    }

    @Test
    void a_workflow_that_extends_it_has_the_statuses_that_were_meant() {
        Workflow extended = shop(t -> t.fromAny().to("held"))
                .build()
                .extend("more")
                .status("checked", s -> {})
                .build();

        assertThat(extended.transitions().get(1).from()).containsExactly("new", "shipped");
    }

    @Test
    void it_can_be_removed_by_its_event() {
        assertThat(shop(t -> t.fromAny().to("held"))
                        .removeTransitions(t -> t.event().equals("note-fraud"))
                        .build()
                        .eventNames())
                .containsExactly("place");
    }

    @Test
    void an_excepted_status_that_does_not_exist_is_refused_with_the_nearest() {
        assertThatThrownBy(() -> shop(t -> t.fromAnyExcept("shiped").to("held")).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the transition \"note-fraud\" excepts \"shiped\", which is no status of this workflow: did you"
                                + " mean \"shipped\"?");
        assertThatThrownBy(
                        () -> shop(t -> t.fromAnyExcept("elsewhere").to("held")).build())
                .hasMessageEndingWith("which is no status of this workflow: correct it, or take it out");
    }

    @Test
    void a_transition_that_is_left_no_status_is_refused() {
        assertThatThrownBy(() ->
                        shop(t -> t.fromAnyExcept("new", "shipped").to("held")).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "\"any\" leaves the transition \"note-fraud\" no status to come from: it means neither those that"
                                + " are done, nor those excepted, nor \"held\", to which it leads");
        assertThatThrownBy(() ->
                        shop(t -> t.fromAnyExcept("new", "shipped", "held")).build())
                .hasMessageEndingWith("it means neither those that are done, nor those excepted");
    }

    @Test
    void statuses_that_are_listed_as_well_are_refused() {
        assertThatThrownBy(() -> shop(t -> t.from("new").fromAny().to("held")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the transition \"note-fraud\" comes from any status and from new: say one of the two");
    }

    @Test
    void a_transition_of_no_workflow_cannot_come_from_any_status_but_be_given_the_statuses() {
        assertThatThrownBy(() -> Transition.builder("hold").fromAny().to("held").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "which statuses \"any\" means for the transition \"hold\", its workflow decides: describe it to"
                                + " WorkflowBuilder.transition, or list them");
        assertThat(Transition.builder("hold")
                        .to("held")
                        .build()
                        .withFromAny(
                                List.of(
                                        Status.builder("new").build(),
                                        Status.builder("held").build()),
                                List.of())
                        .from())
                .containsExactly("new");
    }
}
