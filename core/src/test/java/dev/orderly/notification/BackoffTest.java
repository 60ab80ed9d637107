package dev.orderly.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Property
    void a_wait_is_between_half_and_whole_of_what_doubles_up_to_the_longest(
            @ForAll @IntRange(min = 1, max = 2_000_000) int failures, @ForAll long seed) {
        double doubled = (double) FIRST.toNanos() * Math.pow(2, failures - 1);
        long whole = (long) Math.min(doubled, (double) LONGEST.toNanos());

        Duration wait = new Backoff(FIRST, LONGEST, new Random(seed)).after(failures);

        assertThat(wait.toNanos()).isBetween(whole / 2, whole);
    }

    @Test
    void the_default_takes_five_days_at_least_to_give_up() {
        RandomGenerator always = new RandomGenerator() {
            @Override
            public long nextLong() {
                return Long.MAX_VALUE;
            }

            @Override
            public long nextLong(long bound) {
                return bound - 1;
            }
        };
        Backoff shortest = new Backoff(FIRST, LONGEST, always);
        Duration whole = Duration.ZERO;
        for (int i = 1; i < 1000; i++) {
            whole = whole.plus(shortest.after(i));
        }

        assertThat(whole).isGreaterThan(Duration.ofDays(5));
    }
}
