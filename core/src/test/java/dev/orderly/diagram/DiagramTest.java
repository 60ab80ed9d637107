package dev.orderly.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.diagram.Diagram.Edge;
import dev.orderly.diagram.Diagram.Kind;
import dev.orderly.diagram.Diagram.Label;
import dev.orderly.diagram.Diagram.Node;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.Outcome;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiagramTest {

    private static final Label NOTE = label("note [staff] (once)");

    private static Label label(String... lines) {
        return new Label(List.of(lines));
    }

    private static Node node(
            String id,
            Kind kind,
            List<String> label,
            @Nullable String code,
            @Nullable Outcome outcome,
            Label... moves) {
        return new Node(id, kind, label, code, outcome, List.of(), List.of(moves));
    }

    @Test
    void a_status_shows_its_label_in_the_wanted_language_and_its_code_where_the_label_does_not_say_it() {
        assertThat(Diagram.of(Samples.shop(), "pl").nodes())
                .containsExactly(
                        node("start", Kind.START, List.of(), null, null),
                        node("s_new", Kind.OPEN, List.of("Przyjęte"), "new", null, NOTE),
                        node("s_sent", Kind.OPEN, List.of("sent"), null, null, NOTE),
                        node("s_done", Kind.DONE, List.of("Delivered"), "done", Outcome.SUCCESS),
                        node("s_dropped", Kind.FINAL, List.of("dropped"), null, Outcome.FAILURE));
    }

    @Test
    void transitions_between_the_same_two_statuses_share_an_edge() {
        assertThat(Diagram.of(Samples.shop(), "en").edges())
                .containsOnlyOnce(new Edge(
                        "s_new",
                        "s_dropped",
                        false,
                        List.of(label("cancel [customer, staff]"), label("expire (after P7D)"))));
    }

    @Test
    void a_data_move_stands_in_every_status_in_which_it_may_happen() {
        Diagram diagram = Diagram.of(Samples.shop(), "en");

        assertThat(diagram.nodes().stream().filter(node -> node.listed().contains(NOTE)))
                .extracting(Node::id)
                .containsExactly("s_new", "s_sent");
        assertThat(diagram.edges()).noneMatch(Edge::isLoop);
    }

    @Test
    void a_transition_to_the_same_status_which_begins_its_limits_anew_is_a_loop() {
        Workflow workflow = Workflow.builder("w")
                .status("a", s -> s.due(TimeLimit.after("P7D")))
                .transition("prolong", t -> t.from("a").to("a"))
                .build();

        assertThat(Diagram.of(workflow, "en").edges())
                .containsExactly(new Edge("s_a", "s_a", false, List.of(label("prolong"))));
    }

    @Test
    void what_many_statuses_share_is_listed_in_each_of_them_with_where_it_leads() {
        Workflow workflow = Workflow.builder("w")
                .status("a", s -> {})
                .status("b", s -> {})
                .status("c", s -> {})
                .status("d", s -> {})
                .status("over", s -> s.done().label("en", "Cancelled"))
                .transition("cancel", t -> t.from("a", "b", "c", "d").to("over").by("customer"))
                .transition("drop", t -> t.from("a").to("over"))
                .build();
        Diagram diagram = Diagram.of(workflow, "en");

        assertThat(diagram.nodes().subList(0, 4))
                .extracting(Node::listed)
                .containsOnly(List.of(label("cancel [customer] → Cancelled")));
        assertThat(diagram.edges()).containsExactly(new Edge("s_a", "s_over", false, List.of(label("drop"))));
    }

    @Test
    void a_status_to_which_nothing_else_leads_keeps_one_edge_of_what_many_share() {
        Workflow workflow = Workflow.builder("w")
                .status("a", s -> {})
                .status("b", s -> {})
                .status("c", s -> {})
                .status("d", s -> {})
                .status("over", s -> s.done())
                .transition("cancel", t -> t.from("a", "b", "c", "d").to("over"))
                .build();
        Diagram diagram = Diagram.of(workflow, "en");

        assertThat(diagram.edges()).containsExactly(new Edge("s_d", "s_over", false, List.of(label("cancel"))));
        assertThat(diagram.nodes().subList(0, 3))
                .extracting(Node::listed)
                .containsOnly(List.of(label("cancel → over")));
    }

    @Test
    void a_long_event_leaves_where_it_leads_to_a_line_of_its_own() {
        Workflow workflow = Workflow.builder("w")
                .status("a", s -> {})
                .status("b", s -> {})
                .status("c", s -> {})
                .status("d", s -> {})
                .status("over", s -> s.done().label("en", "Cancelled for good"))
                .transition("give-up", t -> t.from("a").to("over"))
                .transition("cancel", t -> t.from("a", "b", "c", "d").to("over").by("customer", "staff"))
                .build();

        assertThat(Diagram.of(workflow, "en").nodes().get(1).listed())
                .containsExactly(label("cancel [customer, staff]", "→ Cancelled for good"));
    }

    @Test
    void a_status_says_from_when_an_order_is_overdue_there() {
        Workflow workflow = Workflow.builder("w")
                .status("a", s -> s.due(TimeLimit.after("2 business days").cutOff(LocalTime.of(16, 0))))
                .build();

        assertThat(Diagram.of(workflow, "en").nodes().get(0).asides())
                .containsExactly("overdue after 2 business days,", "cut-off 16:00");
    }

    @Test
    void a_case_has_a_picture_of_its_own_whose_identifiers_clash_with_no_others() {
        Diagram inner = Diagram.of(Samples.shop(), "en").parts().get(0);

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

        assertThat(Diagram.of(broken, "en").edges())
                .containsExactly(new Edge("s_here", "s_there", false, List.of(label("go"))));
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

    @Test
    void what_is_automatic_says_so_and_has_an_edge_of_its_own() {
        assertThat(Diagram.of(Samples.parts(), "en").edges())
                .contains(
                        new Edge(
                                "s_open",
                                "s_closed",
                                true,
                                List.of(label("all-sent (automatic)", "if all of the units sent"))),
                        new Edge("s_open", "s_closed", false, List.of(label("close [staff]"))));
    }

    @Test
    void a_transition_says_what_it_adds_and_sets_before_its_conditions() {
        assertThat(lines(t -> t.by("staff")
                        .add("reminders", 1)
                        .set("paid", true)
                        .whenField(new FieldCondition("reminders", Operator.AT_MOST, List.of(3)))))
                .containsExactly("go [staff]", "adds 1 to reminders", "sets paid to true", "if reminders at most 3");
        assertThat(lines(t -> t.add("sum", Reference.field("amount")))).containsExactly("go, adds amount to sum");
    }

    @Test
    void a_bound_between_fields_stands_where_the_bounded_field_changes() {
        Workflow workflow = Workflow.builder("w")
                .field(Field.of("amount", FieldType.MONEY))
                .field(Field.of("paid", FieldType.MONEY))
                .field(Field.of("refunded", FieldType.MONEY).withAtMost(Reference.field("paid")))
                .status("a", s -> {})
                .transition("pay", t -> t.from("a").needs("amount").add("paid", Reference.field("amount")))
                .transition("refund", t -> t.from("a").needs("amount").add("refunded", Reference.field("amount")))
                .build();

        assertThat(Diagram.of(workflow, "en").nodes().get(0).listed())
                .containsExactly(
                        label("pay, adds amount to paid"),
                        label("refund", "adds amount to refunded", "if refunded at most paid"));
    }

    @Test
    void conditions_on_flows_and_units_are_written_as_others_are() {
        assertThat(lines(t -> t.whenFlow("payment", "received").whenItems(ItemCondition.none("ordered"))))
                .containsExactly("go", "if none of the units ordered", "and payment is received");
    }

    private static List<String> lines(Consumer<TransitionBuilder<String>> description) {
        Workflow workflow = Workflow.builder("w")
                .field(Field.of("paid", FieldType.YES_NO))
                .field(Field.of("reminders", FieldType.NUMBER))
                .status("a", s -> {})
                .status("b", s -> {})
                .transition("go", t -> description.accept(t.from("a").to("b")))
                .build();
        return Diagram.of(workflow, "en").edges().get(0).lines();
    }

    @Test
    void units_are_drawn_before_flows_and_those_before_cases() {
        Workflow whole = Samples.parts().toBuilder()
                .caseType(Samples.shop().cases().get(0).withOpenIn(List.of("open")))
                .build();

        assertThat(Diagram.of(whole, "en").parts())
                .extracting(Diagram::title)
                .containsExactly("Units", "Payment (flow)", "Complaint (case)");
    }

    @Test
    void units_are_a_small_machine_of_the_events_that_move_them() {
        Diagram units = Diagram.of(Samples.parts(), "en").parts().get(0);

        assertThat(units.nodes())
                .containsExactly(
                        node("units_start", Kind.START, List.of(), null, null),
                        node("units_s_ordered", Kind.OPEN, List.of("Ordered"), "ordered", null),
                        node("units_s_sent", Kind.FINAL, List.of("sent"), null, null));
        assertThat(units.edges())
                .containsExactly(
                        new Edge("units_start", "units_s_ordered", false, List.of(label("place"))),
                        new Edge(
                                "units_s_ordered",
                                "units_s_sent",
                                false,
                                List.of(label("send, in a parcel"), label("payment.write-off"))));
    }

    @Test
    void an_item_status_that_only_a_transition_knows_is_drawn_all_the_same() {
        Workflow broken = Workflow.builder("w")
                .items(Status.builder("ordered").build())
                .status("a", s -> {})
                .transition("lose", t -> t.from("a").items("ordered", "lost"))
                .build();

        assertThat(Diagram.of(broken, "en").parts().get(0).nodes())
                .extracting(Node::id)
                .containsExactly("units_s_ordered", "units_s_lost");
    }
}
