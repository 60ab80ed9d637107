package dev.orderly.http.page;

import dev.orderly.decision.Action;
import dev.orderly.view.RoleView;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the forms of the actions that a customer can take. */
final class Forms {

    private final Texts texts;
    private final FormDraft draft;
    private final LocalDate today;
    private int inputs;

    /** Forms in a language on a day; one of them may have the values that were sent before. */
    Forms(Texts texts, FormDraft draft, LocalDate today) {
        this.texts = texts;
        this.draft = draft;
        this.today = today;
    }

    /** One for each action that is possible now. */
    List<StatusPage.Form> of(String kind, String subject, List<Action> actions, RoleView view) {
        return actions.stream()
                .filter(Action::isPossible)
                .map(action -> form(kind, subject, action, view.eventLabel(action.event())))
                .toList();
    }

    private StatusPage.Form form(String kind, String subject, Action action, String label) {
        boolean again = draft.isOf(kind, action.event(), subject);
        Map<String, String> sent = again ? draft.values() : Map.of();
        List<StatusPage.Input> fields = new ArrayList<>();
        action.needs().forEach(field -> fields.add(input(field, true, sent)));
        action.takes().forEach(field -> fields.add(input(field, false, sent)));
        action.checklist().forEach(field -> fields.add(input(field, false, sent)));
        return new StatusPage.Form(
                kind, action.event(), subject, label, UUID.randomUUID().toString(), again, fields);
    }

    private StatusPage.Input input(Field field, boolean required, Map<String, String> sent) {
        String type = switch (field.type()) {
            case TEXT -> "text";
            case MONEY -> "money";
            case NUMBER -> "number";
            case YES_NO -> "checkbox";
            case CHOICE -> "choice";
            case DATE -> "date";
            case INSTANT -> "datetime-local";
        };
        String language = texts.locale().getLanguage();
        List<PageLayout.Choice> options = field.choices().stream()
                .map(choice -> new PageLayout.Choice(choice, field.choiceLabel(choice, language)))
                .toList();
        return new StatusPage.Input(
                "input-" + ++inputs,
                field.name(),
                field.label().textOr(language, field.name()),
                type,
                required,
                bound(field, field.min()),
                bound(field, field.max()),
                options,
                sent.getOrDefault(field.name(), ""));
    }

    /** Browsers hold numbers and dates to bounds; an amount is a text for them. */
    private @Nullable String bound(Field field, @Nullable FieldBound bound) {
        return bound == null || field.type() == FieldType.MONEY
                ? null
                : field.type().text(bound.on(today));
    }
}
