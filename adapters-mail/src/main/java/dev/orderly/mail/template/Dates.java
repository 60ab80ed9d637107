package dev.orderly.mail.template;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;

/** Formats times in the shop's time zone and in a language. */
final class Dates {

    private final DateTimeFormatter date;
    private final DateTimeFormatter time;
    private final ZoneId zone;

    Dates(String language, ZoneId zone) {
        this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Languages.locale(language));
        this.time = DateTimeFormatter.ofPattern("HH:mm", Languages.locale(language));
        this.zone = zone;
    }

    String day(@Nullable LocalDate day) {
        return day == null ? "" : plain(date.format(day));
    }

    String day(@Nullable Instant at) {
        return at == null ? "" : plain(date.format(at.atZone(zone)));
    }

    String dayAndTime(@Nullable Instant at) {
        return at == null ? "" : day(at) + ", " + time.format(at.atZone(zone));
    }

    /** Java puts spaces into dates and amounts that do not break; a text message has no plain way to write them. */
    static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
