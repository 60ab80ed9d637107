package dev.orderly.file;

import static dev.orderly.file.Reading.SHOP;
import static dev.orderly.file.Reading.problems;
import static dev.orderly.file.Reading.shopWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeMistakesTest {

    @Test
    void nothing_is_wrong_with_the_shop_itself() {
        assertThat(problems("shop.yaml", SHOP)).isEmpty();
    }

    @Test
    void a_label_of_a_word_without_a_language_is_reported() {
        assertThat(shopWith("of: [courier, pickup]", "of: { courier: By courier, pickup: {} }"))
                .containsExactly(
                        "shop.yaml:4:44: error: wrong-type: \"courier\" of \"of\" of the field \"delivery\" must be a"
                                + " map of languages, such as { en: Sent }, but is \"By courier\"");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            version: 1                   | version: 1\\nlanguage: en            | 3:1 | "language" is no key of the workflow: did you mean "languages"?
            { type: text }               | { type: text, lable: { en: Note } } | 5:23 | "lable" is no key of the field "note": did you mean "label"?
            { done: true }               | { done: true, notes: { en: Hi } }   | 9:23 | "notes" is no key of the status "done": did you mean "note"?
            takes: note                  | tkaes: note                         | 12:67 | "tkaes" is no key of the transition "ship": did you mean "takes"?
            delivery: courier }          | delivery: { isnt: pickup } }        | 12:58 | "isnt" is no key of the condition on "delivery": there are is, is-not, at-least, at-most, more-than, less-than, present, order-number
            because: the                 | becuase: the                        | 16:27 | "becuase" is no key of the entry of "suppress": did you mean "because"?
            version: 1                   | version: 1\\ncalendar: { zome: UTC } | 3:13 | "zome" is no key of "calendar": did you mean "zone"?
            version: 1                   | version: 1\\nevents: { place: { labl: { en: Go } } } | 3:20 | "labl" is no key of the event "place": did you mean "label"?
            version: 1                   | version: 1\\ncustomer-statuses: { open: { labl: { en: Go } } } | 3:30 | "labl" is no key of the customer status "open": did you mean "label"?
            version: 1                   | version: 1\\ncarriers: { dhl: { lnk: "https://dhl.example/{number}" } } | 3:20 | "lnk" is no key of the carrier "dhl": did you mean "link"?
            version: 1                   | version: 1\\nparcels: { numbr: note }  | 3:12 | "numbr" is no key of "parcels": did you mean "number"?
            version: 1                   | version: 1\\nconversation: { betwen: [staff] }  | 3:17 | "betwen" is no key of "conversation": did you mean "between"?
            version: 1                   | version: 1\\nnever: { raech: sent, without: ship } | 3:10 | "raech" is no key of the never rule: did you mean "reach"?
            takes: note                  | takes: note, notify: { to: staff, chanel: sms } | 12:101 | "chanel" is no key of "notify": did you mean "channel"?
            takes: note                  | takes: note, within: { tyme: P1D }  | 12:90 | "tyme" is no key of "within": did you mean "time"?
            """)
    void an_unknown_key_is_reported_with_the_one_that_was_meant(
            String part, String replacement, String place, String message) {
        assertThat(shopWith(part, replacement.replace("\\n", "\n")))
                .containsExactly("shop.yaml:" + place + ": error: unknown-key: " + message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            sucess    | invalid-value: "sucess" is no outcome: did you mean "success"?
            delivered | invalid-value: "delivered" is no outcome: there are success, failure
            [success] | wrong-type: "outcome" of the status "done" must be a text, but is a list
            """)
    void an_outcome_that_is_none_is_reported_alone(String outcome, String problem) {
        assertThat(shopWith("done: { done: true }", "done: { done: true, outcome: " + outcome + " }"))
                .containsExactly("shop.yaml:9:32: error: " + problem);
    }

    @Test
    void an_outcome_of_a_status_that_is_not_done_is_reported_where_it_stands() {
        assertThat(shopWith(
                        "done: { done: true }", "done: { done: true, outcome: success }\n  lost: { outcome: failure }"))
                .contains(
                        "shop.yaml:10:20: error: wrong-condition: status lost says how an order has ended, but is not done:"
                                + " mark it with \"done: true\", or take the outcome out");
    }

    @Test
    void an_unknown_key_of_a_case_is_reported_with_the_one_that_was_meant() {
        assertThat(shopWith("version: 1", """
                version: 1
                cases:
                  complaint:
                    open_in: [sent]
                    statuses: { open: {}, closed: { done: true } }
                    transitions: [{ on: open, to: open }, { on: close, from: open, to: closed }]"""))
                .containsExactly("shop.yaml:5:5: error: unknown-key: \"open_in\" is no key of the case \"complaint\": "
                        + "did you mean \"open-in\"?");
    }

    @Test
    void an_unknown_key_like_no_other_is_reported_with_those_that_there_are() {
        assertThat(shopWith("version: 1", "version: 1\nauthor: me"))
                .containsExactly(
                        "shop.yaml:3:1: error: unknown-key: \"author\" is no key of the workflow: there are "
                                + "$schema, workflow, version, extends, remove, languages, roles, calendar, fields, statuses, "
                                + "customer-statuses, events, transitions, never, items, flows, cases, carriers, parcels, conversation, suppress");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            workflow: shop               | ''                                  | 2:1 | the workflow needs the key "workflow"
            version: 1                   | ''                                  | 1:1 | the workflow needs the key "version"
            { type: text }               | { label: { en: Note } }             | 5:9 | the field "note" needs the key "type"
            on: place,                   | ''                                  | 11:5 | the transition needs the key "on"
            from: new, to: sent,         | from: new,                          | 12:5 | the transition "ship" needs the key "to", or "stay: true" if it keeps the status
            on: place, to: new,          | on: place, stay: true,              | 11:5 | the transition "place" needs the key "from": what keeps its status cannot start an order
            , because: the house has no labels | ''                            | 16:5 | the entry of "suppress" needs the key "because"
            version: 1                   | version: 1\\ncarriers: { dhl: { label: DHL } } | 3:18 | the carrier "dhl" needs the key "link"
            version: 1                   | version: 1\\nparcels: { carrier: note } | 3:10 | "parcels" needs the key "number"
            version: 1                   | version: 1\\nconversation: { channel: sms } | 3:15 | "conversation" needs the key "between"
            version: 1                   | version: 1\\nnever: { without: ship }  | 3:8 | the never rule needs the key "reach"
            takes: note                  | takes: note, notify: { channel: sms } | 12:88 | "notify" needs the key "to"
            takes: note                  | takes: note, within: { of: place }  | 12:88 | "within" needs the key "time"
            """)
    void a_missing_key_is_reported_where_it_is_missing(String part, String replacement, String place, String message) {
        assertThat(shopWith(part, replacement.replace("\\n", "\n")))
                .contains("shop.yaml:" + place + ": error: missing-key: " + message)
                .hasSize(1);
    }

    @Test
    void a_suppression_without_its_code_is_reported_beside_the_problem_it_was_for() {
        assertThat(shopWith("code: missing-text,", ""))
                .contains("shop.yaml:16:5: error: missing-key: the entry of \"suppress\" needs the key \"code\"")
                .hasSize(3);
    }

    @Test
    void a_workflow_without_statuses_and_transitions_is_reported_as_that_alone() {
        assertThat(problems("shop.yaml", "workflow: shop\nversion: 1\nsuppress: { code: overlap, because: so }\n"))
                .containsExactly(
                        "shop.yaml:1:1: error: missing-key: the workflow needs the key \"statuses\"",
                        "shop.yaml:1:1: error: missing-key: the workflow needs the key \"transitions\"");
    }

    @Test
    void a_case_says_where_it_can_be_opened_which_statuses_it_has_and_how_it_moves() {
        assertThat(shopWith("version: 1", "version: 1\ncases: { complaint: { label: { en: Complaint } } }"))
                .containsExactly(
                        "shop.yaml:3:21: error: missing-key: the case \"complaint\" needs the key \"open-in\"",
                        "shop.yaml:3:21: error: missing-key: the case \"complaint\" needs the key \"statuses\"",
                        "shop.yaml:3:21: error: missing-key: the case \"complaint\" needs the key \"transitions\"");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            workflow: shop               | workflow: [shop]                    | 1:11 | "workflow" of the workflow must be a text, but is a list
            workflow: shop               | workflow:                           | 1:10 | "workflow" of the workflow must be a text, but is empty
            version: 1                   | version: { major: 1 }               | 2:10 | "version" of the workflow must be a text, but is a map
            { type: text }               | text                                | 5:9 | the field "note" must be a map of keys and values, but is "text"
            { type: text }               | { type: text, label: Note }         | 5:30 | "label" of the field "note" must be a map of languages, such as { en: Sent }, but is "Note"
            { type: text }               | { type: text, label: { en: [Note] } } | 5:36 | "en" of "label" of the field "note" must be a text, but is a list
            { done: true }               | { done: maybe }                     | 9:17 | "done" of the status "done" must be true or false, but is "maybe"
            takes: note                  | takes: { note: true }               | 12:74 | "takes" of the transition "ship" must be a text or a list of texts, but is a map
            takes: note                  | takes: [note, [note]]               | 12:81 | "takes" of the transition "ship" must be a text or a list of texts, but is a list
            takes: note                  | takes:                              | 12:73 | "takes" of the transition "ship" must be a list, but is empty
            takes: note                  | takes: note, within: [P1D]          | 12:88 | "within" of the transition "ship" must be a length of time, or a map with "time", but is a list
            when: { delivery: courier }  | when: courier                       | 12:44 | "when" of the transition "ship" must be a map of fields and conditions, such as { delivery: courier }, but is "courier"
            version: 1                   | version: 1\\nevents: [place]         | 3:9 | "events" of the workflow must be a map of keys and values, but is a list
            """)
    void a_value_of_the_wrong_type_is_reported_with_what_it_must_be(
            String part, String replacement, String place, String message) {
        assertThat(shopWith(part, replacement.replace("\\n", "\n")))
                .containsExactly("shop.yaml:" + place + ": error: wrong-type: " + message);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            workflow: shop               | workflow: a/b                       | 1:11 | "a/b" is no name: use letters and digits, with single '-', '_', '.' or spaces between them, at most 64 characters
            version: 1                   | version: 1.5                        | 2:10 | "version" of the workflow: "1.5" is no whole number from 1
            version: 1                   | version: 0                          | 2:10 | "version" of the workflow: "0" is no whole number from 1
            version: 1                   | version: 1\\nlanguages: [English]    | 3:13 | "languages" of the workflow: "English" is no code of a language: write en or pt-BR
            version: 1                   | version: 1\\nlanguages: []           | 3:12 | "languages" is empty: name at least one, such as en
            version: 1                   | version: 1\\nroles: [staff, a--b]    | 3:16 | "roles" of the workflow: "a--b" is no name: use letters and digits, with single '-', '_', '.' or spaces between them, at most 64 characters
            version: 1                   | version: 1\\ncalendar: { zone: Europe/Warszaw } | 3:19 | "zone" of "calendar": "Europe/Warszaw" is no time zone: did you mean "Europe/Warsaw"?
            version: 1                   | version: 1\\ncalendar: { zone: Mars }  | 3:19 | "zone" of "calendar": "Mars" is no time zone: write one such as Europe/Warsaw
            version: 1                   | version: 1\\ncalendar: { weekend: [saturday, Sun] } | 3:33 | "weekend" of "calendar": "Sun" is no day of the week: write monday, tuesday, wednesday, thursday, friday, saturday, sunday
            version: 1                   | version: 1\\ncalendar: { weekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday] } | 3:22 | the weekend cannot be the whole week: no business day would remain
            version: 1                   | version: 1\\ncalendar: { holidays: [2026-02-30] } | 3:24 | "holidays" of "calendar": "2026-02-30" is no date: write it as 2026-12-25
            { type: text }               | { type: txt }                       | 5:17 | "txt" is no type of a field: did you mean "text"?
            { type: text }               | { type: varchar }                   | 5:17 | "varchar" is no type of a field: there are text, number, yes-no, choice, date, instant, money
            { type: text }               | { type: number, min: few }          | 5:30 | "min" of the field "note": "few" is no bound: write a number such as 5, an amount such as 12.50 EUR, a date such as 2026-05-31, or today
            { type: text }               | { type: number, max: 1e999999999 }  | 5:30 | "max" of the field "note": a number of more than 50 digits is not supported
            sent: { label: { en: Sent } } | sent: { label: { en: " " } }       | 8:24 | "label" of the status "sent": the text in "en" is blank
            sent: { label: { en: Sent } } | sent: { label: { en: Sent }, due: 3 days } | 8:37 | "due" of the status "sent": "3 days" is no length of time: write P14D for 14 days, PT36H for 36 hours, "7 business days" or "days in FIELD"
            takes: note                  | takes: note, within: { time: P9999Y } | 12:96 | "time" of "within": a length of time cannot be more than a hundred years
            takes: note                  | takes: note, within: { time: P1D, cut-off: 8pm } | 12:110 | "cut-off" of "within": "8pm" is no time of day: write it as "20:00"
            on: place,                   | on: "place!",                       | 11:11 | "place!" is no name: use letters and digits, with single '-', '_', '.' or spaces between them, at most 64 characters
            takes: note                  | takes: note, stay: true             | 12:86 | the transition "ship" has both "to" and "stay": keep one of them
            when: { delivery: courier }  | when: { delivery: [] }              | 12:56 | the condition on a field needs a value to compare with, but the list is empty
            when: { delivery: courier }  | when: { delivery: {} }              | 12:56 | the condition on "delivery" is empty: write a value, or one of is, is-not, at-least, at-most, more-than, less-than, present, order-number
            when: { delivery: courier }  | when: { delivery: { at-least: [a, b] } } | 12:68 | the condition "at-least" on delivery does not take 2 values
            when: { delivery: courier }  | when: { note: { order-number: false } } | 12:68 | "order-number" can only be true: leave it out otherwise
            takes: note                  | takes: note, notify: "a/b"          | 12:88 | role "a/b" is no valid name: use letters, digits, and single '-', '_', '.' or spaces between them, at most 64 characters
            version: 1                   | version: 1\\nconversation: { between: staff, contact-data: eat } | 3:47 | "contact-data" of "conversation": "eat" is none of allow, mask, refuse
            version: 1                   | version: 1\\nconversation: { between: [] } | 3:26 | "between" of "conversation" is an empty list: name something, or leave the key out
            version: 1                   | version: 1\\nconversation: { between: a--b } | 3:26 | role "a--b" is no valid name: use letters, digits, and single '-', '_', '.' or spaces between them, at most 64 characters
            version: 1                   | version: 1\\nconversation: { between: staff, channel: a/b } | 3:42 | channel "a/b" is no valid name: use letters, digits, and single '-', '_', '.' or spaces between them, at most 64 characters
            because: the house has no labels | because: " "                    | 16:36 | "because" is blank: say why the problem is kept
            version: 1                   | version: 1\\ncarriers: { dhl: { link: "ftp://x/{number}" } } | 3:26 | the link of carrier dhl must start with https:// or http://, but is "ftp://x/{number}"
            version: 1                   | version: 1\\ncarriers: { dhl: { link: "https://x" } } | 3:26 | the link of carrier dhl must hold {number} where the tracking number goes
            version: 1                   | version: 1\\ncarriers: { "d/l": { link: "https://x/{number}" } } | 3:13 | "d/l" is no name: use letters and digits, with single '-', '_', '.' or spaces between them, at most 64 characters
            """)
    void a_value_that_makes_no_sense_is_reported_with_what_would(
            String part, String replacement, String place, String message) {
        assertThat(shopWith(part, replacement.replace("\\n", "\n")))
                .containsExactly("shop.yaml:" + place + ": error: invalid-value: " + message);
    }

    @Test
    void an_invalid_name_of_a_status_hides_what_may_only_follow_from_it() {
        assertThat(problems("shop.yaml", SHOP.replace("sent", "se/nt")))
                .containsExactly("shop.yaml:8:3: error: invalid-value: \"se/nt\" is no name: use letters and digits, "
                        + "with single '-', '_', '.' or spaces between them, at most 64 characters");
    }

    @Test
    void an_empty_map_of_statuses_is_reported() {
        assertThat(problems("shop.yaml", "workflow: shop\nversion: 1\nstatuses: {}\ntransitions: []\n"))
                .containsExactly(
                        "shop.yaml:3:11: error: invalid-value: \"statuses\" is empty: name at least one status");
    }

    @Test
    void a_duplicate_key_is_reported_with_the_line_of_the_first() {
        assertThat(shopWith("  sent: {", "  new: { done: true }\n  sent: {"))
                .containsExactly("shop.yaml:8:3: error: duplicate-key: "
                        + "\"new\" stands here a second time, first in line 7: keep one of them");
    }

    @Test
    void a_duplicate_key_in_json_is_reported_as_well() {
        assertThat(problems("shop.json", "{ \"workflow\": \"a\",\n  \"workflow\": \"b\" }"))
                .contains("shop.json:2:3: error: duplicate-key: "
                        + "\"workflow\" stands here a second time, first in line 1: keep one of them");
    }

    @Test
    void a_misspelt_key_is_read_as_the_one_that_was_meant_so_that_nothing_follows_from_it() {
        assertThat(shopWith("from: sent", "form: sent"))
                .containsExactly("shop.yaml:14:20: error: unknown-key: "
                        + "\"form\" is no key of the transition \"deliver\": did you mean \"from\"?");
    }

    @Test
    void a_long_text_is_quoted_in_part() {
        assertThat(shopWith("version: 1", "version: " + "9".repeat(200)))
                .containsExactly("shop.yaml:2:10: error: invalid-value: \"version\" of the workflow: \""
                        + "9".repeat(57) + "...\" is no whole number from 1");
    }

    @Test
    void the_key_schema_is_accepted_and_ignored() {
        assertThat(shopWith("version: 1", "version: 1\n$schema: https://orderly.example/workflow.schema.json"))
                .isEmpty();
    }

    @Test
    void a_problem_has_location_severity_and_code_apart() {
        FileProblem problem = WorkflowFiles.read("shop.yaml", SHOP.replace("version: 1", "version: 0"))
                .problems()
                .get(0);
        assertThat(List.of(problem.file(), problem.line(), problem.column(), problem.code()))
                .containsExactly("shop.yaml", 2, 10, "invalid-value");
    }
}
