package dev.orderly.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Outcome;
import dev.orderly.workflow.Workflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagramFormatTest {

    @Test
    void mermaid_draws_the_shop() {
        assertThat(DiagramFormat.MERMAID.write(Samples.shop(), "pl")).isEqualTo("""
                        ---
                        title: "corner-shop version 1"
                        ---
                        stateDiagram-v2
                            classDef done fill:#e3f1e8,stroke:#3d7a57,color:#1d2b23
                            classDef final fill:#e3f1e8,stroke:#3d7a57,color:#1d2b23,stroke-width:3px
                            classDef failed fill:#f5e9e6,stroke:#9a5b4f,color:#2f1f1b
                            classDef finallyFailed fill:#f5e9e6,stroke:#9a5b4f,color:#2f1f1b,stroke-width:3px
                            state "Przyjęte<br/>(new)" as s_new
                            s_new : note [staff] (once)
                            state "sent" as s_sent
                            s_sent : note [staff] (once)
                            state "Delivered<br/>(done)" as s_done
                            state "dropped" as s_dropped
                            [*] --> s_new : place [customer]
                            s_new --> s_sent : ship [staff]<br/>if delivery is courier
                            s_sent --> s_done : deliver
                            s_done --> s_dropped : refund (within P14D from deliver)
                            s_new --> s_dropped : cancel [customer, staff]<br/>expire (after P7D)
                            state "Complaint (case)" as c1 {
                                state "Open<br/>(new)" as c1_s_new
                                state "Closed<br/>(closed)" as c1_s_closed
                                [*] --> c1_s_new : open [customer]
                                c1_s_new --> c1_s_closed : close [staff]
                            }
                            class s_done done
                            class s_dropped finallyFailed
                            class c1_s_closed final
                        """);
    }

    @Test
    void graphviz_draws_the_shop() {
        assertThat(DiagramFormat.DOT.write(Samples.shop(), "pl").lines().skip(5))
                .containsExactly(
                        "  label=\"corner-shop version 1\";",
                        "  start [label=\"\", shape=circle, width=0.2, style=filled, fillcolor=\"#2b3446\"];",
                        "  s_new [label=\"Przyjęte\\n(new)\\n\\nnote [staff] (once)\\l\", fillcolor=\"#f3f5f9\","
                                + " color=\"#5b6b86\"];",
                        "  s_sent [label=\"sent\\n\\nnote [staff] (once)\\l\", fillcolor=\"#f3f5f9\", color=\"#5b6b86\"];",
                        "  s_done [label=\"Delivered\\n(done)\", fillcolor=\"#e3f1e8\", color=\"#3d7a57\"];",
                        "  s_dropped [label=\"dropped\", fillcolor=\"#f5e9e6\", color=\"#9a5b4f\", peripheries=2];",
                        "  start -> s_new [label=\"place [customer]\"];",
                        "  s_new -> s_sent [label=\"ship [staff]\\nif delivery is courier\"];",
                        "  s_sent -> s_done [label=\"deliver\"];",
                        "  s_done -> s_dropped [label=\"refund (within P14D from deliver)\"];",
                        "  s_new -> s_dropped [label=\"cancel [customer, staff]\\nexpire (after P7D)\"];",
                        "  subgraph cluster_c1 {",
                        "    style=rounded; color=\"#b9c2d0\";",
                        "    label=\"Complaint (case)\";",
                        "    c1_start [label=\"\", shape=circle, width=0.2, style=filled, fillcolor=\"#2b3446\"];",
                        "    c1_s_new [label=\"Open\\n(new)\", fillcolor=\"#f3f5f9\", color=\"#5b6b86\"];",
                        "    c1_s_closed [label=\"Closed\\n(closed)\", fillcolor=\"#e3f1e8\", color=\"#3d7a57\","
                                + " peripheries=2];",
                        "    c1_start -> c1_s_new [label=\"open [customer]\"];",
                        "    c1_s_new -> c1_s_closed [label=\"close [staff]\"];",
                        "  }",
                        "}");
    }

    @Test
    void plantuml_draws_the_shop() {
        String text = DiagramFormat.PLANTUML.write(Samples.shop(), "pl");

        assertThat(text).startsWith("@startuml\n");
        assertThat(text.substring(text.indexOf("title "))).isEqualTo("""
                        title corner-shop version 1
                        state "Przyjęte\\n(new)" as s_new
                        s_new : note [staff] (once)
                        state "sent" as s_sent
                        s_sent : note [staff] (once)
                        state "Delivered\\n(done)" as s_done <<done>>
                        state "dropped" as s_dropped <<finallyFailed>>
                        [*] --> s_new : place [customer]
                        s_new --> s_sent : ship [staff]\\nif delivery is courier
                        s_sent --> s_done : deliver
                        s_done --> s_dropped : refund (within P14D from deliver)
                        s_new --> s_dropped : cancel [customer, staff]\\nexpire (after P7D)
                        state "Complaint (case)" as c1 {
                          state "Open\\n(new)" as c1_s_new
                          state "Closed\\n(closed)" as c1_s_closed <<final>>
                          [*] --> c1_s_new : open [customer]
                          c1_s_new --> c1_s_closed : close [staff]
                        }
                        @enduml
                        """);
    }

    @Test
    void a_failure_that_something_leads_out_of_has_a_style_of_its_own() {
        Workflow workflow = Samples.shop().toBuilder()
                .status("done", s -> s.done().outcome(Outcome.FAILURE))
                .status("sent", s -> s.outcome(Outcome.FAILURE))
                .build();

        assertThat(DiagramFormat.MERMAID.write(workflow, "pl"))
                .contains("class s_done failed\n")
                .doesNotContain("class s_sent");
        assertThat(DiagramFormat.PLANTUML.write(workflow, "pl")).contains("as s_done <<failed>>\n", "as s_sent\n");
        assertThat(DiagramFormat.DOT.write(workflow, "pl"))
                .contains("s_done [label=\"done\", fillcolor=\"#f5e9e6\", color=\"#9a5b4f\"];")
                .containsPattern("s_sent \\[label=\"sent[^\"]*\", fillcolor=\"#f3f5f9\", color=\"#5b6b86\"];");
    }

    @Test
    void what_is_automatic_has_a_dashed_line_where_the_format_has_one() {
        Workflow workflow = Samples.parts();

        assertThat(DiagramFormat.DOT.write(workflow, "en"))
                .contains(
                        "s_open -> s_closed [label=\"all-sent (automatic)\\nif all of the units sent\", style=dashed];")
                .contains("s_open -> s_closed [label=\"close [staff]\"];");
        assertThat(DiagramFormat.PLANTUML.write(workflow, "en"))
                .contains("s_open -[dashed]-> s_closed : all-sent (automatic)\\nif all of the units sent\n")
                .contains("s_open --> s_closed : close [staff]\n");
        assertThat(DiagramFormat.MERMAID.write(workflow, "en"))
                .contains("s_open --> s_closed : all-sent (automatic)<br/>if all of the units sent\n");
    }

    @Test
    void units_and_flows_stand_in_boxes_of_their_own() {
        assertThat(DiagramFormat.MERMAID.write(Samples.parts(), "en")).endsWith("""
                            state "Units" as units {
                                state "Ordered<br/>(ordered)" as units_s_ordered
                                state "sent" as units_s_sent
                                [*] --> units_s_ordered : place
                                units_s_ordered --> units_s_sent : send, in a parcel<br/>payment.write-off
                            }
                            state "Payment (flow)" as c1 {
                                state "awaited" as c1_s_awaited
                                state "received" as c1_s_received
                                [*] --> c1_s_awaited : begin
                                c1_s_awaited --> c1_s_received : receive [staff]<br/>adds amount to paid<br/>write-off [staff]
                            }
                            class s_closed final
                            class units_s_sent final
                            class c1_s_received final
                        """);
        assertThat(DiagramFormat.DOT.write(Samples.parts(), "en"))
                .contains("  subgraph cluster_units {", "    label=\"Units\";", "  subgraph cluster_c1 {");
        assertThat(DiagramFormat.PLANTUML.write(Samples.parts(), "en"))
                .contains("state \"Units\" as units {\n", "state \"Payment (flow)\" as c1 {\n");
    }

    @ParameterizedTest
    @EnumSource
    void the_same_workflow_gives_the_same_text(DiagramFormat format) {
        assertThat(format.write(Samples.shop(), "en")).isEqualTo(format.write(Samples.shop(), "en"));
    }

    @ParameterizedTest
    @EnumSource
    void a_format_is_found_by_its_code_and_by_nothing_else(DiagramFormat format) {
        assertThat(DiagramFormat.byCode(format.code())).contains(format);
        assertThat(DiagramFormat.byCode(format.name())).isEmpty();
    }
}
