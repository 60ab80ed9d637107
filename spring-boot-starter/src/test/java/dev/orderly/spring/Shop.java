package dev.orderly.spring;

import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import java.util.UUID;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** A shop that has the starter and nothing of its own, and short words for what tests ask of it. */
final class Shop {

    static final Actor STAFF = Actor.of("staff", "anna");

    private Shop() {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    /** An application with an empty database, that does nothing by itself. */
    static ApplicationContextRunner application() {
        return new ApplicationContextRunner()
                .withUserConfiguration(Application.class)
                .withPropertyValues("spring.datasource.url=" + emptyDatabase(), "orderly.sweep.every=0");
    }

    static String emptyDatabase() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    static Request place() {
        return Request.of("place", Actor.of("customer"))
                .with("payment", "prepaid")
                .customer(Customer.of("ewa@example.org").speaking("en"));
    }

    static Request pay() {
        return Request.of("pay", Actor.of("platform"));
    }
}
