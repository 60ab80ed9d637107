package dev.orderly.http.page;

import java.util.Map;

/**
 * Internal: the values of a form that was refused, so that the page can show the form with them again.
 *
 * @param action what the form asked for: {@code event}, {@code open} or {@code case}; empty for a comment
 * @param event the event
 * @param subject the kind of case, or the number of the case; empty for the order itself
 * @param values the values of the form's fields
 * @param message the text of a comment; empty for a form
 */
public record FormDraft(String action, String event, String subject, Map<String, String> values, String message) {

    /** Nothing. */
    public static final FormDraft NONE = message("");

    public FormDraft {
        values = Map.copyOf(values);
    }

    /** A comment. */
    public static FormDraft message(String text) {
        return new FormDraft("", "", "", Map.of(), text);
    }

    /** A form of an action. */
    public static FormDraft form(String action, String event, String subject, Map<String, String> values) {
        return new FormDraft(action, event, subject, values, "");
    }

    /** Whether it is of this form. */
    boolean isOf(String formsAction, String formsEvent, String formsSubject) {
        return action.equals(formsAction) && event.equals(formsEvent) && subject.equals(formsSubject);
    }
}
