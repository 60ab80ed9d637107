package dev.orderly.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.order.OrderState;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitBeyondTimeTest {

    @ParameterizedTest
    @ValueSource(strings = {"P14D", "PT36H", "P3M", "2 business days"})
    void a_limit_that_would_end_after_the_last_day_never_comes(String span) {
        OrderState order = OrderState.of("1", "complete", Instant.EPOCH).with("delivered-on", LocalDate.MAX);
        OrderState late = OrderState.of("1", "complete", Instant.MAX);

        assertThat(TimeLimit.after(span).datedBy("delivered-on").end(order, WorkCalendar.UTC))
                .isEmpty();
        assertThat(TimeLimit.after(span).end(late, WorkCalendar.UTC)).isEmpty();
    }
}
