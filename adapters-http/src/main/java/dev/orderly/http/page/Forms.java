package dev.orderly.http.page;

import dev.orderly.decision.Action;
import dev.orderly.view.RoleView;
import dev.orderly.workflow.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the forms of the actions that a customer can take. */
final class Forms {

    private final Texts texts;
    private final FormDraft draft;
    private int inputs;

    /** Forms in a language; one of them may have the values that were sent before. */
    Forms(Texts texts, FormDraft draft) {
        this.texts = texts;
        this.draft = draft;
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
                plain(field.min()),
                plain(field.max()),
                options,
                sent.getOrDefault(field.name(), ""));
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
