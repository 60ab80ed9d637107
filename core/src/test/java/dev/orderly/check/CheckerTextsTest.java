package dev.orderly.check;

import static dev.orderly.check.Shops.counter;
import static dev.orderly.check.Shops.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckerTextsTest {

    private static String missing(String path, String what, String languages) {
        return path + ": warning: missing-text: the " + what + " is missing in " + languages
                + ": write it, or people read it in another language";
    }

    @Test
    void a_workflow_without_any_labels_misses_none() {
        assertThat(problems(counter().languages("pl", "en"))).isEmpty();
    }

    @Test
    void a_label_that_lacks_languages_is_reported_once_with_all_of_them() {
        assertThat(problems(counter()
                        .languages("pl", "en", "de")
                        .status("open", s -> s.label("en", "Open"))
                        .status(
                                "closed",
                                s -> s.done().label("pl", "Z").label("en", "C").label("de", "G"))))
                .containsExactly(missing("statuses/open/label", "label of status open", "pl, de"));
    }

    @Test
    void a_status_without_a_label_among_others_with_one_is_reported() {
        assertThat(problems(counter().status("open", s -> s.label("en", "Open"))))
                .containsExactly("statuses/closed/label: warning: missing-text: the label of status closed is missing "
                        + "in en: write it, or people read the bare name");
    }

    @Test
    void a_word_without_a_label_among_others_with_one_is_reported() {
        Field pace = Field.choice("pace", "slow", "fast").withChoiceLabel("slow", "en", "Slowly");

        assertThat(problems(counter()
                        .languages("pl", "en")
                        .field(pace)
                        .transition("set", t -> t.from("open").takes("pace"))))
                .containsExactly(
                        missing("fields/pace/of/slow", "label of word slow", "pl"),
                        "fields/pace/of/fast: warning: missing-text: the label of word fast is missing in pl, en: write"
                                + " it, or people read the bare name");
    }

    @Test
    void every_text_that_is_there_is_there_in_every_language() {
        LocalText polish = LocalText.of("pl", "x");
        assertThat(problems(counter()
                        .languages("pl", "en")
                        .field(Field.of("note", FieldType.TEXT).withLabel("pl", "Notatka"))
                        .status("open", s -> s.note("pl", "Czeka"))
                        .customerStatus("coarse", polish, polish)
                        .eventLabel("close", "pl", "Zamknij")
                        .transition("write", t -> t.from("open").takes("note"))
                        .caseType("incident", polish, counter().build(), List.of("open"))))
                .containsExactly(
                        missing("fields/note/label", "label of field note", "en"),
                        missing("statuses/open/note", "note of status open", "en"),
                        missing("customer-statuses/coarse/label", "label of customer status coarse", "en"),
                        missing("customer-statuses/coarse/note", "note of customer status coarse", "en"),
                        missing("events/close/label", "label of event close", "en"),
                        missing("cases/incident/label", "label of case incident", "en"));
    }

    @Test
    void a_text_in_a_language_that_is_not_declared_is_reported() {
        assertThat(problems(counter()
                        .status("open", s -> s.label("en", "Open").label("pl", "Otwarte"))
                        .status("closed", s -> s.done().label("en", "Closed").note("de", "Zu"))))
                .containsExactly(
                        "statuses/open/label/pl: error: unknown-language: \"pl\" is no language of this workflow: "
                                + "correct it, or declare it under \"languages\"",
                        "statuses/closed/note/de: error: unknown-language: \"de\" is no language of this workflow: "
                                + "correct it, or declare it under \"languages\"",
                        missing("statuses/closed/note", "note of status closed", "en"));
    }

    @Test
    void texts_of_item_statuses_and_flows_are_there_in_every_language_as_well() {
        LocalText polish = LocalText.of("pl", "x");

        assertThat(problems(counter()
                        .languages("pl", "en")
                        .items(
                                Status.builder("ordered")
                                        .label("pl", "Zamówione")
                                        .done(true)
                                        .build(),
                                Status.builder("sent")
                                        .note("pl", "W drodze")
                                        .done(true)
                                        .build())
                        .transition("send", t -> t.from("open").items("ordered", "sent"))
                        .flow("payment", polish, counter().build())))
                .contains(
                        missing("items/statuses/ordered/label", "label of item status ordered", "en"),
                        missing("items/statuses/sent/note", "note of item status sent", "en"),
                        missing("flows/payment/label", "label of flow payment", "en"));
    }

    @Test
    void a_word_labelled_in_a_language_that_is_not_declared_is_reported() {
        Field pace = Field.choice("pace", "slow").withChoiceLabel("slow", "pl", "Powoli");

        assertThat(problems(counter()
                        .field(pace)
                        .transition("set", t -> t.from("open").takes("pace"))))
                .contains("fields/pace/of/slow/pl: error: unknown-language: \"pl\" is no language of this workflow: "
                        + "correct it, or declare it under \"languages\"");
    }
}
