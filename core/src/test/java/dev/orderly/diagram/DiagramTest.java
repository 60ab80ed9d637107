package dev.orderly.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.diagram.Diagram.Edge;
import dev.orderly.diagram.Diagram.Kind;
import dev.orderly.diagram.Diagram.Node;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Outcome;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DiagramTest {

    @Test
    void a_status_shows_its_label_in_the_wanted_language_and_its_code_where_the_label_does_not_say_it() {
        assertThat(Diagram.of(Samples.shop(), "pl").nodes())
                .containsExactly(
                        new Node("start", Kind.START, List.of(), null, null),
                        new Node("s_new", Kind.OPEN, List.of("Przyjęte"), "new", null),
                        new Node("s_sent", Kind.OPEN, List.of("sent"), null, null),
                        new Node("s_done", Kind.DONE, List.of("Delivered"), "done", Outcome.SUCCESS),
                        new Node("s_dropped", Kind.FINAL, List.of("dropped"), null, Outcome.FAILURE));
    }

    @Test
    void transitions_between_the_same_two_statuses_share_an_edge() {
        assertThat(Diagram.of(Samples.shop(), "en").edges())
                .containsOnlyOnce(
                        new Edge("s_new", "s_dropped", List.of("cancel [customer, staff]", "expire (after P7D)")));
    }

    @Test
    void a_data_move_is_a_loop_on_every_status_in_which_it_may_happen() {
        assertThat(Diagram.of(Samples.shop(), "en").edges().stream().filter(Edge::isLoop))
                .containsExactly(
                        new Edge("s_new", "s_new", List.of("note [staff] (once)")),
                        new Edge("s_sent", "s_sent", List.of("note [staff] (once)")));
    }

    @Test
    void a_case_has_a_picture_of_its_own_whose_identifiers_clash_with_no_others() {
        Diagram inner = Diagram.of(Samples.shop(), "en").cases().get(0);

        assertThat(inner.title()).isEqualTo("Complaint (case)");
        assertThat(inner.nodes()).extracting(Node::id).containsExactly("c1_start", "c1_s_new", "c1_s_closed");
    }

    @Test
    void names_that_differ_only_in_signs_or_are_not_latin_get_identifiers_of_their_own() {
        Workflow workflow = Workflow.builder("w")
                .status("a-b", s -> {})
                .status("a b", s -> {})
                .status("заказ", s -> {})
                .status("s_2", s -> {})
                .build();

        assertThat(Diagram.of(workflow, "en").nodes())
                .extracting(Node::id)
                .containsExactly("s_a_b", "s2", "s3", "s_s_2");
    }

    @Test
    void a_status_that_only_a_transition_knows_is_drawn_all_the_same() {
        Workflow broken = Workflow.builder("w")
                .transition("go", t -> t.from("here").to("there"))
                .build();

        assertThat(Diagram.of(broken, "en").edges()).containsExactly(new Edge("s_here", "s_there", List.of("go")));
    }

    @Test
    void a_long_label_is_wrapped_and_a_missing_one_gives_way_to_the_code() {
        Workflow workflow = Workflow.builder("w")
                .status("a", s -> s.label("en", "Shipment by the company's own vehicle"))
                .status("b", s -> {})
                .build();

        assertThat(Diagram.of(workflow, "en").nodes())
                .extracting(Node::label)
                .containsExactly(List.of("Shipment by the", "company's own vehicle"), List.of("b"));
    }

    @Test
    void a_transition_shows_what_can_refuse_it_although_its_data_are_complete() {
        assertThat(lines(t -> t.by("staff")
                        .whenField("paid", true)
                        .guard("credit-limit")
                        .linesAvailable()
                        .noOpenCase()
                        .needs("reason")))
                .containsExactly(
                        "go [staff]",
                        "if paid is true",
                        "and guard credit-limit",
                        "and lines available",
                        "and no open case");
    }

    @Test
    void a_limit_shows_from_when_it_counts_and_its_cut_off() {
        assertThat(lines(t -> t.notBefore(TimeLimit.after("P1D").cutOff(LocalTime.of(20, 0)))))
                .containsExactly("go (not before P1D, cut-off 20:00)");
        assertThat(lines(t -> t.within(TimeLimit.after("P1D", "pay").datedBy("day"))))
                .containsExactly("go (within P1D from day or pay)");
    }

    @Test
    void a_deadline_names_its_roles_only_where_others_than_the_system_may_fire_it() {
        assertThat(lines(t -> t.after(TimeLimit.after("P1D")))).containsExactly("go (after P1D)");
        assertThat(lines(t -> t.by("system", "staff").after(TimeLimit.after("P1D"))))
                .containsExactly("go [system, staff] (after P1D)");
    }

    private static List<String> lines(Consumer<TransitionBuilder<String>> description) {
        Workflow workflow = Workflow.builder("w")
                .field(Field.of("paid", FieldType.YES_NO))
                .status("a", s -> {})
                .transition("go", t -> description.accept(t.from("a")))
                .build();
        return Diagram.of(workflow, "en").edges().get(0).lines();
    }

    @Test
    void flows_are_drawn_before_cases_and_say_so() {
        Workflow payment = Workflow.builder("payment")
                .status("awaited", s -> {})
                .status("received", s -> s.done())
                .transition("begin", t -> t.to("awaited"))
                .transition("receive", t -> t.from("awaited").to("received"))
                .build();
        Workflow shop = Samples.shop().toBuilder()
                .flow("payment", LocalText.of("en", "Payment"), payment)
                .build();

        assertThat(Diagram.of(shop, "en").cases())
                .extracting(Diagram::title)
                .containsExactly("Payment (flow)", "Complaint (case)");
    }
}
