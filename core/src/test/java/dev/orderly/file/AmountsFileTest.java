package dev.orderly.file;

import static dev.orderly.file.Reading.problems;
import static dev.orderly.file.Reading.shopWith;
import static dev.orderly.file.Reading.unchecked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Comparisons of fields, bounds between them, and what transitions write, as files have them. */
class AmountsFileTest {

    private static final Path PAGE = Path.of("../docs/workflow-file.md");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(workflow: deposits\n.*?)```");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static String example() throws IOException {
        Matcher found = EXAMPLE.matcher(Files.readString(PAGE));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Order step(Decider decider, Order order, String event, String role, String... amount) {
        return ((Accepted) answer(decider, order, event, role, amount)).order();
    }

    private static Decision answer(Decider decider, Order order, String event, String role, String... amount) {
        Request request = Request.of(event, Actor.of(role)).withTime(NOON);
        return decider.decide(order, amount.length == 0 ? request : request.with("amount", amount[0]));
    }

    @Test
    void the_example_of_the_page_says_all_of_it_and_is_driven_to_its_end() throws IOException {
        assertThat(problems("deposits.yaml", example())).isEmpty();
        Decider decider = Decider.of(unchecked("deposits.yaml", example()));
        Order order = ((Accepted) decider.place(
                        "A-1",
                        Request.of("place", Actor.of("customer"))
                                .withLines(Line.of("4711", "Table", 1).withPrice(Money.parse("900 EUR")))
                                .withTime(NOON)))
                .order();

        order = step(decider, order, "remind", "staff");
        assertThat(answer(decider, order, "pay", "staff", "901 EUR").isAccepted())
                .isFalse();
        order = step(decider, order, "pay", "staff", "300 EUR");
        assertThat(order.status()).isEqualTo("open");
        order = step(decider, order, "pay", "staff", "600 EUR");
        assertThat(order.status()).isEqualTo("paid");
        assertThat(order.field("settled")).isEqualTo(true);
        order = step(decider, order, "refund", "staff", "900 EUR");
        assertThat(answer(decider, order, "refund", "staff", "0.01 EUR").isAccepted())
                .isFalse();
        assertThat(step(decider, order, "hand-over", "staff").status()).isEqualTo("done");
    }

    @Test
    void what_a_file_says_of_amounts_is_read() {
        Workflow shop = unchecked("shop.yaml", """
                workflow: shop
                version: 1
                fields:
                  amount: { type: money }
                  paid: { type: money, at-least: { field: amount }, at-most: { total: lines } }
                  n: { type: number }
                statuses: { open: {}, closed: { done: true } }
                transitions:
                  - on: place
                    to: open
                    when: { amount: { at-most: { field: paid }, more-than: 0 EUR } }
                    add: { paid: amount, n: 2 }
                    set: { amount: { total: lines } }
                """);
        Field paid = shop.field("paid").orElseThrow();
        Transition place = shop.transitions().get(0);

        assertThat(paid.atLeast()).isEqualTo(Reference.field("amount"));
        assertThat(paid.atMost()).isEqualTo(Reference.linesTotal());
        assertThat(place.comparisons()).containsExactly(FieldComparison.atMost("amount", Reference.field("paid")));
        assertThat(place.whenFields()).hasSize(1);
        assertThat(place.changes())
                .containsExactly(
                        FieldChange.add("paid", Reference.field("amount")),
                        FieldChange.add("n", BigDecimal.valueOf(2)),
                        FieldChange.set("amount", Reference.linesTotal()));
        assertThat(unchecked("again.yaml", WorkflowFiles.toYaml(shop))).isEqualTo(shop);
    }

    @Test
    void a_mistake_is_reported_with_what_could_be_meant() {
        assertThat(shopWith("takes: note", "takes: note, add: 1"))
                .containsExactly(
                        "shop.yaml:12:85: error: wrong-type: \"add\" of the transition \"ship\" must be a map of"
                                + " fields and what is added, such as { refunded: amount }, but is \"1\"");
        assertThat(shopWith("takes: note", "set: { note: { feild: note } }"))
                .contains(
                        "shop.yaml:12:82: error: unknown-key: \"feild\" is no key of \"note\" of \"set\" of the transition"
                                + " \"ship\": did you mean \"field\"?");
        assertThat(shopWith("note: { type: text }", "note: { type: text }\n  n: { type: money, at-most: 5 }"))
                .containsExactly(
                        "shop.yaml:6:30: error: wrong-type: \"at-most\" of the field \"n\" must be a map that names a"
                                + " field or a total, such as { field: paid }, but is \"5\"");
        assertThat(shopWith(
                        "note: { type: text }", "note: { type: text }\n  n: { type: money, at-most: { total: line } }"))
                .containsExactly(
                        "shop.yaml:6:39: error: invalid-value: \"total\" of \"at-most\" of the field \"n\": \"line\" is"
                                + " no total: there is \"lines\", the total of the order's lines");
        assertThat(shopWith("note: { type: text }", "note: { type: text }\n  n: { type: money, at-most: {} }"))
                .containsExactly(
                        "shop.yaml:6:30: error: invalid-value: \"at-most\" of the field \"n\" names nothing: write {"
                                + " field: … } or { total: lines }");
    }

    @Test
    void a_total_that_stands_as_a_value_is_explained() {
        assertThat(shopWith(
                        "note: { type: text }",
                        "note: { type: text }\n  n: { type: money }"
                                + "\nnever: { reach: done, when: { n: { at-least: total } } }"))
                .anyMatch(problem -> problem.endsWith("for the total of the lines write { total: lines }"));
    }

    @Test
    void a_never_rule_compares_with_constants_only() {
        assertThat(shopWith(
                        "suppress:",
                        "never: { reach: done, when: { note: { at-least: { field: delivery } } } }\nsuppress:"))
                .containsExactly(
                        "shop.yaml:15:29: error: invalid-value: \"note at least delivery\" of the never rule compares"
                                + " with another field, which the checker cannot prove: compare with a constant, or give the field"
                                + " a bound with \"at-most\"");
    }
}
