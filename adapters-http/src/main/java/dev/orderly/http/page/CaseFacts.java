package dev.orderly.http.page;

import dev.orderly.order.Activity;
import dev.orderly.order.CaseRef;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a customer and the shop told each other in a case: the data of the steps that were the customer's own, or that the
 * workflow tells the customer of. Every other step's data is the shop's own affair.
 */
final class CaseFacts {

    private final Workflow workflow;
    private final Texts texts;
    private final PageTexts words;

    CaseFacts(Workflow workflow, Texts texts, PageTexts words) {
        this.workflow = workflow;
        this.texts = texts;
        this.words = words;
    }

    List<StatusPage.Fact> in(CaseRef aCase, List<Activity> visible) {
        return visible.stream()
                .filter(TransitionEntry.class::isInstance)
                .map(TransitionEntry.class::cast)
                .filter(entry -> aCase.equals(entry.caseRef()) && concernsCustomer(entry))
                .flatMap(this::facts)
                .toList();
    }

    private boolean concernsCustomer(TransitionEntry entry) {
        return entry.actor().role().equals("customer")
                || workflow.transitions().stream()
                        .filter(way -> leads(way, entry))
                        .anyMatch(way -> way.notifications().stream()
                                .anyMatch(notice -> notice.to().equals("customer")));
    }

    private static boolean leads(Transition way, TransitionEntry entry) {
        String from = entry.from();
        boolean begins = from == null ? way.isInitial() : way.from().contains(from);
        return begins
                && way.event().equals(entry.event())
                && way.target(from == null ? "" : from).equals(entry.to());
    }

    private Stream<StatusPage.Fact> facts(TransitionEntry entry) {
        Map<String, Object> data = entry.data().asMap();
        String language = texts.locale().getLanguage();
        return workflow.fields().stream()
                .filter(field -> data.containsKey(field.name()))
                .map(field -> new StatusPage.Fact(field.label().inOr(language, field.name()), text(field, data)));
    }

    private String text(Field field, Map<String, Object> data) {
        Object value = data.getOrDefault(field.name(), "");
        if (value instanceof Boolean ticked) {
            return ticked ? "✓" : "–";
        }
        if (value instanceof LocalDate day) {
            return words.day(day);
        }
        if (value instanceof Instant time) {
            return words.moment(time).text();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return field.choices().isEmpty()
                ? value.toString()
                : field.choiceLabel(value.toString(), texts.locale().getLanguage());
    }
}
