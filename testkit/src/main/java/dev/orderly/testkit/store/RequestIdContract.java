package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.ANSWERED;
import static dev.orderly.testkit.store.OrderScript.CUSTOMER;
import static dev.orderly.testkit.store.OrderScript.STAFF;
import static dev.orderly.testkit.store.OrderScript.START;
import static dev.orderly.testkit.store.OrderScript.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.decision.Request;
import dev.orderly.order.Order;
import dev.orderly.store.Change;
import dev.orderly.store.ConflictException;
import dev.orderly.store.OrderLookup;
import dev.orderly.testkit.internal.concurrent.ConcurrentRun;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of a store about request ids: of the steps under one id of an order, one is written. */
public abstract class RequestIdContract extends StoreFixture {

    private final OrderScript script = OrderScript.of("A-1");

    @Test
    void a_request_that_was_not_answered_has_no_answer() {
        assertThat(store.answer("A-1", "request-1")).isEmpty();
    }

    @Test
    void the_answer_of_a_step_is_found_as_it_was_written() {
        write(script.place(Request.of("place", CUSTOMER).withTime(START).withId("request-1")));

        assertThat(store.answer("A-1", "request-1")).contains(answer("request-1", 1));
    }

    @Test
    void an_order_is_found_with_its_answer_or_without_one() {
        Order placed =
                write(script.place(Request.of("place", CUSTOMER).withTime(START).withId("request-1")));

        assertThat(store.find("A-1", "request-1"))
                .isEqualTo(new OrderLookup(store.find("A-1"), Optional.of(answer("request-1", 1))));
        assertThat(store.find("A-1", "request-1").order().orElseThrow().order()).isEqualTo(placed);
        assertThat(store.find("A-1", "request-2")).isEqualTo(new OrderLookup(store.find("A-1"), Optional.empty()));
        assertThat(store.find("A-2", "request-1")).isEqualTo(new OrderLookup(Optional.empty(), Optional.empty()));
    }

    @Test
    void an_order_and_an_answer_are_found_by_the_whole_of_their_names() {
        write(script.place(Request.of("place", CUSTOMER).withTime(START).withId("request-1")));

        for (String other : List.of("a-1", "A-1 ", " A-1", "A-", "%", "")) {
            assertThat(store.find(other, "request-1")).isEqualTo(new OrderLookup(Optional.empty(), Optional.empty()));
        }
        for (String other : List.of("REQUEST-1", "request-1 ", " request-1", "request-", "%", "")) {
            assertThat(store.find("A-1", other).answer()).isEmpty();
        }
    }

    @Test
    void an_order_and_an_answer_are_found_as_they_were_at_one_moment() {
        write(script.place(START));
        int steps = 100;
        List<Change> changes = IntStream.range(0, steps)
                .mapToObj(i -> script.fire(Request.of("remark", STAFF)
                        .with("note", "note " + i)
                        .withId("request-" + i)
                        .withTime(START)))
                .toList();

        List<Boolean> sound = ConcurrentRun.of(3, thread -> {
            if (thread == 0) {
                changes.forEach(store::append);
                return true;
            }
            return changes.stream().allMatch(this::isFoundWhole);
        });

        assertThat(sound).containsOnly(true);
    }

    /** Whether a step and its answer are found both or neither, until both are. */
    private boolean isFoundWhole(Change step) {
        String id = Objects.requireNonNull(step.entry().activity().requestId());
        while (true) {
            OrderLookup lookup = store.find("A-1", id);
            boolean isThere = lookup.order().orElseThrow().order().sequence()
                    >= step.entry().activity().sequence();
            if (isThere != lookup.answer().isPresent()) {
                return false;
            }
            if (isThere) {
                return true;
            }
        }
    }

    @Test
    void a_step_under_the_id_of_an_earlier_step_is_a_conflict_and_is_not_written() {
        Order placed =
                write(script.place(Request.of("place", CUSTOMER).withTime(START).withId("request-1")));
        Change again = script.fire(Request.of("remark", STAFF)
                .with("note", "again")
                .withId("request-1")
                .withTime(hours(1)));

        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> store.append(again));
        assertThat(found("A-1")).isEqualTo(placed);
        assertThat(history("A-1").entries()).hasSize(1);
    }

    @Test
    void the_same_id_about_another_order_is_another_request() {
        write(script.place(Request.of("place", CUSTOMER).withTime(START).withId("request-1")));
        write(OrderScript.of("A-2")
                .place(Request.of("place", CUSTOMER).withTime(START).withId("request-1")));

        assertThat(store.answer("A-1", "request-1")).contains(answer("request-1", 1));
        assertThat(store.answer("A-2", "request-1")).contains(answer("request-1", 1));
    }

    @Test
    void of_steps_under_one_id_at_the_same_time_one_is_written() {
        write(script.place(START));
        for (int round = 0; round < 20; round++) {
            Request request = Request.of("remark", STAFF)
                    .with("note", "round " + round)
                    .withId("request-" + round)
                    .withTime(START);

            List<Boolean> won =
                    ConcurrentRun.of(THREADS, i -> wins(script.fork().fire(request)));

            assertThat(won).containsOnlyOnce(true);
            script.fire(request);
        }
    }

    @Test
    void answers_given_before_a_time_are_forgotten_and_their_steps_stay() {
        Order placed =
                write(script.place(Request.of("place", CUSTOMER).withTime(START).withId("request-1")));

        assertThat(store.forgetAnswers(ANSWERED, 10)).isZero();
        assertThat(store.answer("A-1", "request-1")).isPresent();
        assertThat(store.forgetAnswers(ANSWERED.plusNanos(1000), 10)).isEqualTo(1);

        assertThat(store.answer("A-1", "request-1")).isEmpty();
        assertThat(found("A-1")).isEqualTo(placed);
        assertThat(store.forgetAnswers(ANSWERED.plusNanos(1000), 10)).isZero();
    }

    @Test
    void no_more_answers_are_forgotten_at_a_time_than_asked_for() {
        for (int i = 0; i < 5; i++) {
            write(OrderScript.of("A-" + i)
                    .place(Request.of("place", CUSTOMER).withTime(START).withId("request-1")));
        }
        Instant later = ANSWERED.plusSeconds(1);

        assertThat(store.forgetAnswers(later, 3)).isEqualTo(3);
        assertThat(store.forgetAnswers(later, 3)).isEqualTo(2);
    }

    @Test
    void an_id_whose_answer_is_forgotten_can_be_used_again() {
        write(script.place(Request.of("place", CUSTOMER).withTime(START).withId("request-1")));
        store.forgetAnswers(ANSWERED.plusSeconds(1), 10);

        write(script.fire(Request.of("remark", STAFF)
                .with("note", "again")
                .withId("request-1")
                .withTime(hours(1))));

        assertThat(store.answer("A-1", "request-1")).contains(answer("request-1", 2));
    }
}
