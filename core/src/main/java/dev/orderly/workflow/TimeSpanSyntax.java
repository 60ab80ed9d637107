package dev.orderly.workflow;

import java.time.Period;
import java.util.regex.Pattern;

/** The written forms of a {@link TimeSpan}, and its bound. */
final class TimeSpanSyntax {

    static final Pattern BUSINESS_DAYS = Pattern.compile("(\\d{1,5}) business days?");
    static final Pattern DAYS_IN = Pattern.compile("(business )?days in (\\S.*)");
    static final Pattern ISO = Pattern.compile("P(?=[\\dT])(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?"
            + "(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d{1,9})?S)?)?");
    static final String TOO_LONG = "a length of time cannot be more than a hundred years";

    private TimeSpanSyntax() {}

    /** About how many days a period has. */
    static double days(Period period) {
        return period.getUnits().stream()
                .mapToDouble(
                        unit -> (double) period.get(unit) * unit.getDuration().toDays())
                .sum();
    }

    static void requireBounded(double days) {
        if (days > TimeSpan.MOST_DAYS.doubleValue()) {
            throw new IllegalArgumentException(TOO_LONG);
        }
    }
}
