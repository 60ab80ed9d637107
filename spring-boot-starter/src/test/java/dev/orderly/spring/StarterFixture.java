package dev.orderly.spring;

import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import java.util.UUID;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** A shop that has the starter and nothing of its own, and short words for what tests ask of it. */
public final class StarterFixture {

    static final Actor STAFF = Actor.of("staff", "anna");

    private StarterFixture() {}

    /** Without Spring Security, which the tests of the page have on the class path; by its names in both generations. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration",
                "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration",
                "org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration"
            })
    public static class Application {}

    /** An application with an empty database, that does nothing by itself. */
    static ApplicationContextRunner application() {
        return new ApplicationContextRunner()
                .withUserConfiguration(Application.class)
                .withPropertyValues("spring.datasource.url=" + emptyDatabase(), "orderly.sweep.every=0");
    }

    public static String emptyDatabase() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    public static Request place() {
        return Request.of("place", Actor.of("customer"))
                .with("payment", "prepaid")
                .withCustomer(Customer.of("ewa@example.org").withLanguage("en"));
    }

    public static Request pay() {
        return Request.of("pay", Actor.of("platform"));
    }
}
