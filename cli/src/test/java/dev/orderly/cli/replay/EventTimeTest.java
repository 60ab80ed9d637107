package dev.orderly.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTimeTest {

    private static final long YEAR_0 = -62_167_219_200L;
    private static final long LAST_SECOND_OF_9999 = 253_402_300_799L;

    @Property
    void every_second_is_read_as_the_platform_reads_it(
            @ForAll @LongRange(min = YEAR_0, max = LAST_SECOND_OF_9999) long second) {
        Instant time = Instant.ofEpochSecond(second);

        assertThat(EventTime.parse(time.toString())).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-31T10:15:30Z,2026-05-31T10:15:30Z",
        "2024-02-29T23:59:59Z,2024-02-29T23:59:59Z",
        "2026-05-31T12:15:30+02:00,2026-05-31T10:15:30Z",
        "2026-05-31T12:15:30+0200,2026-05-31T10:15:30Z",
        "2026-05-31T12:15:30+02,2026-05-31T10:15:30Z",
        "2026-05-31t10:15:30z,2026-05-31T10:15:30Z",
        "2026-05-31T10:15Z,2026-05-31T10:15:00Z",
        "2026-05-31T10:15:30.123456789Z,2026-05-31T10:15:30.123456789Z",
        "2026-05-31T10:15:30-00:30,2026-05-31T10:45:30Z"
    })
    void iso_8601_allows_many_forms(String text, Instant time) {
        assertThat(EventTime.parse(text)).isEqualTo(time);
    }
}
