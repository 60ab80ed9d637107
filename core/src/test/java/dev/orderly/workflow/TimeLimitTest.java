package dev.orderly.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLimitTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final WorkCalendar CALENDAR =
            new WorkCalendar(WARSAW, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(LocalDate.of(2026, 12, 25)));

    /** An order that entered its status, and was paid, at a time in Warsaw. */
    private record Order(String local, Map<String, Object> fields) implements OrderFacts {
        @Override
        public String number() {
            return "A-1";
        }

        @Override
        public Instant since() {
            return at(local);
        }

        @Override
        public @Nullable Object field(String name) {
            return fields.get(name);
        }

        @Override
        public @Nullable Instant timeOf(String event) {
            return event.equals("pay") ? since() : null;
        }
    }

    private static Instant at(String local) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(local), WARSAW).toInstant();
    }

    private static String end(TimeLimit limit, String start, Map<String, Object> fields) {
        return limit.end(new Order(start, fields), CALENDAR)
                .map(instant -> instant.atZone(WARSAW).toLocalDateTime().toString())
                .orElse("never");
    }

    private static String end(String span, String start) {
        return end(TimeLimit.after(span), start, Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "P1D, 2026-03-28T12:00, 2026-03-29T12:00",
        "PT24H, 2026-03-28T12:00, 2026-03-29T13:00",
        "P1D, 2026-10-24T12:00, 2026-10-25T12:00",
        "PT24H, 2026-10-24T12:00, 2026-10-25T11:00",
        "P1D, 2026-03-28T02:30, 2026-03-29T03:30",
    })
    void a_day_keeps_the_local_time_when_clocks_change_and_hours_do_not(String span, String start, String end) {
        assertThat(end(span, start)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-12-21T10:00, 2026-12-22T10:00",
        "1, 2026-12-24T10:00, 2026-12-28T10:00",
        "5, 2026-12-21T10:00, 2026-12-29T10:00",
        "1, 2026-12-26T10:00, 2026-12-28T10:00",
        "0, 2026-12-26T10:00, 2026-12-26T10:00",
    })
    void business_days_pass_over_weekends_and_holidays(int days, String start, String end) {
        assertThat(end(days + " business days", start)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-11T19:59:59, 2026-05-12T23:59:59.999999999",
        "2026-05-11T20:00, 2026-05-12T23:59:59.999999999",
        "2026-05-11T20:00:00.000000001, 2026-05-13T23:59:59.999999999",
    })
    void a_start_after_the_cut_off_counts_from_the_next_day(String start, String end) {
        assertThat(end(TimeLimit.after("P1D").cutOff(LocalTime.of(20, 0)), start, Map.of()))
                .isEqualTo(end);
    }

    @Test
    void a_cut_off_and_business_days_go_together() {
        TimeLimit limit = TimeLimit.after("1 business day").cutOff(LocalTime.of(20, 0));
        assertThat(end(limit, "2026-05-15T21:00", Map.of())).isEqualTo("2026-05-18T23:59:59.999999999");
    }

    @Test
    void a_start_that_is_a_date_ends_with_the_last_day() {
        TimeLimit limit = TimeLimit.after("P14D", "pay").datedBy("delivered-on");
        assertThat(end(limit, "2026-05-20T10:00", Map.of("delivered-on", LocalDate.of(2026, 5, 1))))
                .isEqualTo("2026-05-15T23:59:59.999999999");
    }

    @Test
    void a_start_that_is_an_instant_takes_the_place_of_the_events() {
        TimeLimit limit = TimeLimit.after("P14D", "pay").datedBy("delivered-at");
        assertThat(end(limit, "2026-05-20T10:00", Map.of("delivered-at", at("2026-05-01T08:00"))))
                .isEqualTo("2026-05-15T08:00");
    }

    @Test
    void without_the_date_the_event_counts() {
        TimeLimit limit = TimeLimit.after("P14D", "pay").datedBy("delivered-on");
        assertThat(end(limit, "2026-05-20T10:00", Map.of())).isEqualTo("2026-06-03T10:00");
    }

    @Test
    void an_event_that_has_not_happened_sets_no_limit() {
        assertThat(end(TimeLimit.after("P1D", "ship"), "2026-05-20T10:00", Map.of()))
                .isEqualTo("never");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2026-05-23T10:00",
        "2.9, 2026-05-22T10:00",
        "0, 2026-05-20T10:00",
        "-5, 2026-05-20T10:00",
        "4294967297, 2126-05-21T10:00",
    })
    void a_field_says_the_days(BigDecimal days, String end) {
        assertThat(end(TimeLimit.after("days in n"), "2026-05-20T10:00", Map.of("n", days)))
                .isEqualTo(end);
    }

    @Test
    void a_field_may_say_business_days() {
        assertThat(end(TimeLimit.after("business days in n"), "2026-05-22T10:00", Map.of("n", BigDecimal.ONE)))
                .isEqualTo("2026-05-25T10:00");
    }

    @Test
    void a_field_without_a_value_sets_no_limit() {
        assertThat(end(TimeLimit.after("days in n"), "2026-05-20T10:00", Map.of()))
                .isEqualTo("never");
    }

    private static TimeLimit before(String span, TimeLimit deadline) {
        return Objects.requireNonNull(Workflow.builder("counter")
                .status("open", status -> status.due(TimeLimit.before(span, "expire")))
                .status("closed", status -> {})
                .transition("expire", t -> t.from("open").to("closed").after(deadline))
                .build()
                .statuses()
                .get(0)
                .due());
    }

    @ParameterizedTest
    @CsvSource({
        "P3D, P7D, 2026-03-24T12:00, 2026-03-28T12:00",
        "PT24H, P7D, 2026-03-22T12:00, 2026-03-28T11:00",
        "P1D, P7D, 2026-03-22T12:00, 2026-03-28T12:00",
        "P1DT2H, P7D, 2026-03-22T12:00, 2026-03-28T10:00",
        "2 business days, P7D, 2026-12-22T10:00, 2026-12-24T10:00",
        "1 business day, P5D, 2026-12-22T10:00, 2026-12-24T10:00",
    })
    void a_time_before_a_deadline_counts_back_from_it(String span, String deadline, String start, String end) {
        assertThat(end(before(span, TimeLimit.after(deadline)), start, Map.of()))
                .isEqualTo(end);
    }

    @Test
    void a_time_before_a_deadline_moves_with_what_the_deadline_counts_from() {
        TimeLimit paid =
                before("P1D", TimeLimit.after("P7D", "pay").datedBy("paid-on").cutOff(LocalTime.of(20, 0)));
        assertThat(end(paid, "2026-05-01T12:00", Map.of())).isEqualTo("2026-05-07T23:59:59.999999999");
        assertThat(end(paid, "2026-05-01T12:00", Map.of("paid-on", LocalDate.of(2026, 5, 11))))
                .isEqualTo("2026-05-17T23:59:59.999999999");
        assertThat(paid.fields()).containsExactly("paid-on");
        assertThat(paid.awaitedEvent()).isEqualTo("pay");
        assertThat(end(before("P1D", TimeLimit.after("P7D", "ship")), "2026-05-01T12:00", Map.of()))
                .isEqualTo("never");
    }

    @Test
    void days_in_fields_count_on_both_sides_of_a_time_before_a_deadline() {
        TimeLimit limit = before("days in lead", TimeLimit.after("days in wait"));
        Map<String, Object> both = Map.of("lead", new BigDecimal(2), "wait", new BigDecimal(10));
        assertThat(end(limit, "2026-05-01T12:00", both)).isEqualTo("2026-05-09T12:00");
        assertThat(end(limit, "2026-05-01T12:00", Map.of("wait", new BigDecimal(10))))
                .isEqualTo("never");
        assertThat(end(limit, "2026-05-01T12:00", Map.of("lead", new BigDecimal(2))))
                .isEqualTo("never");
        assertThat(limit.countedFields()).containsExactly("lead", "wait");
    }

    @Test
    void a_time_before_a_deadline_is_never_before_its_workflow_says_when_that_is() {
        assertThat(end(TimeLimit.before("P1D", "expire"), "2026-05-01T12:00", Map.of()))
                .isEqualTo("never");
    }

    @Test
    void a_time_before_a_deadline_has_no_start_of_its_own() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeLimit.before("P1D", "expire").datedBy("paid-on"))
                .withMessage(
                        "a time before the deadline of expire counts back from that: it cannot have an event, a date or a"
                                + " cut-off of its own");
    }
}
