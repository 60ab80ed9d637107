package dev.orderly.spring;

import dev.orderly.store.Backlog;
import dev.orderly.store.OrderStore;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** The health indicator for Spring Boot 3: whether the store answers, and how many messages wait. */
final class Boot3Health extends AbstractHealthIndicator {

    private final OrderStore store;

    Boot3Health(OrderStore store) {
        super("the store of orders does not answer");
        this.store = store;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Backlog backlog = store.outbox().backlog();
        builder.up().withDetail("waiting", backlog.waiting()).withDetail("deadLettered", backlog.deadLettered());
    }
}
