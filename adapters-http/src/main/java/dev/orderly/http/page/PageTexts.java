package dev.orderly.http.page;

import dev.orderly.workflow.CustomerStatus;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer reads of a workflow, in one language: coarser statuses in place of internal ones, times by the shop's clock. */
final class PageTexts {

    private final Workflow workflow;
    private final String language;
    private final DateTimeFormatter times;
    private final DateTimeFormatter days;
    private final DateTimeFormatter hours;

    PageTexts(Workflow workflow, Texts texts) {
        this.workflow = workflow;
        language = texts.locale().getLanguage();
        times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(workflow.calendar().zone());
        hours = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(workflow.calendar().zone());
        days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(texts.locale());
    }

    StatusPage.Moment moment(Instant time) {
        return new StatusPage.Moment(times.format(time), time.toString());
    }

    /** A time after another one: on the same day, the hour is enough. */
    StatusPage.Moment moment(Instant time, Instant before) {
        ZoneId zone = workflow.calendar().zone();
        boolean sameDay = LocalDate.ofInstant(time, zone).equals(LocalDate.ofInstant(before, zone));
        return sameDay ? new StatusPage.Moment(hours.format(time), time.toString()) : moment(time);
    }

    /** The language that the workflow's words are in; null if it is the page's. */
    @Nullable
    String wording() {
        List<String> spoken = workflow.languages();
        if (spoken.contains(language)) {
            return null;
        }
        return spoken.contains("en") ? "en" : spoken.get(0);
    }

    String day(LocalDate date) {
        return days.format(date);
    }

    /** The code of what the customer sees in the place of a status. */
    String shown(String status) {
        return workflow.customerStatus(status).map(CustomerStatus::name).orElse(status);
    }

    String label(String status) {
        return workflow.customerStatusLabel(status, language);
    }

    String note(String status) {
        return workflow.customerStatus(status)
                .map(CustomerStatus::note)
                .or(() -> workflow.status(status).map(Status::note))
                .map(note -> note.inOr(language, ""))
                .orElse("");
    }

    String event(String event) {
        return workflow.eventLabel(event, language);
    }
}
