package dev.orderly.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.CapturedLog;
import dev.orderly.ForwardingStore;
import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.store.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads of a dispatcher; every wait here ends with what it waits for, or fails the test after a minute. */
@Timeout(60)
class DispatcherThreadsTest {

    private static final Duration NEVER = Duration.ofDays(1);

    private final OutboxFixture fixture = new OutboxFixture();
    private final BlockingQueue<Notification> taken = new LinkedBlockingQueue<>();

    private DispatcherBuilder sleepy() {
        return fixture.dispatcher().channel("mail", taken::add).poll(NEVER);
    }

    @Test
    void what_is_there_at_the_start_goes_out() throws InterruptedException {
        fixture.place("A-1");
        try (Dispatcher dispatcher = sleepy().build()) {
            dispatcher.start();

            assertThat(taken.take().id()).isEqualTo("A-1/1/0");
        }
    }

    @Test
    void an_orders_listener_can_have_a_message_go_out_at_once() throws InterruptedException {
        try (Dispatcher dispatcher = sleepy().build()) {
            dispatcher.start();
            Orders orders = Orders.builder(fixture.store)
                    .workflow(OutboxFixture.WORKFLOW)
                    .clock(fixture.clock)
                    .listener((order, entry) -> dispatcher.wake())
                    .build();

            for (String number : List.of("A-1", "A-2", "A-3")) {
                orders.place(number, Request.of("place", Actor.of("customer")));

                assertThat(taken.take().order().number()).isEqualTo(number);
            }
        }
    }

    @Test
    void polling_finds_messages_without_a_wake_up() throws InterruptedException {
        try (Dispatcher dispatcher =
                sleepy().poll(Duration.ofMillis(1)).threads(1).build()) {
            dispatcher.start();
            fixture.place("A-1");
            assertThat(taken.take().id()).isEqualTo("A-1/1/0");
            fixture.place("A-2");
            assertThat(taken.take().id()).isEqualTo("A-2/1/0");
        }
    }

    @Test
    void several_threads_send_everything_once() throws InterruptedException {
        fixture.place(1, 500);
        try (Dispatcher dispatcher = sleepy().threads(4).batch(3).build()) {
            dispatcher.start();
            List<String> ids = new ArrayList<>();
            while (ids.size() < 500) {
                ids.add(taken.take().id());
            }
            assertThat(ids).doesNotHaveDuplicates();
        }
        assertThat(taken).isEmpty();
        assertThat(fixture.store.outbox().backlog().waiting()).isZero();
    }

    @Test
    void the_threads_are_daemons_and_named_after_their_channel() throws InterruptedException {
        BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        fixture.place("A-1");
        try (Dispatcher dispatcher = fixture.dispatcher()
                .channel("mail", n -> threads.add(Thread.currentThread()))
                .build()) {
            dispatcher.start();

            Thread thread = threads.take();
            assertThat(thread.getName()).matches("orderly-mail-[12]");
            assertThat(thread.isDaemon()).isTrue();
        }
    }

    @Test
    void closing_gives_back_at_once_what_is_not_begun_and_waits_for_what_is() throws InterruptedException {
        fixture.place(1, 10);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Dispatcher first = fixture.dispatcher()
                .channel("mail", n -> {
                    begun.countDown();
                    await(released);
                    taken.add(n);
                })
                .threads(1)
                .batch(10)
                .build();
        first.start();
        begun.await();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(first::close);
        Mailbox other = new Mailbox();
        Dispatcher second = fixture.dispatcher().channel("mail", other).build();

        while (other.ids().size() < 9) {
            second.run();
        }
        assertThat(closing).isNotDone();
        released.countDown();
        closing.join();

        assertThat(taken).extracting(Notification::id).containsExactly("A-1/1/0");
        assertThat(other.ids()).hasSize(9).doesNotContain("A-1/1/0");
        assertThat(fixture.store.outbox().backlog().waiting()).isZero();
    }

    @Test
    void closing_does_not_wait_for_ever() throws InterruptedException {
        fixture.place("A-1");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Dispatcher dispatcher = fixture.dispatcher()
                .channel("mail", n -> {
                    begun.countDown();
                    await(released);
                })
                .shutdownTimeout(Duration.ofMillis(1))
                .build();
        dispatcher.start();
        begun.await();
        try (CapturedLog log = new CapturedLog()) {
            dispatcher.close();

            assertThat(log.text()).contains("is still sending a message after the shutdown timeout");
        }
        released.countDown();
    }

    @Test
    void a_listener_can_close_the_dispatcher() throws InterruptedException {
        fixture.place("A-1");
        CountDownLatch closed = new CountDownLatch(1);
        Dispatcher[] dispatcher = new Dispatcher[1];
        dispatcher[0] = sleepy().threads(1)
                .listener(new DispatchListener() {
                    @Override
                    public void sent(OutboxMessage message) {
                        dispatcher[0].close();
                        closed.countDown();
                    }
                })
                .build();
        dispatcher[0].start();

        assertThat(closed.await(50, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_store_that_fails_is_asked_again() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        ForwardingStore failing = new ForwardingStore() {
            @Override
            public Optional<Instant> now() {
                if (asked.incrementAndGet() <= 3) {
                    throw new IllegalStateException("planted");
                }
                return super.now();
            }
        };
        Orders.builder(failing)
                .workflow(OutboxFixture.WORKFLOW)
                .build()
                .place("A-1", Request.of("place", Actor.of("customer")));
        try (CapturedLog log = new CapturedLog();
                Dispatcher dispatcher = Dispatcher.builder(failing)
                        .channel("mail", taken::add)
                        .threads(1)
                        .poll(Duration.ofMillis(1))
                        .build()) {
            dispatcher.start();

            assertThat(taken.take().id()).isEqualTo("A-1/1/0");
            assertThat(log.text()).contains("orderly-mail-1 could not go on, and tries again in PT0.001S");
        }
    }

    @Test
    void a_thread_survives_an_error() throws InterruptedException {
        fixture.place("A-1");
        fixture.place("A-2");
        Channel deadly = n -> {
            if (n.id().equals("A-1/1/0")) {
                throw new Error("planted");
            }
            taken.add(n);
        };
        try (Dispatcher dispatcher = fixture.dispatcher()
                .channel("mail", deadly)
                .threads(1)
                .batch(1)
                .poll(Duration.ofMillis(1))
                .build()) {
            dispatcher.start();

            assertThat(taken.take().id()).isEqualTo("A-2/1/0");
        }
    }

    @Test
    void a_dispatcher_is_started_once() {
        try (Dispatcher dispatcher = sleepy().build()) {
            dispatcher.start();

            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(dispatcher::start)
                    .withMessage("the dispatcher is started already");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
