package dev.orderly.order;

import static dev.orderly.order.Activities.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusTrailTest {

    private static final StatusTrail TRAIL = StatusTrail.start("place", "open", at(0))
            .then("note", "open", at(1))
            .then("send", "sent", at(4))
            .then("return", "open", at(10))
            .then("send", "sent", at(12));

    @Test
    void a_stay_lasts_until_another_status_is_reached() {
        assertThat(TRAIL.stays())
                .containsExactly(
                        new StatusTrail.Stay("open", at(0), at(4)),
                        new StatusTrail.Stay("sent", at(4), at(10)),
                        new StatusTrail.Stay("open", at(10), at(12)),
                        new StatusTrail.Stay("sent", at(12), null));
    }

    @Test
    void before_the_first_step_there_is_no_status() {
        assertThat(TRAIL.statusAt(at(0).minusNanos(1))).isEmpty();
    }

    @Test
    void a_status_holds_from_its_very_instant() {
        assertThat(TRAIL.statusAt(at(4))).contains("sent");
    }

    @Test
    void a_status_holds_until_just_before_the_next() {
        assertThat(TRAIL.statusAt(at(4).minusNanos(1))).contains("open");
    }

    @Test
    void the_last_status_holds_on() {
        assertThat(TRAIL.statusAt(at(9999))).contains("sent");
    }

    @Test
    void of_steps_at_one_time_the_last_counts() {
        StatusTrail trail = StatusTrail.start("place", "open", at(0)).then("send", "sent", at(0));

        assertThat(trail.statusAt(at(0))).contains("sent");
    }

    @Test
    void the_stays_in_one_status_are_added_up() {
        assertThat(TRAIL.timeInStatus(at(20)))
                .containsExactly(Map.entry("open", Duration.ofHours(6)), Map.entry("sent", Duration.ofHours(14)));
    }

    @Test
    void the_time_of_an_event_is_that_of_its_last_time() {
        assertThat(TRAIL.timeOf("send")).isEqualTo(at(12));
        assertThat(TRAIL.timeOf("sing")).isNull();
    }

    @Test
    void the_steps_are_told_earliest_first() {
        assertThat(TRAIL.steps())
                .extracting(StatusTrail::event)
                .isEqualTo(List.of("place", "note", "send", "return", "send"));
    }

    @Test
    void trails_of_the_same_steps_are_equal() {
        StatusTrail same = StatusTrail.start("place", "open", at(0)).then("send", "sent", at(1));
        StatusTrail other = StatusTrail.start("place", "open", at(0)).then("send", "sent", at(1));

        assertThat(same).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @Test
    void a_longer_trail_is_another() {
        StatusTrail trail = StatusTrail.start("send", "sent", at(1));

        assertThat(trail).isNotEqualTo(StatusTrail.start("place", "open", at(0)).then("send", "sent", at(1)));
        assertThat(StatusTrail.start("place", "open", at(0)).then("send", "sent", at(1)))
                .isNotEqualTo(trail);
    }

    @Test
    void trails_that_differ_in_an_early_step_are_others() {
        StatusTrail a = StatusTrail.start("place", "open", at(0)).then("send", "sent", at(1));

        assertThat(a).isNotEqualTo(StatusTrail.start("import", "open", at(0)).then("send", "sent", at(1)));
        assertThat(a).isNotEqualTo(StatusTrail.start("place", "new", at(0)).then("send", "sent", at(1)));
        assertThat(a).isNotEqualTo(StatusTrail.start("place", "open", at(-1)).then("send", "sent", at(1)));
    }

    @Test
    void a_trail_of_a_hundred_thousand_steps_is_compared_without_overflowing_the_stack() {
        assertThat(longTrail()).isEqualTo(longTrail());
    }

    @Test
    void a_step_leaves_the_trail_before_it_as_it_was() {
        StatusTrail before = StatusTrail.start("place", "open", at(0));
        StatusTrail after = before.then("send", "sent", at(1));

        assertThat(after.status()).isEqualTo("sent");
        assertThat(before.status()).isEqualTo("open");
    }

    private static StatusTrail longTrail() {
        StatusTrail trail = StatusTrail.start("place", "open", at(0));
        for (int i = 0; i < 100_000; i++) {
            trail = trail.then("note", "open", at(i));
        }
        return trail;
    }
}
