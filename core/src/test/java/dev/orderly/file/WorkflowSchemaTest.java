package dev.orderly.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Condition;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkflowSchemaTest {

    @ParameterizedTest
    @MethodSource("dev.orderly.file.Presets#names")
    void the_schema_accepts_a_preset(String name) {
        assertThat(WorkflowSchema.complaints(Source.preset(name).orElseThrow().text()))
                .isEmpty();
    }

    @Test
    void the_schema_accepts_what_only_a_file_can_say() {
        assertThat(WorkflowSchema.complaints("""
                        $schema: https://orderly.example/workflow.schema.json
                        workflow: mine
                        version: 1
                        extends: ip-store
                        remove:
                          statuses: company-vehicle
                          customer-statuses: []
                          transitions: [{ on: receive, from: company-vehicle }, { on: place, when: { delivery: [pickup] } }]
                          never: { reach: company-vehicle, without: dispatch }
                          conversation: true
                        statuses: { lost: }
                        carriers: { dhl: { link: "https://dhl.example/{number}" } }
                        transitions: { on: lose, to: lost, when: [{ a: 1 }, { a: { is-not: 2 } }] }
                        """)).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            version: 1             | version: 1\\nauthor: me
            { type: text }         | { type: text, colour: red }
            { done: true }         | { finished: true }
            takes: note            | hands: note
            { delivery: courier }  | { delivery: { unlike: pickup } }
            because: the           | for: the
            workflow: shop         | workflow: [shop]
            version: 1             | version: one
            version: 1             | version: 0
            version: 1             | version: 1\\nlanguages: []
            version: 1             | version: 1\\nroles: [a--b]
            version: 1             | version: 1\\ncalendar: { weekend: [Sun] }
            version: 1             | version: 1\\nremove: { fields: [note] }
            version: 1             | version: 1\\ncarriers: { dhl: { label: DHL } }
            version: 1             | version: 1\\nparcels: { carrier: note }
            version: 1             | version: 1\\nconversation: { channel: mail }
            version: 1             | version: 1\\nconversation: { between: [] }
            version: 1             | version: 1\\nconversation: { between: staff, contact-data: eat }
            version: 1             | version: 1\\nconversation: { between: staff, channel: a--b }
            version: 1             | version: 1\\nconversation: customer
            version: 1             | version: 1\\nevents: [place]
            version: 1             | version: 1\\ncases: { c: { statuses: { a: {} }, transitions: { on: b, to: a } } }
            { type: text }         | { label: { en: Note } }
            { type: text }         | { type: varchar }
            { type: text }         | { type: text, min: 5 }
            { type: text }         | { type: number, max: today }
            { type: text }         | { type: money, min: 5 }
            { type: text }         | { type: date, max: tomorrow }
            { type: text }         | { type: instant, max: today }
            { done: true }         | { done: maybe }
            { done: true }         | { done: true, outcome: maybe }
            { done: true }         | { done: true, outcome: [success] }
            { en: Sent }           | Sent
            { en: Sent }           | { en: " " }
            takes: note            | takes: { note: true }
            takes: note            | takes: note, stay: true
            takes: note            | takes: note, within: 3 days
            takes: note            | takes: note, within: { of: place }
            takes: note            | takes: note, notify: { channel: sms }
            takes: note            | takes: note, automatic: maybe
            takes: note            | takes: note, add: note
            takes: note            | takes: note, add: { note: [1, 2] }
            takes: note            | takes: note, add: { note: { total: order } }
            takes: note            | takes: note, set: paid
            takes: note            | takes: note, set: { note: { fields: note } }
            takes: note            | takes: note, set: { note: { field: note, total: lines } }
            takes: note            | takes: note, items: ordered
            takes: note            | takes: note, items: { from: ordered }
            takes: note            | takes: note, items: { from: ordered, to: sent, of: 1 }
            takes: note            | takes: note, parcel: maybe
            takes: note            | takes: note, when-items: { most: sent }
            takes: note            | takes: note, when-flow: { payment: [] }
            { type: text }         | { type: text, at-most: { field: paid } }
            { type: text }         | { type: number, at-most: 5 }
            { type: text }         | { type: money, at-most: { total: all } }
            version: 1             | version: 1\\nitems: [ordered, sent]
            version: 1             | version: 1\\nitems: { statuses: {} }
            version: 1             | version: 1\\nitems: { statuses: { ordered: { outcome: success } } }
            version: 1             | version: 1\\nflows: { payment: { statuses: { a: {} } } }
            version: 1             | version: 1\\nflows: { payment: { fields: {}, statuses: { a: {} }, transitions: { on: b, to: a } } }
            on: place,             | ''
            from: new, to: sent,   | from: new,
            when: { delivery: courier } | when: courier
            { delivery: courier }  | { delivery: [] }
            { delivery: courier }  | { delivery: {} }
            """)
    void what_the_reader_calls_misshapen_the_schema_does_not_accept(String part, String replacement) {
        String text = Reading.SHOP.replace(part, replacement.replace("\\n", "\n"));
        assertThat(WorkflowFiles.read("shop.yaml", text).hasErrors()).isTrue();
        assertThat(WorkflowSchema.complaints(text)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number | 1         | 5.5
            money  | -0.50 EUR | 12 EUR
            date   | today     | 2026-12-31
            """)
    void the_schema_accepts_bounds_of_the_type_of_the_field(String type, String min, String max) {
        String text =
                Reading.SHOP.replace("{ type: text }", "{ type: " + type + ", min: " + min + ", max: " + max + " }");
        Field note = Reading.unchecked("shop.yaml", text).field("note").orElseThrow();

        assertThat(WorkflowSchema.complaints(text)).isEmpty();
        assertThat(note.min()).isEqualTo(FieldBound.parse(min));
        assertThat(note.max()).isEqualTo(FieldBound.parse(max));
    }

    @Test
    void the_schema_accepts_the_shop_without_the_mistakes() {
        assertThat(WorkflowSchema.complaints(Reading.SHOP)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_schema_has_every_kind_of_condition_in_its_shape(Condition.Kind kind) {
        String right = switch (kind.shape()) {
            case FIELDS -> "{ delivery: courier }";
            case NAMES -> "[note]";
            case FLAG -> "true";
            case LIMIT -> "{ time: P1D, of: place }";
            case ITEMS -> "{ all: [sent, cancelled] }";
            case FLOWS -> "{ payment: [paid, refunded] }";
        };

        String text = shop(kind, right);
        assertThat(WorkflowSchema.complaints(text)).isEmpty();
        assertThat(Reading.unchecked("shop.yaml", text).transitions().get(1).conditions(kind))
                .hasSize(1);
        assertThat(WorkflowSchema.complaints(shop(kind, "{ unknown: [] }"))).isNotEmpty();
    }

    private static String shop(Condition.Kind kind, String content) {
        return Reading.SHOP.replace("when: { delivery: courier }, takes: note", kind.key() + ": " + content);
    }
}
