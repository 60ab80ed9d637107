package dev.orderly.check;

import static dev.orderly.check.Shops.counter;
import static dev.orderly.check.Shops.problems;
import static dev.orderly.check.Shops.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderly.check.Problem.Severity;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.ParcelFields;
import dev.orderly.workflow.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckerTest {

    @Test
    void nothing_is_wrong_with_a_sound_workflow() {
        assertThat(problems(shop())).isEmpty();
        assertThat(problems(counter())).isEmpty();
    }

    @Test
    void a_sound_workflow_may_run() {
        assertThatCode(() -> Checker.require(shop().build())).doesNotThrowAnyException();
    }

    @Test
    void warnings_do_not_stop_a_workflow() {
        Workflow warned = shop().field(Field.of("colour", FieldType.TEXT)).build();

        assertThat(Checker.check(warned)).extracting(Problem::severity).containsExactly(Severity.WARNING);
        assertThatCode(() -> Checker.require(warned)).doesNotThrowAnyException();
    }

    @Test
    void an_error_stops_a_workflow_and_all_of_its_problems_are_listed_one_a_line() {
        Workflow broken = shop().field(Field.of("colour", FieldType.TEXT))
                .status("shipped", s -> s.shownAs("under-way"))
                .status("lost", s -> s.done())
                .build();

        assertThatThrownBy(() -> Checker.require(broken))
                .isInstanceOf(InvalidWorkflowException.class)
                .hasMessage("""
                        workflow shop version 1 cannot run; mend its errors:
                          fields/colour: warning: unused-field: no transition can set field colour: name it in "needs", \
                        "has" or "takes" of one, or remove it
                          statuses/shipped/shown-as: error: unknown-customer-status: "under-way" is no customer status \
                        of this workflow: correct it, or declare it under "customer-statuses"
                          statuses/lost: warning: unreachable-status: no path leads to status lost: add a transition to \
                        it, or remove it""")
                .extracting(e -> ((InvalidWorkflowException) e).problems())
                .isEqualTo(Checker.check(broken));
    }

    @Test
    void a_problem_of_the_whole_workflow_has_no_path_in_its_line() {
        assertThat(new Problem(Severity.ERROR, "syntax", "what", "")).hasToString("error: syntax: what");
    }

    @Test
    void problems_come_in_the_order_of_the_document() {
        Workflow broken = Workflow.builder("mess")
                .suppress("overlap", "none there")
                .field(Field.of("b", FieldType.TEXT))
                .field(Field.of("a", FieldType.TEXT))
                .status("z", s -> s.shownAs("nowhere"))
                .status("y", s -> s.done())
                .customerStatus("c", LocalText.of("de", "C"), LocalText.EMPTY)
                .eventLabel("nothing", "en", "Nothing")
                .transition("place", t -> t.to("z"))
                .transition("q", t -> t.from("z").to("y").takes("zzz"))
                .transition("r", t -> t.from("z").to("y").takes("yyy"))
                .neverWithout("nirvana", "place")
                .parcels(new ParcelFields("xxx", null, null))
                .caseType("k", LocalText.EMPTY, counter().build(), List.of("hell"))
                .build();

        assertThat(Checker.check(broken))
                .extracting(Problem::path)
                .containsExactly(
                        "fields/b",
                        "fields/a",
                        "statuses/z/shown-as",
                        "customer-statuses/c/label/de",
                        "customer-statuses/c/label",
                        "events/nothing",
                        "transitions/1/takes",
                        "transitions/2/takes",
                        "never/0/reach",
                        "cases/k/open-in",
                        "parcels/number",
                        "suppress/0");
    }

    @Test
    void the_same_workflow_gets_the_same_answer() {
        Workflow broken = shop().status("lost", s -> {}).build();

        assertThat(Checker.check(broken)).isEqualTo(Checker.check(broken));
    }

    @Test
    void problems_of_one_section_come_in_the_order_of_its_names() {
        Workflow part = Shops.counter()
                .transition("note", t -> t.from("open").takes("nothing-like-it"))
                .build();

        assertThat(Shops.problems(Shops.counter()
                                .field(Field.of("zebra", FieldType.TEXT))
                                .field(Field.of("ant", FieldType.TEXT))
                                .flow("zulu", LocalText.EMPTY, part)
                                .flow("alpha", LocalText.EMPTY, part)
                                .caseType("yak", LocalText.EMPTY, part, List.of("open"))
                                .caseType("bee", LocalText.EMPTY, part, List.of("open")))
                        .stream()
                        .map(problem -> problem.replaceFirst("(?s)^([a-z]+/[a-z]+).*", "$1"))
                        .distinct())
                .containsExactly("fields/zebra", "fields/ant", "flows/zulu", "flows/alpha", "cases/yak", "cases/bee");
    }
}
