package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.CUSTOMER;
import static dev.orderly.testkit.store.OrderScript.STAFF;
import static dev.orderly.testkit.store.OrderScript.START;
import static dev.orderly.testkit.store.OrderScript.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.decision.Reason;
import dev.orderly.decision.Request;
import dev.orderly.order.Order;
import dev.orderly.store.Answer;
import dev.orderly.store.Change;
import dev.orderly.store.ConflictException;
import dev.orderly.store.OrderLookup;
import dev.orderly.store.OrderQuery;
import dev.orderly.testkit.internal.concurrent.ConcurrentRun;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of a store about request ids: the first answer under an id of an order stands. */
public abstract class RequestIdContract extends StoreFixture {

    private final OrderScript script = OrderScript.of("A-1");

    private Answer refusal(String id) {
        Reason reason = Reason.of("credit-limit", "pl", "Limit {limit} jest przekroczony.")
                .withSentence("en", "The limit of {limit} is exceeded.")
                .with("limit", "100 PLN")
                .with("fields", List.of("a", "b"));
        return new Answer(id, "fingerprint of " + id, 0, List.of(reason));
    }

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
    void a_refusal_is_found_as_it_was_remembered() {
        store.remember("A-1", refusal("request-1"));

        assertThat(store.answer("A-1", "request-1")).contains(refusal("request-1"));
    }

    @Test
    void an_order_and_an_answer_are_found_together_or_each_without_the_other() {
        Order placed =
                write(script.place(Request.of("place", CUSTOMER).withTime(START).withId("request-1")));
        store.remember("A-2", refusal("request-1"));

        assertThat(store.find("A-1", "request-1"))
                .isEqualTo(new OrderLookup(store.find("A-1"), Optional.of(answer("request-1", 1))));
        assertThat(store.find("A-1", "request-1").order().orElseThrow().order()).isEqualTo(placed);
        assertThat(store.find("A-1", "request-2")).isEqualTo(new OrderLookup(store.find("A-1"), Optional.empty()));
        assertThat(store.find("A-2", "request-1"))
                .isEqualTo(new OrderLookup(Optional.empty(), Optional.of(refusal("request-1"))));
        assertThat(store.find("A-2", "request-2")).isEqualTo(new OrderLookup(Optional.empty(), Optional.empty()));
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
    void an_order_that_is_found_with_an_answer_has_the_entry_that_the_answer_names() {
        write(script.place(START));
        int steps = 50;
        List<Change> changes = IntStream.range(0, steps)
                .mapToObj(i -> script.fire(Request.of("remark", STAFF)
                        .with("note", "note " + i)
                        .withId("request-" + i)
                        .withTime(START)))
                .toList();

        List<Boolean> sound = ConcurrentRun.of(2, thread -> {
            if (thread == 0) {
                changes.forEach(store::append);
                return true;
            }
            for (int i = 0; i < steps; i++) {
                OrderLookup lookup = store.find("A-1", "request-" + i);
                while (lookup.answer().isEmpty()) {
                    lookup = store.find("A-1", "request-" + i);
                }
                if (lookup.order().orElseThrow().order().sequence()
                        < lookup.answer().orElseThrow().sequence()) {
                    return false;
                }
            }
            return true;
        });

        assertThat(sound).containsOnly(true);
    }

    @Test
    void a_refusal_about_an_order_that_is_not_there_does_not_make_it_be_there() {
        store.remember("A-1", refusal("request-1"));

        assertThat(store.find("A-1")).isEmpty();
        assertThat(store.list(OrderQuery.all()).orders()).isEmpty();
    }

    @Test
    void the_first_refusal_stands() {
        Answer other =
                new Answer("request-1", "another", 0, refusal("request-1").reasons());

        assertThat(store.remember("A-1", refusal("request-1"))).isEqualTo(refusal("request-1"));
        assertThat(store.remember("A-1", other)).isEqualTo(refusal("request-1"));
        assertThat(store.answer("A-1", "request-1")).contains(refusal("request-1"));
    }

    @Test
    void a_step_that_is_written_stands_against_a_refusal() {
        write(script.place(Request.of("place", CUSTOMER).withTime(START).withId("request-1")));

        assertThat(store.remember("A-1", refusal("request-1"))).isEqualTo(answer("request-1", 1));
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
    void a_step_under_the_id_of_a_refusal_is_a_conflict_and_is_not_written() {
        store.remember("A-1", refusal("request-1"));
        Change place =
                script.place(Request.of("place", CUSTOMER).withTime(START).withId("request-1"));

        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> store.append(place));
        assertThat(store.find("A-1")).isEmpty();
    }

    @Test
    void the_same_id_about_another_order_is_another_request() {
        store.remember("A-2", refusal("request-1"));
        write(script.place(Request.of("place", CUSTOMER).withTime(START).withId("request-1")));

        assertThat(store.answer("A-1", "request-1")).contains(answer("request-1", 1));
        assertThat(store.answer("A-2", "request-1")).contains(refusal("request-1"));
    }

    @Test
    void of_a_step_and_refusals_under_one_id_at_the_same_time_one_stands_for_all() {
        write(script.place(START));
        for (int round = 0; round < 20; round++) {
            String id = "request-" + round;
            OrderScript attempt = script.fork();
            Change step = attempt.fire(
                    Request.of("remark", STAFF).with("note", id).withId(id).withTime(START));

            List<Optional<Answer>> stood = ConcurrentRun.of(THREADS, i -> {
                if (i == 0) {
                    return wins(step) ? Optional.ofNullable(step.answer()) : Optional.empty();
                }
                return Optional.of(store.remember("A-1", refusal(id)));
            });

            Answer standing = store.answer("A-1", id).orElseThrow();
            assertThat(stood.subList(1, THREADS)).containsOnly(Optional.of(standing));
            boolean written = found("A-1").sequence() == step.after().sequence();
            assertThat(stood.get(0).isPresent()).isEqualTo(written);
            assertThat(standing.sequence() > 0).isEqualTo(written);
            if (written) {
                script.fire(
                        Request.of("remark", STAFF).with("note", id).withId(id).withTime(START));
            }
        }
    }
}
