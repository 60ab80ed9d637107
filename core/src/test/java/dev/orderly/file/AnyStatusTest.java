package dev.orderly.file;

import static dev.orderly.file.Reading.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code from: any} is the same as a list of the statuses that are not done and to which the transition does not lead. */
class AnyStatusTest {

    private static final String SHOP = """
            workflow: shop
            version: 1
            statuses: { new: , packing: , shipped: , held: , delivered: { done: true }, cancelled: { done: true } }
            transitions:
              - { on: place, to: new }
              - { on: pack, from: [new, held], to: packing }
              - { on: ship, from: packing, to: shipped }
              - { on: deliver, from: shipped, to: delivered }
              - { on: cancel, from: [new, held], to: cancelled }
              - { on: note-fraud, from: any, to: held, by: staff }
            """;
    private static final String MINE = "workflow: mine\nversion: 1\nextends: ./base.yaml\n";

    @TempDir
    private Path folder;

    private static Workflow read(String text) {
        return WorkflowFiles.read("shop.yaml", text).orThrow();
    }

    private static String shop(String from) {
        return SHOP.replace("from: any", from);
    }

    private WorkflowReading extension(String base, String more) throws IOException {
        Files.writeString(folder.resolve("base.yaml"), base);
        return WorkflowFiles.read(Files.writeString(folder.resolve("mine.yaml"), MINE + more));
    }

    private static List<String> fraud(Workflow workflow) {
        return workflow.transitions().stream()
                .filter(t -> t.event().equals("note-fraud"))
                .findFirst()
                .orElseThrow()
                .from();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            from: any                                     | from: [new, packing, shipped]
            from: [any]                                   | from: [new, packing, shipped]
            from: any, except: shipped                    | from: [new, packing]
            from: any, except: [shipped, cancelled]       | from: [new, packing]
            from: any, except: [shipped, packing, held]   | from: new
            """)
    void it_is_the_same_as_the_statuses_listed(String any, String listed) {
        assertThat(read(shop(any))).isEqualTo(read(shop(listed)));
        assertThat(WorkflowFiles.toYaml(read(shop(any)))).isEqualTo(WorkflowFiles.toYaml(read(shop(listed))));
        assertThat(WorkflowSchema.complaints(shop(any))).isEmpty();
    }

    @Test
    void a_data_move_is_possible_wherever_an_order_is_not_done() {
        assertThat(fraud(read(SHOP.replace("to: held, by: staff", "stay: true, by: staff"))))
                .containsExactly("new", "packing", "shipped", "held");
    }

    @Test
    void a_status_that_is_itself_called_any_is_meant_in_its_place() {
        String called = SHOP.replace("packing", "any").replace("from: any, to: held", "from: any, to: new");

        assertThat(fraud(read(called))).containsExactly("any");
        assertThat(problems("shop.yaml", called.replace("from: any, to: new", "from: any, except: new, to: held")))
                .containsExactly(
                        "shop.yaml:10:34: error: invalid-value: \"except\" of the transition \"note-fraud\" goes with"
                                + " \"from: any\" alone: say so, or list under \"from\" where it may happen");
    }

    @Test
    void several_events_can_come_from_any_status() {
        assertThat(read(SHOP.replace("on: note-fraud", "on: [note-fraud, hold]")
                        .replace("from: any", "from: any, except: new")))
                .isEqualTo(read(shop("from: [packing, shipped]")
                        + "  - { on: hold, from: [packing, shipped], to: held, by: staff }\n"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            from: any, except: shiped               | 10:42 | unknown-status: "shiped" is no status of this workflow: did you mean "shipped"?
            from: any, except: [shipped, nowhere]   | 10:52 | unknown-status: "nowhere" is no status of this workflow: correct it, or declare it under "statuses"
            from: new, except: shipped              | 10:34 | invalid-value: "except" of the transition "note-fraud" goes with "from: any" alone: say so, or list under "from" where it may happen
            except: shipped                         | 10:23 | invalid-value: "except" of the transition "note-fraud" goes with "from: any" alone: say so, or list under "from" where it may happen
            from: [any, new]                        | 10:29 | invalid-value: "from" of the transition "note-fraud" has "any" among others: leave it alone there, or take it out
            from: any, except: [new, packing, shipped] | 10:29 | invalid-value: "any" leaves the transition "note-fraud" no status to come from: it means neither those that are done, nor those excepted, nor "held", to which it leads
            from: any, except: []                   | 10:42 | invalid-value: "except" of the transition "note-fraud" is an empty list: name something, or leave the key out
            from: any, except: { shipped: true }    | 10:42 | wrong-type: "except" of the transition "note-fraud" must be a text or a list of texts, but is a map
            """)
    void a_mistake_is_shown_where_it_stands(String from, String place, String problem) {
        assertThat(problems("shop.yaml", shop(from))).containsExactly("shop.yaml:" + place + ": error: " + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from: new, except: shipped
            except: shipped
            from: any, except: []
            from: any, except: { shipped: true }
            """)
    void the_schema_does_not_accept_what_the_reader_calls_misshapen(String from) {
        assertThat(WorkflowSchema.complaints(shop(from))).isNotEmpty();
    }

    @Test
    void a_case_takes_it_too() {
        String cases = """
                cases:
                  complaint:
                    open-in: shipped
                    statuses: { open: , answered: , closed: { done: true } }
                    transitions: [{ on: open, to: open }, { on: answer, from: open, to: answered }, { on: close, from: %s, to: closed }]
                """;

        assertThat(read(SHOP + cases.formatted("any"))).isEqualTo(read(SHOP + cases.formatted("[open, answered]")));
        assertThat(problems("shop.yaml", SHOP + cases.formatted("any, except: shipped")))
                .containsExactly("shop.yaml:15:117: error: unknown-status: \"shipped\" is no status of this workflow:"
                        + " correct it, or declare it under \"statuses\"");
    }

    @Test
    void the_statuses_that_an_extending_file_adds_or_removes_count() throws IOException {
        assertThat(fraud(extension(SHOP.replace("from: any", "from: any, except: packing"), """
                                remove:
                                  statuses: packing
                                  transitions: [{ on: pack }, { on: ship }]
                                statuses: { checked: }
                                transitions: [{ on: check, from: new, to: checked }, { on: ship, from: checked, to: shipped }]
                                """)
                        .orThrow()))
                .containsExactly("new", "shipped", "checked");
    }

    @Test
    void of_any_status_a_removal_takes_the_named_ones() throws IOException {
        assertThat(fraud(extension(SHOP, "remove: { transitions: { on: note-fraud, from: packing } }\n")
                        .orThrow()))
                .containsExactly("new", "shipped");
        assertThat(fraud(extension(
                                SHOP.replace("from: any", "from: any, except: new"),
                                "remove: { transitions: { on: note-fraud, from: [packing, new] } }\n")
                        .orThrow()))
                .containsExactly("shipped");
        assertThat(extension(
                                SHOP.replace("from: any", "from: any, except: new"),
                                "remove: { transitions: { on: note-fraud, from: new } }\n")
                        .problems())
                .singleElement()
                .asString()
                .contains("nothing-to-remove");
        assertThat(extension(SHOP, "remove: { transitions: { on: note-fraud, from: any } }\n")
                        .orThrow()
                        .eventNames())
                .doesNotContain("note-fraud");
    }
}
