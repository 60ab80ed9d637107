package dev.orderly.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.decision.OrderListener;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.TransitionEntry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Deadlines fire by themselves while an application runs. */
class SweeperLifecycleTest {

    @Test
    void what_is_due_is_fired() {
        CountDownLatch delivered = new CountDownLatch(1);

        StarterFixture.application()
                .withPropertyValues("orderly.workflow=classpath:kiosk.yaml", "orderly.sweep.every=100ms")
                .withBean(OrderListener.class, () -> (order, entry) -> {
                    if (entry instanceof TransitionEntry step && step.event().equals("deliver")) {
                        delivered.countDown();
                    }
                })
                .run(context -> {
                    Orders orders = context.getBean(Orders.class);
                    orders.place("A-1", Request.of("place", Actor.of("customer")));

                    assertThat(delivered.await(1, TimeUnit.MINUTES)).isTrue();
                    assertThat(orders.find("A-1").orElseThrow().status()).isEqualTo("done");
                });
    }

    @Test
    void zero_turns_it_off() {
        StarterFixture.application()
                .withPropertyValues("orderly.workflow=bookstore", "orderly.sweep.every=0")
                .run(context -> assertThat(
                                context.getBean(SweeperLifecycle.class).isRunning())
                        .isFalse());
    }

    @Test
    void it_ends_with_the_application_and_can_begin_again() {
        StarterFixture.application()
                .withPropertyValues("orderly.workflow=bookstore", "orderly.sweep.every=1m")
                .run(context -> {
                    SweeperLifecycle sweeper = context.getBean(SweeperLifecycle.class);
                    assertThat(sweeper.isRunning()).isTrue();
                    sweeper.stop();
                    assertThat(sweeper.isRunning()).isFalse();
                    sweeper.start();
                    assertThat(sweeper.isRunning()).isTrue();
                });
    }
}
