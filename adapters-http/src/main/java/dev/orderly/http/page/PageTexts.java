package dev.orderly.http.page;

import dev.orderly.view.RoleView;
import dev.orderly.view.VisibleField;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customer's view of a workflow, with times and values as the pages write them: in the page's language and the
 * shop's time zone.
 */
final class PageTexts {

    private final RoleView view;
    private final Texts texts;
    private final DateTimeFormatter times;
    private final DateTimeFormatter days;
    private final DateTimeFormatter hours;

    PageTexts(Workflow workflow, Texts texts) {
        this(RoleView.of(workflow, Workflow.CUSTOMER, texts.locale().getLanguage()), texts);
    }

    PageTexts(RoleView view, Texts texts) {
        this.view = view;
        this.texts = texts;
        ZoneId zone = view.workflow().calendar().zone();
        times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(zone);
        hours = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(zone);
        days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(texts.locale());
    }

    /** What the customer may see. */
    RoleView view() {
        return view;
    }

    StatusPage.Moment moment(Instant time) {
        return new StatusPage.Moment(times.format(time), time.toString());
    }

    /** A time after another one: on the same day, the hour is enough. */
    StatusPage.Moment moment(Instant time, Instant before) {
        ZoneId zone = view.workflow().calendar().zone();
        boolean sameDay = LocalDate.ofInstant(time, zone).equals(LocalDate.ofInstant(before, zone));
        return sameDay ? new StatusPage.Moment(hours.format(time), time.toString()) : moment(time);
    }

    /** The language of the workflow's own texts; null if it is the page's. */
    @Nullable
    String wording() {
        List<String> spoken = view.workflow().languages();
        if (spoken.contains(view.language())) {
            return null;
        }
        return spoken.contains("en") ? "en" : spoken.get(0);
    }

    String day(LocalDate date) {
        return days.format(date);
    }

    @Nullable
    String amount(@Nullable Money amount) {
        return amount == null ? null : amount.text(texts.locale());
    }

    StatusPage.Fact fact(VisibleField value) {
        return new StatusPage.Fact(value.label(), text(value.field(), value.value()));
    }

    private String text(Field field, Object value) {
        if (value instanceof Boolean ticked) {
            return ticked ? "✓" : "–";
        }
        if (value instanceof LocalDate day) {
            return day(day);
        }
        if (value instanceof Instant time) {
            return moment(time).text();
        }
        if (value instanceof Money amount) {
            return amount.text(texts.locale());
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return field.choices().isEmpty() ? value.toString() : field.choiceLabel(value.toString(), view.language());
    }

    Texts texts() {
        return texts;
    }
}
