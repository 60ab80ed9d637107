package dev.orderly.http.page;

import dev.orderly.decision.Action;
import dev.orderly.workflow.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the forms by which a customer acts on an order. */
final class Forms {

    private final Texts texts;
    private int inputs;

    Forms(Texts texts) {
        this.texts = texts;
    }

    /** One for each action that is possible now. */
    List<StatusPage.Form> of(String kind, String subject, List<Action> actions, Words labels) {
        return actions.stream()
                .filter(Action::isPossible)
                .map(action -> {
                    List<StatusPage.Input> fields = new ArrayList<>();
                    action.needs().forEach(field -> fields.add(input(field, true)));
                    action.takes().forEach(field -> fields.add(input(field, false)));
                    action.checklist().forEach(field -> fields.add(input(field, false)));
                    return form(kind, action.event(), subject, labels.event(action.event()), fields);
                })
                .toList();
    }

    private static StatusPage.Form form(
            String kind, String event, String subject, String label, List<StatusPage.Input> inputs) {
        return new StatusPage.Form(
                kind, event, subject, label, UUID.randomUUID().toString(), inputs);
    }

    private StatusPage.Input input(Field field, boolean required) {
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
        List<Frame.Choice> options = field.choices().stream()
                .map(choice -> new Frame.Choice(choice, field.choiceLabel(choice, language)))
                .toList();
        return new StatusPage.Input(
                "input-" + ++inputs,
                field.name(),
                field.label().inOr(language, field.name()),
                type,
                required,
                plain(field.min()),
                plain(field.max()),
                options);
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
