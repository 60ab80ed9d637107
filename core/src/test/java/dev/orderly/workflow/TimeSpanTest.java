package dev.orderly.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Period;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {

    @Provide
    Arbitrary<TimeSpan> spans() {
        return WorkflowArbitraries.spans();
    }

    @Property(tries = 300)
    void a_span_reads_back_from_its_written_form(@ForAll("spans") TimeSpan span) {
        assertThat(TimeSpan.parse(span.toString())).isEqualTo(span);
    }

    @Test
    void days_and_hours_are_kept_apart() {
        assertThat(TimeSpan.parse("P1DT12H")).isEqualTo(new TimeSpan.Calendar(Period.ofDays(1), Duration.ofHours(12)));
        assertThat(TimeSpan.parse("P1D")).isNotEqualTo(TimeSpan.parse("PT24H"));
    }

    @Test
    void a_week_is_seven_days() {
        assertThat(TimeSpan.parse("P2W")).isEqualTo(TimeSpan.parse("P14D"));
    }

    @Test
    void business_days_may_be_one() {
        assertThat(TimeSpan.parse("1 business day")).isEqualTo(new TimeSpan.BusinessDays(1));
        assertThat(TimeSpan.parse("7 business days")).isEqualTo(new TimeSpan.BusinessDays(7));
    }

    @Test
    void days_may_stand_in_a_field() {
        assertThat(TimeSpan.parse("days in preparation days"))
                .isEqualTo(new TimeSpan.DaysIn("preparation days", false));
        assertThat(TimeSpan.parse("business days in n")).isEqualTo(new TimeSpan.DaysIn("n", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "p1d",
                "P1H",
                "1D",
                "-P1D",
                "P-1D",
                "PT-5M",
                "P+1D",
                "3 days",
                "days in ",
                "-1 business days"
            })
    void what_is_no_length_of_time_is_refused_with_examples(String text) {
        assertThatThrownBy(() -> TimeSpan.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + text + "\" is no length of time: write P14D for 14 days, PT36H for 36 hours, "
                        + "\"7 business days\" or \"days in FIELD\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P999999999Y", "P99999999999999Y", "P36526D", "PT99999999999H", "36526 business days"})
    void a_span_is_at_most_a_hundred_years(String text) {
        assertThatThrownBy(() -> TimeSpan.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a length of time cannot be more than a hundred years");
    }

    @Test
    void a_span_built_in_code_cannot_be_negative() {
        assertThatThrownBy(() -> new TimeSpan.Calendar(Period.ofDays(-1), Duration.ZERO))
                .hasMessage("a length of time cannot be negative");
        assertThatThrownBy(() -> new TimeSpan.BusinessDays(-1)).hasMessage("a length of time cannot be negative");
    }
}
