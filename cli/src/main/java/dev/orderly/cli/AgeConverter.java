package dev.orderly.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time back from now in years, months and days, as the calendar has them, such as {@code P2Y6M}. */
final class AgeConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        try {
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
            Duration age = Duration.between(now.minus(Period.parse(text)), now);
            if (age.isNegative()) {
                throw new TypeConversionException("\"" + text + "\" lies in the future");
            }
            return age;
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no age: write years, months and days, such as P2Y or P1Y6M or P90D");
        }
    }
}
