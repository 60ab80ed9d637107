package dev.orderly.cli.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** Reads ISO-8601 times that say their offset, of the years 0000 to 9999. */
final class EventTime {

    private static final int USUAL_LENGTH = "2026-05-31T10:15:30Z".length();

    /** Also takes offsets without minutes or without a colon, which ISO-8601 allows. */
    private static final DateTimeFormatter ANY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private EventTime() {}

    /**
     * The point in time that a text means.
     *
     * @throws DateTimeException if it means none
     */
    static Instant parse(String text) {
        if (text.length() == USUAL_LENGTH && text.charAt(USUAL_LENGTH - 1) == 'Z') {
            Instant usual = parseUsual(text);
            if (usual != null) {
                return usual;
            }
        }
        OffsetDateTime time = OffsetDateTime.parse(text, ANY);
        // Beyond these years, a deadline's date could overflow.
        if (time.getYear() < 0 || time.getYear() > 9999) {
            throw new DateTimeException("the year " + time.getYear() + " is out of range");
        }
        return time.toInstant();
    }

    /**
     * Reads 2026-05-31T10:15:30Z without a formatter, which takes ten times as long; null if the text is another form.
     */
    private static @Nullable Instant parseUsual(String text) {
        if (text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return null;
        }
        int century = twoDigits(text, 0);
        int year = twoDigits(text, 2);
        int month = twoDigits(text, 5);
        int day = twoDigits(text, 8);
        int hour = twoDigits(text, 11);
        int minute = twoDigits(text, 14);
        int second = twoDigits(text, 17);
        if ((century | year | month | day | hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        long days = LocalDate.of(century * 100 + year, month, day).toEpochDay();
        return Instant.ofEpochSecond(days * 86_400 + hour * 3_600L + minute * 60L + second);
    }

    /** The number that two digits make; negative if one is no digit. */
    private static int twoDigits(String text, int start) {
        int tens = text.charAt(start) - '0';
        int ones = text.charAt(start + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
