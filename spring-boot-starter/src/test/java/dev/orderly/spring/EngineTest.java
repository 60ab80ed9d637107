package dev.orderly.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.decision.Engine;
import dev.orderly.decision.EngineFactory;
import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An engine, and a map of guards, such as those of an imported state machine, are beans. */
class EngineTest {

    private static final Workflow SHOP = Workflow.builder("shop")
            .status("new", s -> {})
            .status("paid", s -> s.done())
            .transition("place", t -> t.to("new"))
            .transition("pay", t -> t.from("new").to("paid").guard("paid-in-full"))
            .build();

    private static final Guard REFUSING =
            (order, request) -> Optional.of(Reason.of("too-little", "en", "This is too little."));

    @Configuration(proxyBeanMethods = false)
    static class Guards {
        @Bean
        Map<String, Guard> importedGuards() {
            return Map.of("paid-in-full", REFUSING);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OneMore {
        @Bean
        Guard paidInFull() {
            return (order, request) -> Optional.empty();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Factory {

        private final List<String> made = new ArrayList<>();

        @Bean
        List<String> made() {
            return made;
        }

        @Bean
        EngineFactory engines() {
            return (workflow, guards) -> {
                made.add(workflow.name() + " " + guards.keySet());
                return Engine.table(workflow, guards);
            };
        }
    }

    private static ApplicationContextRunner application() {
        return StarterFixture.application().withBean(Workflow.class, () -> SHOP);
    }

    private static String refusal(Orders orders) {
        orders.place("1", Request.of("place", Actor.of("customer"))).orThrow();
        return ((Rejected) orders.fire("1", Request.of("pay", Actor.of("customer")))).code();
    }

    @Test
    void the_guards_of_a_map_are_used_by_their_names() {
        application()
                .withUserConfiguration(Guards.class)
                .run(context ->
                        assertThat(refusal(context.getBean(Orders.class))).isEqualTo("too-little"));
    }

    @Test
    void an_engine_of_the_applications_own_decides_and_gets_the_guards() {
        application().withUserConfiguration(Guards.class, Factory.class).run(context -> {
            assertThat(refusal(context.getBean(Orders.class))).isEqualTo("too-little");
            assertThat(context.getBean(Factory.class).made).containsExactly("shop [paid-in-full]");
        });
    }

    @Test
    void two_guards_of_one_name_are_refused() {
        application()
                .withUserConfiguration(Guards.class, OneMore.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage(
                                "the map of guards \"importedGuards\" has a guard \"paid-in-full\", and so has another bean:"
                                        + " nothing says which of them the workflow means"));
    }
}
