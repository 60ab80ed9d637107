package dev.orderly.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.Outcome;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CornerShopTest {

    private enum At {
        NEW,
        SENT,
        DONE,
        DROPPED
    }

    private enum On {
        PLACE,
        SHIP,
        HAND_OVER,
        DELIVER,
        CANCEL,
        EXPIRE
    }

    /** The first example under a heading of the reference of workflow files. */
    private static String example(String heading) throws IOException {
        String page = Files.readString(Path.of("../docs/workflow-file.md"));
        String below = page.substring(page.indexOf(heading));
        Matcher fence = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL).matcher(below);
        assertThat(fence.find()).as("an example under " + heading).isTrue();
        return fence.group(1);
    }

    private static String cornerShop() throws IOException {
        return example("# The workflow file");
    }

    @Test
    void the_example_of_the_reference_is_sound() throws IOException {
        assertThat(Reading.problems("corner-shop.yaml", cornerShop())).isEmpty();
    }

    @Test
    void an_order_of_the_example_that_could_only_be_cancelled_is_found() throws IOException {
        String text = cornerShop();
        String withoutHandOver = text.lines()
                .filter(line -> !line.contains("on: hand-over"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());

        assertThat(withoutHandOver).isNotEqualTo(text);
        assertThat(Reading.problems("corner-shop.yaml", withoutHandOver))
                .containsExactly(
                        "corner-shop.yaml:9:3: error: success-unreachable: an order in status new with delivery ="
                                + " pickup cannot reach a status with the outcome success: place (delivery = pickup) leads there; add"
                                + " a transition that suits such an order, or keep it from getting there");
    }

    @Test
    void the_schema_accepts_the_example_of_the_reference() throws IOException {
        assertThat(WorkflowSchema.complaints(cornerShop())).isEmpty();
    }

    @Test
    void the_example_of_a_case_is_sound_in_a_shop() throws IOException {
        String shop = example("### `cases`")
                .replace("[shipped, received]", "[sent, done]")
                .replace("    statuses: …\n", """
                            fields: { reason: { type: text } }
                            statuses: { opened: { label: { en: Open } }, closed: { label: { en: Closed }, done: true } }
                        """);
        assertThat(Reading.problems("corner-shop.yaml", cornerShop() + shop)).isEmpty();
    }

    @Test
    void the_example_of_units_is_sound_in_a_shop() throws IOException {
        String shop = """
                workflow: shop
                version: 1
                statuses: { packing: { label: { en: Packing } }, sent: { label: { en: Sent }, done: true } }
                """ + example("### `items`") + """
                  - { on: cancel, from: packing, to: sent, items: { from: ordered, to: cancelled }, when-items: { none: ordered } }
                  - { on: cancel, from: packing, stay: true, items: { from: ordered, to: cancelled } }
                  - { on: place, to: packing, by: customer }
                """;
        assertThat(Reading.problems("shop.yaml", shop)).isEmpty();
        assertThat(WorkflowSchema.complaints(shop)).isEmpty();
    }

    @Test
    void the_example_of_automatic_transitions_is_sound_in_a_shop() throws IOException {
        String shop = """
                workflow: shop
                version: 1
                items: { statuses: { ordered: {}, sent: { done: true }, cancelled: { done: true } } }
                statuses: { packing: {}, partly-sent: {}, sent: { done: true } }
                """ + example("### Automatic transitions") + """
                  - { on: cancel, from: [packing, partly-sent], stay: true, items: { from: ordered, to: cancelled } }
                  - { on: place, to: packing }
                """;
        assertThat(Reading.problems("shop.yaml", shop)).isEmpty();
        assertThat(WorkflowSchema.complaints(shop)).isEmpty();
    }

    @Test
    void the_example_of_flows_is_sound() throws IOException {
        assertThat(Reading.problems("market.yaml", example("### `flows`"))).isEmpty();
        assertThat(WorkflowSchema.complaints(example("### `flows`"))).isEmpty();
    }

    @Test
    void the_example_of_notifying_once_of_a_late_order_is_sound() throws IOException {
        assertThat(Reading.problems("patient-bookstore.yaml", example("### Notifying once")))
                .isEmpty();
    }

    @Test
    void the_example_of_extending_is_sound() throws IOException {
        assertThat(Reading.problems("my-store.yaml", example("## Extending"))).isEmpty();
    }

    @Test
    void plain_names_build_a_workflow_equal_to_the_files() throws IOException {
        Workflow built = Workflow.builder("corner-shop")
                .field(Field.choice("delivery", "courier", "pickup"))
                .field(Field.of("tracking-number", FieldType.TEXT))
                .field(Field.of("reason", FieldType.TEXT))
                .status("new", s -> s.label("en", "Received"))
                .status("sent", s -> s.label("en", "On its way"))
                .status("done", s -> s.label("en", "Delivered").done().outcome(Outcome.SUCCESS))
                .status("dropped", s -> s.label("en", "Cancelled").done().outcome(Outcome.FAILURE))
                .transition("place", t -> t.to("new").by("customer").needs("delivery"))
                .transition(
                        "ship",
                        t -> t.from("new")
                                .to("sent")
                                .by("staff")
                                .whenField("delivery", "courier")
                                .needs("tracking-number"))
                .transition(
                        "hand-over", t -> t.from("new").to("done").by("staff").whenField("delivery", "pickup"))
                .transition("deliver", t -> t.from("sent").to("done").by("carrier"))
                .transition(
                        "cancel",
                        t -> t.from("new", "sent")
                                .to("dropped")
                                .by("customer", "staff")
                                .needs("reason"))
                .transition("expire", t -> t.from("new").to("dropped").after(TimeLimit.after("P14D")))
                .neverWithout("sent", "ship")
                .never(new NeverRule("dropped", List.of(), List.of("deliver"), List.of()))
                .build();
        assertThat(built)
                .isEqualTo(WorkflowFiles.read("corner-shop.yaml", cornerShop()).orThrow());
    }

    @Test
    void enums_build_a_workflow_equal_to_the_files() throws IOException {
        Workflow built = Workflow.builder("corner-shop", At.class, On.class)
                .field(Field.choice("delivery", "courier", "pickup"))
                .field(Field.of("tracking-number", FieldType.TEXT))
                .field(Field.of("reason", FieldType.TEXT))
                .status(At.NEW, s -> s.label("en", "Received"))
                .status(At.SENT, s -> s.label("en", "On its way"))
                .status(At.DONE, s -> s.label("en", "Delivered").done().outcome(Outcome.SUCCESS))
                .status(At.DROPPED, s -> s.label("en", "Cancelled").done().outcome(Outcome.FAILURE))
                .transition(On.PLACE, t -> t.to(At.NEW).by("customer").needs("delivery"))
                .transition(
                        On.SHIP,
                        t -> t.from(At.NEW)
                                .to(At.SENT)
                                .by("staff")
                                .whenField("delivery", "courier")
                                .needs("tracking-number"))
                .transition(
                        On.HAND_OVER,
                        t -> t.from(At.NEW).to(At.DONE).by("staff").whenField("delivery", "pickup"))
                .transition(On.DELIVER, t -> t.from(At.SENT).to(At.DONE).by("carrier"))
                .transition(
                        On.CANCEL,
                        t -> t.from(At.NEW, At.SENT)
                                .to(At.DROPPED)
                                .by("customer", "staff")
                                .needs("reason"))
                .transition(On.EXPIRE, t -> t.from(At.NEW).to(At.DROPPED).after(TimeLimit.after("P14D")))
                .neverWithout(At.SENT, On.SHIP)
                .never(new NeverRule("dropped", List.of(), List.of("deliver"), List.of()))
                .build();
        assertThat(built)
                .isEqualTo(WorkflowFiles.read("corner-shop.yaml", cornerShop()).orThrow());
    }
}
