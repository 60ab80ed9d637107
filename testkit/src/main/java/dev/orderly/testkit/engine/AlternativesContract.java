package dev.orderly.testkit.engine;

import static dev.orderly.testkit.engine.EngineScript.STAFF;
import static dev.orderly.testkit.engine.EngineScript.plain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of an engine about several transitions of one event: the first one of the file that fits is taken. */
public abstract class AlternativesContract extends EngineFixture {

    private EngineScript choosing(Map<String, Guard> guards) {
        return script(
                plain().transition(
                                "ship",
                                t -> t.from("open").to("shipped").by("staff").guard("first"))
                        .transition("ship", t -> t.from("open").to("closed").by("staff"))
                        .build(),
                guards);
    }

    @Test
    void alternatives_are_tried_in_the_order_of_the_file() {
        EngineScript script = choosing(Map.of("first", YES)).place();

        assertThat(script.go("ship", STAFF).order().status()).isEqualTo("shipped");
    }

    @Test
    void an_alternative_gives_way_to_the_next_where_something_objects() {
        EngineScript script = choosing(Map.of("first", NO)).place();

        assertThat(script.go("ship", STAFF).order().status()).isEqualTo("closed");
    }

    @Test
    void alternatives_are_chosen_by_data() {
        Workflow workflow = plain().transition(
                        "ship", t -> t.from("open").to("shipped").by("staff").whenField("payment", "prepaid"))
                .transition("ship", t -> t.from("open").to("closed").by("staff").whenField("payment", "cash"))
                .build();

        assertThat(script(workflow, Map.of())
                        .place("payment", "cash")
                        .go("ship", STAFF)
                        .order()
                        .status())
                .isEqualTo("closed");
    }

    @Test
    void a_refusal_has_the_reasons_of_the_alternatives_that_fit_only() {
        Workflow workflow = plain().transition(
                        "ship",
                        t -> t.from("open")
                                .to("shipped")
                                .by("staff")
                                .whenField("payment", "prepaid")
                                .needs("tracking"))
                .transition(
                        "ship",
                        t -> t.from("open")
                                .to("closed")
                                .by("staff")
                                .whenField("payment", "cash")
                                .needs("weight"))
                .build();

        List<Reason> reasons =
                script(workflow, Map.of()).place("payment", "cash").no("ship", STAFF);

        assertThat(reasons).hasSize(1);
        assertThat(reasons.get(0).params()).containsEntry("fields", List.of("weight"));
    }
}
