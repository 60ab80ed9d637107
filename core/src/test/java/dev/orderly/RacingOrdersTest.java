package dev.orderly;

import static dev.orderly.OrdersFixture.STAFF;
import static dev.orderly.OrdersFixture.place;
import static dev.orderly.OrdersFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decision;
import dev.orderly.order.Evolution;
import dev.orderly.order.History;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.Change;
import dev.orderly.store.ConflictException;
import dev.orderly.store.InMemoryOrderStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RacingOrdersTest {

    private static final int THREADS = 8;
    private static final int ROUNDS = 50;
    private static final List<String> EVENTS = List.of("hold", "resume", "remark");

    private final Orders orders = Orders.builder(new InMemoryOrderStore())
            .workflow(OrdersFixture.WORKFLOW)
            .attempts(THREADS * ROUNDS)
            .build();

    /** Every thread fires one event after another at the same order; gives all acceptances. */
    private List<TransitionEntry> hammer() {
        try (CapturedLog quiet = new CapturedLog()) {
            orders.place("A-1", place());
            List<List<TransitionEntry>> accepted = ConcurrentRun.of(THREADS, thread -> {
                List<TransitionEntry> own = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    Decision decision = orders.fire("A-1", staff(EVENTS.get((thread + round) % EVENTS.size())));
                    if (decision instanceof Accepted yes) {
                        own.add(yes.entry());
                    }
                }
                return own;
            });
            assertThat(quiet.text()).doesNotContain("ERROR");
            return accepted.stream().flatMap(List::stream).toList();
        }
    }

    private History history() {
        return orders.history("A-1").orElseThrow();
    }

    @Test
    void each_acceptance_of_racing_threads_is_in_the_history_exactly_once() {
        List<TransitionEntry> accepted = hammer();

        List<TransitionEntry> written = history().transitions();
        assertThat(written.subList(1, written.size()))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(accepted);
    }

    @Test
    void the_history_of_racing_threads_is_a_legal_path() {
        hammer();

        Set<String> legal = new HashSet<>();
        OrdersFixture.WORKFLOW
                .transitions()
                .forEach(t -> (t.isInitial() ? Stream.of("start") : t.from().stream())
                        .forEach(from -> legal.add(from + " " + t.event() + " " + t.target(from))));
        String status = "start";
        for (TransitionEntry entry : history().transitions()) {
            assertThat(legal).contains(status + " " + entry.event() + " " + entry.to());
            status = entry.to();
        }
    }

    @Test
    void the_history_of_racing_threads_verifies_and_replays_to_the_order() {
        hammer();

        assertThat(history().verify()).isEmpty();
        assertThat(history().replay((name, version) -> new Evolution(OrdersFixture.WORKFLOW)))
                .isEqualTo(orders.find("A-1").orElseThrow());
    }

    /** A store in which somebody else is always, or a number of times, faster. */
    private static class Busy extends ForwardingStore {

        private final AtomicInteger tries = new AtomicInteger();
        private final int conflicts;

        Busy(int conflicts) {
            this.conflicts = conflicts;
        }

        @Override
        public void append(Change change) {
            if (tries.incrementAndGet() <= conflicts) {
                throw new ConflictException("somebody else was faster");
            }
            super.append(change);
        }
    }

    @Test
    void who_is_always_overtaken_gives_up_after_the_given_number_of_attempts() {
        Busy store = new Busy(Integer.MAX_VALUE);
        Orders unlucky = Orders.builder(store)
                .workflow(OrdersFixture.WORKFLOW)
                .attempts(3)
                .build();

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> unlucky.place("A-1", place()))
                .withMessage("somebody else was faster");
        assertThat(store.tries).hasValue(3);
    }

    @Test
    void who_is_overtaken_a_few_times_decides_anew_until_it_is_written() {
        Busy store = new Busy(9);
        Orders patient = Orders.builder(store).workflow(OrdersFixture.WORKFLOW).build();

        assertThat(patient.place("A-1", place()).isAccepted()).isTrue();
        assertThat(store.tries).hasValue(10);
    }

    @Test
    void a_comment_that_is_always_overtaken_gives_up_as_well() {
        Busy store = new Busy(0) {
            @Override
            public void append(Change change) {
                if (change.after().sequence() > 1) {
                    throw new ConflictException("somebody else was faster");
                }
                super.append(change);
            }
        };
        Orders unlucky = Orders.builder(store).workflow(OrdersFixture.WORKFLOW).build();
        unlucky.place("A-1", place());

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> unlucky.comment("A-1", CommentRequest.of(STAFF, "hello")));
    }

    @Test
    void a_request_that_lost_is_decided_anew_on_what_the_winner_left() {
        ForwardingStore store = new ForwardingStore() {
            private boolean overtaken;

            @Override
            public void append(Change change) {
                boolean first = change.entry().activity() instanceof TransitionEntry entry
                        && entry.event().equals("hold")
                        && !overtaken;
                if (first) {
                    overtaken = true;
                    Orders.builder(this)
                            .workflow(OrdersFixture.WORKFLOW)
                            .build()
                            .fire("A-1", staff("send"));
                }
                super.append(change);
            }
        };
        Orders slow = Orders.builder(store).workflow(OrdersFixture.WORKFLOW).build();
        slow.place("A-1", place());

        assertThat(OrdersFixture.rejected(slow.fire("A-1", staff("hold"))).code())
                .isEqualTo("not-in-status");
        assertThat(slow.find("A-1").orElseThrow().status()).isEqualTo("sent");
    }
}
