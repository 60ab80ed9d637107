package dev.orderly.spring;

import dev.orderly.store.Backlog;
import dev.orderly.store.OrderStore;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** The health indicator for Spring Boot 4: whether the store answers, and how many messages wait. */
final class Boot4Health extends AbstractHealthIndicator {

    private final OrderStore store;

    Boot4Health(OrderStore store) {
        super("the store of orders does not answer");
        this.store = store;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Backlog backlog = store.outbox().backlog();
        builder.up().withDetail("waiting", backlog.waiting()).withDetail("deadLettered", backlog.deadLettered());
    }
}
