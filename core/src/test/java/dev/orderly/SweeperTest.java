package dev.orderly;

import static dev.orderly.OrdersFixture.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.DeadlineClaim;
import dev.orderly.store.DeadlineQuery;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SweeperTest {

    private static final Duration SOON = Duration.ofMillis(10);

    private final CountDownLatch expired = new CountDownLatch(1);
    private final AtomicInteger failures = new AtomicInteger();

    /** Its first look for deadlines fails. */
    private final ForwardingStore store = new ForwardingStore() {
        @Override
        public DeadlineClaim claimDeadlines(DeadlineQuery query) {
            if (failures.getAndIncrement() == 0) {
                throw new IllegalStateException("the database is away");
            }
            return super.claimDeadlines(query);
        }
    };

    private final Orders orders = Orders.builder(store)
            .workflow(Workflow.builder("kiosk")
                    .status("open", s -> s.label("en", "Open"))
                    .status("expired", s -> s.label("en", "Expired").done())
                    .transition("place", t -> t.to("open").by("customer"))
                    .transition("expire", t -> t.from("open").to("expired").after(TimeLimit.after("PT0.001S")))
                    .build())
            .listener((order, entry) -> {
                if (entry instanceof TransitionEntry step && step.event().equals("expire")) {
                    expired.countDown();
                }
            })
            .build();

    private void place() {
        accepted(orders.place("A-1", Request.of("place", Actor.customer())));
    }

    @Test
    void it_fires_what_is_due_on_a_thread_of_its_own_and_goes_on_after_a_failure() throws InterruptedException {
        place();

        try (Sweeper sweeper = Sweeper.builder(orders).interval(SOON).build()) {
            sweeper.start();

            assertThat(expired.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(sweeper.isRunning()).isTrue();
        }
        assertThat(failures.get()).isGreaterThan(1);
        assertThat(orders.find("A-1").orElseThrow().status()).isEqualTo("expired");
    }

    @Test
    void it_fires_on_the_scheduler_of_the_application_and_leaves_it_running() throws InterruptedException {
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        try {
            place();
            Sweeper sweeper =
                    Sweeper.builder(orders).interval(SOON).scheduler(scheduler).build();
            sweeper.start();

            assertThat(expired.await(1, TimeUnit.MINUTES)).isTrue();
            sweeper.close();
            assertThat(sweeper.isRunning()).isFalse();
            assertThat(scheduler.isShutdown()).isFalse();
        } finally {
            scheduler.shutdownNow();
        }
    }

    @Test
    void it_does_nothing_until_it_is_started_and_can_begin_again() {
        Sweeper sweeper = Sweeper.builder(orders).build();
        assertThat(sweeper.isRunning()).isFalse();

        sweeper.start();
        sweeper.close();
        sweeper.close();
        sweeper.start();

        assertThat(sweeper.isRunning()).isTrue();
        sweeper.close();
    }

    @Test
    void an_interval_is_more_than_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sweeper.builder(orders).interval(Duration.ZERO))
                .withMessage("interval must be more than 0, but is PT0S");
    }
}
