package dev.orderly.file;

import static dev.orderly.file.Reading.SHOP;
import static dev.orderly.file.Reading.lines;
import static dev.orderly.file.Reading.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.ContactData;
import dev.orderly.workflow.ConversationRules;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtendingTest {

    private static final String MINE = "workflow: mine\nversion: 1\nextends: ./base.yaml\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void write_the_base() throws IOException {
        write("base.yaml", SHOP);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private WorkflowReading mine(String more) throws IOException {
        return WorkflowFiles.read(write("mine.yaml", MINE + more));
    }

    private static List<String> moves(Workflow workflow) {
        return workflow.transitions().stream().map(Transition::toString).toList();
    }

    @Test
    void a_file_that_only_extends_is_the_base_under_its_own_name() throws IOException {
        Workflow base = WorkflowFiles.read("base.yaml", SHOP).orThrow();
        assertThat(mine("").orThrow()).isEqualTo(base.extend("mine").build());
    }

    @Test
    void each_file_says_its_own_name_and_version() throws IOException {
        Path file = write("mine.yaml", "extends: base.yaml\n");
        assertThat(lines(WorkflowFiles.read(file)))
                .containsExactly(
                        file + ":1:1: error: missing-key: the workflow needs the key \"workflow\"",
                        file + ":1:1: error: missing-key: the workflow needs the key \"version\"");
    }

    @Test
    void maps_are_merged_key_by_key_at_every_depth() throws IOException {
        Workflow workflow = mine("""
                languages: [en, pl]
                fields: { note: { label: { en: Note, pl: Uwaga } } }
                statuses: { sent: { label: { pl: Wysłane }, note: { en: Soon, pl: Wkrótce } } }
                """).orThrow();
        Field note = workflow.field("note").orElseThrow();
        assertThat(note.type().code()).isEqualTo("text");
        assertThat(note.label().textIn("pl")).hasValue("Uwaga");
        Status sent = workflow.status("sent").orElseThrow();
        assertThat(sent.label().byLanguage()).hasToString("{en=Sent, pl=Wysłane}");
        assertThat(sent.note().textIn("en")).hasValue("Soon");
    }

    @Test
    void lists_take_the_place_of_the_bases() throws IOException {
        Workflow workflow = mine("""
                fields: { delivery: { of: [pickup, courier] } }
                roles: [customer, clerk]
                """).orThrow();
        assertThat(workflow.field("delivery").orElseThrow().choices()).containsExactly("pickup", "courier");
        assertThat(workflow.roles()).containsExactly("customer", "clerk");
    }

    @Test
    void words_with_labels_are_added_to_the_bases_and_labels_can_be_changed() throws IOException {
        Workflow workflow = WorkflowFiles.read("mine.yaml", """
                workflow: mine
                version: 1
                extends: bookstore
                fields: { payment: { of: { prepaid: { en: paid before }, voucher: { pl: bon, en: voucher } } } }
                """).orThrow();

        Field payment = workflow.field("payment").orElseThrow();
        assertThat(payment.choices()).containsExactly("prepaid", "cash-on-delivery", "voucher");
        assertThat(payment.choiceLabel("prepaid", "en")).isEqualTo("paid before");
        assertThat(payment.choiceLabel("prepaid", "pl")).isEqualTo("przedpłata");
        assertThat(payment.choiceLabel("voucher", "pl")).isEqualTo("bon");
    }

    @Test
    void the_rules_of_a_conversation_are_changed_key_by_key_or_taken_out() throws IOException {
        String seller = "workflow: mine\nversion: 1\nextends: marketplace-seller\n";

        assertThat(WorkflowFiles.read("mine.yaml", seller + "conversation: { contact-data: mask, channel: sms }\n")
                        .orThrow()
                        .conversation())
                .isEqualTo(ConversationRules.of("customer", "seller")
                        .withChannel("sms")
                        .withContactData(ContactData.MASK));
        assertThat(WorkflowFiles.read("mine.yaml", seller + "remove: { conversation: true }\n")
                        .orThrow()
                        .conversation())
                .isNull();
        assertThat(mine("remove: { conversation: true }\n").problems())
                .singleElement()
                .asString()
                .contains("nothing-to-remove", "the extended workflow has no \"conversation\": take this entry out");
    }

    @Test
    void transitions_rules_and_suppressions_come_after_the_bases() throws IOException {
        Workflow workflow = mine("""
                transitions: { on: lose, from: sent, to: done }
                never: { reach: sent, without: ship }
                suppress: [{ code: overlap, because: why not }]
                """).orThrow();
        assertThat(moves(workflow))
                .containsExactly(
                        "place: start → new",
                        "ship: new → sent",
                        "hand-over: new → done",
                        "deliver: sent → done",
                        "lose: sent → done");
        assertThat(workflow.never()).hasSize(1);
        assertThat(workflow.suppressions()).extracting(a -> a.code()).containsExactly("missing-text", "overlap");
    }

    @Test
    void the_transitions_of_a_case_come_after_the_bases() throws IOException {
        Workflow workflow = WorkflowFiles.read("mine.yaml", """
                workflow: mine
                version: 1
                extends: marketplace-acceptance
                cases:
                  incident:
                    transitions: [{ on: withdraw, from: opened, to: closed, by: customer, takes: answer }]
                    never: []
                """).workflow().orElse(null);
        assertThat(workflow).isNull(); // closing without an answer breaks the incident's own promise
        Workflow softened = WorkflowFiles.read("mine.yaml", """
                workflow: mine
                version: 1
                extends: marketplace-acceptance
                cases: { incident: { transitions: { on: insist, from: answered, to: opened, by: customer } } }
                """).orThrow();
        assertThat(moves(softened.caseType("incident").orElseThrow().workflow()))
                .startsWith("open: start → opened")
                .endsWith("insist: answered → opened")
                .hasSize(5);
    }

    @Test
    void a_status_named_like_a_list_is_merged_all_the_same() throws IOException {
        write("base.yaml", SHOP.replace("new", "never"));
        Workflow workflow =
                mine("statuses: { never: { label: { en: New } } }\n").orThrow();
        assertThat(workflow.statusLabel("never", "en")).isEqualTo("New");
    }

    @Test
    void a_transition_can_be_removed_by_its_event() throws IOException {
        Workflow workflow = mine("""
                remove: { transitions: { on: ship } }
                transitions: { on: send, from: new, to: sent, when: { delivery: courier }, takes: note }
                """).orThrow();
        assertThat(moves(workflow))
                .containsExactly(
                        "place: start → new", "hand-over: new → done", "deliver: sent → done", "send: new → sent");
    }

    @Test
    void of_several_statuses_a_removal_takes_the_named_ones() throws IOException {
        write("base.yaml", SHOP.replace("on: deliver, from: sent", "on: deliver, from: [sent, new]"));
        Workflow workflow =
                mine("remove: { transitions: [{ on: deliver, from: new }] }\n").orThrow();
        assertThat(moves(workflow)).contains("deliver: sent → done");
    }

    @Test
    void a_removal_with_conditions_takes_only_transitions_with_the_same() throws IOException {
        write("base.yaml", SHOP.replace("on: hand-over", "on: ship"));
        Workflow workflow = mine("""
                remove: { transitions: [{ on: ship, when: { delivery: [pickup] } }] }
                transitions: [{ on: fetch, from: new, to: done, when: { delivery: pickup } }]
                """).orThrow();
        assertThat(moves(workflow))
                .containsExactly("place: start → new", "ship: new → sent", "deliver: sent → done", "fetch: new → done");
    }

    @Test
    void everything_that_has_a_name_can_be_removed() throws IOException {
        write("base.yaml", SHOP + """
                events: { ship: { label: { en: Ship } } }
                customer-statuses: { under-way: { label: { en: Under way } } }
                carriers: { dhl: { link: "https://dhl.example/{number}" } }
                cases:
                  complaint:
                    open-in: sent
                    statuses: { open: {}, closed: { done: true } }
                    transitions: [{ on: open, to: open }, { on: close, from: open, to: closed }]
                never: [{ reach: sent, without: ship }, { reach: sent, without: place }]
                """);
        Workflow workflow = mine("""
                remove:
                  events: ship
                  customer-statuses: [under-way]
                  carriers: [dhl]
                  cases: [complaint]
                  fields: [note]
                  transitions: { on: ship }
                  never: { reach: sent, without: ship }
                transitions: { on: ship, from: new, to: sent, when: { delivery: courier } }
                """).orThrow();
        assertThat(workflow.events()).isEmpty();
        assertThat(workflow.customerStatuses()).isEmpty();
        assertThat(workflow.carriers()).isEmpty();
        assertThat(workflow.cases()).isEmpty();
        assertThat(workflow.field("note")).isEmpty();
        assertThat(workflow.never()).extracting(rule -> rule.without().get(0)).containsExactly("place");
    }

    @Test
    void a_removal_that_matches_nothing_is_a_mistake() throws IOException {
        WorkflowReading reading = mine("""
                remove:
                  statuses: [snt]
                  fields: [colour]
                  transitions: [{ on: ship, from: sent }]
                  never: { reach: done }
                """);
        Path file = folder.resolve("mine.yaml");
        assertThat(lines(reading))
                .containsExactly(
                        file + ":5:14: error: nothing-to-remove: "
                                + "the extended workflow has no \"snt\" in \"statuses\": did you mean \"sent\"?",
                        file + ":6:12: error: nothing-to-remove: "
                                + "the extended workflow has no \"colour\" in \"fields\": take this entry out",
                        file + ":7:17: error: nothing-to-remove: the extended workflow has nothing like this in "
                                + "\"transitions\": all of its keys must be equal, and of \"from\" one status",
                        file + ":8:10: error: nothing-to-remove: the extended workflow has nothing like this in "
                                + "\"never\": all of its keys must be equal, and of \"from\" one status");
    }

    @Test
    void a_removal_has_a_shape_as_well() throws IOException {
        WorkflowReading reading = mine("""
                remove:
                  status: [sent]
                  fields: [{ name: note }]
                  transitions: [ship, { from: new }]
                """);
        Path file = folder.resolve("mine.yaml");
        assertThat(lines(reading))
                .contains(
                        file + ":5:3: error: unknown-key: "
                                + "\"status\" is no key of \"remove\": did you mean \"statuses\"?",
                        file + ":6:12: error: wrong-type: "
                                + "\"fields\" of \"remove\" must be a name or a list of names, but is a map",
                        file + ":7:17: error: wrong-type: an entry of \"transitions\" of \"remove\" "
                                + "must be a map of keys and values, but is \"ship\"",
                        file + ":7:23: error: missing-key: "
                                + "an entry of \"transitions\" of \"remove\" needs the key \"on\"");
    }

    @Test
    void there_is_nothing_to_remove_without_a_base() {
        assertThat(problems("shop.yaml", SHOP + "remove: { fields: [note] }\n"))
                .containsExactly("shop.yaml:17:1: error: nothing-to-remove: "
                        + "\"remove\" takes parts out of what \"extends\" names, but there is no \"extends\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ip-stor       | unknown-base: "ip-stor" is no preset: did you mean "ip-store"?
            my-base       | unknown-base: "my-base" is no preset: there are bookstore, bookstore-items, ip-store, marketplace-seller, marketplace-seller-items, marketplace-acceptance, marketplace-acceptance-items, pickup-point, pickup-point-items; to extend a file, write its path, such as ./base.yaml
            ./other.yaml  | unknown-base: "./other.yaml" cannot be read: say where it is, seen from this file
            [a, b]        | wrong-type: "extends" must be the name of a preset or file, but is a list
            """)
    void a_base_that_cannot_be_found_is_reported_alone(String base, String message) throws IOException {
        Path file = write(
                "mine.yaml",
                "workflow: mine\nversion: 1\nextends: " + base
                        + "\nremove: { fields: x }\ntransitions: { on: lose, from: sent, to: done }\n");
        assertThat(lines(WorkflowFiles.read(file))).containsExactly(file + ":3:10: error: " + message);
    }

    @Test
    void a_circle_of_files_is_reported() throws IOException {
        Path file = write("mine.yaml", MINE);
        Path base = write("base.yaml", "workflow: base\nversion: 1\nextends: ./mine.yaml\n");
        assertThat(lines(WorkflowFiles.read(file)))
                .containsExactly(base + ":3:10: error: unknown-base: the files extend each other in a circle: " + file
                        + " extends " + base + " extends " + file + "; one of them must stand alone");
    }

    @Test
    void a_problem_in_the_base_is_reported_with_the_bases_name() throws IOException {
        Path base = write("base.yaml", SHOP.replace("done: true", "done: perhaps"));
        assertThat(lines(mine("")))
                .contains(base + ":9:17: error: wrong-type: "
                        + "\"done\" of the status \"done\" must be true or false, but is \"perhaps\"");
    }

    @Test
    void a_base_that_is_no_yaml_is_reported_alone_with_its_name() throws IOException {
        Path base = write("base.yaml", "statuses: [\n");
        assertThat(lines(mine("transitions: { on: lose, from: sent, to: done }\n")))
                .singleElement()
                .asString()
                .startsWith(base + ":")
                .contains("error: syntax");
    }

    @Test
    void a_base_can_extend_another_from_its_own_folder() throws IOException {
        Files.createDirectories(folder.resolve("bases"));
        write("bases/root.yaml", SHOP);
        write("bases/base.yaml", MINE.replace("./base.yaml", "root.yaml"));
        Path file = write("mine.yaml", MINE.replace("./base.yaml", "bases/base.yaml"));
        assertThat(WorkflowFiles.load(file).statuses()).hasSize(3);
    }

    @Test
    void a_shop_can_add_a_cancellation_to_the_ip_store() {
        WorkflowReading reading = WorkflowFiles.read("my-store.yaml", """
                workflow: my-store
                version: 1
                extends: ip-store
                fields:
                  reason: { type: text, label: { el: Λόγος, en: Reason } }
                statuses:
                  cancelled:
                    label: { el: Ακυρώθηκε, en: Cancelled }
                    note: { el: Η παραγγελία ακυρώθηκε., en: This order was cancelled. }
                    done: true
                    outcome: failure
                events: { cancel: { label: { el: Ακύρωση, en: Cancel } } }
                transitions:
                  - on: cancel
                    from: [awaiting-processing, processing, gathering]
                    to: cancelled
                    by: [customer, staff]
                    needs: reason
                    notify: customer
                never:
                  - { reach: received, after: cancel }
                """);
        assertThat(lines(reading)).isEmpty();
        assertThat(reading.orThrow().transitionsFrom("processing"))
                .extracting(Transition::event)
                .containsExactly("gather", "cancel");
    }

    @Test
    void no_case_is_opened_in_a_status_that_is_removed() throws IOException {
        write("base.yaml", """
                workflow: base
                version: 1
                statuses: { new: , held: , done: { done: true } }
                transitions:
                  - { on: place, to: new }
                  - { on: hold, from: new, to: held }
                  - { on: end, from: [new, held], to: done }
                cases:
                  question:
                    open-in: [new, held]
                    statuses: { asked: , answered: { done: true } }
                    transitions: [{ on: open, to: asked }, { on: answer, from: asked, to: answered }]
                """);
        Path mine = write("mine.yaml", """
                workflow: mine
                version: 1
                extends: ./base.yaml
                remove: { statuses: [held], transitions: [{ on: hold }, { on: end, from: held }] }
                """);
        assertThat(WorkflowFiles.read(mine)
                        .orThrow()
                        .caseType("question")
                        .orElseThrow()
                        .openIn())
                .containsExactly("new");
    }

    @Test
    void a_shop_can_do_without_the_company_vehicle_of_the_ip_store() {
        WorkflowReading reading = WorkflowFiles.read("my-store.yaml", """
                workflow: my-store
                version: 1
                extends: ip-store
                remove:
                  statuses: [company-vehicle]
                  events: [dispatch]
                  transitions:
                    - { on: dispatch }
                    - { on: place, when: { delivery: company-vehicle, customer-type: business } }
                    - { on: receive, from: company-vehicle }
                  never:
                    - { reach: company-vehicle }
                    - { reach: received }
                fields: { delivery: { of: [carrier, store-pickup] } }
                """);
        assertThat(lines(reading)).isEmpty();
        assertThat(reading.orThrow().transitionsFrom("ready-for-pickup"))
                .extracting(Transition::toString)
                .containsExactly("receive: handed-to-carrier, ready-for-pickup → received");
        assertThat(reading.orThrow().caseType("question").orElseThrow().openIn())
                .contains("ready-for-pickup", "received")
                .doesNotContain("company-vehicle");
    }
}
