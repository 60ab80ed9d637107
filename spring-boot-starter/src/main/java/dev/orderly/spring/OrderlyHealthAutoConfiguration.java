package dev.orderly.spring;

import dev.orderly.Orders;
import dev.orderly.store.OrderStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The health of the orders, for whichever generation of Spring Boot's health is there. */
@AutoConfiguration(after = OrderlyAutoConfiguration.class)
@ConditionalOnBean({Orders.class, OrderStore.class})
@ConditionalOnProperty(name = "management.health.orderly.enabled", matchIfMissing = true)
class OrderlyHealthAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
    static class Boot3 {

        @Bean
        @ConditionalOnMissingBean(name = "orderlyHealthIndicator")
        Boot3Health orderlyHealthIndicator(OrderStore store) {
            return new Boot3Health(store);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
    static class Boot4 {

        @Bean
        @ConditionalOnMissingBean(name = "orderlyHealthIndicator")
        Boot4Health orderlyHealthIndicator(OrderStore store) {
            return new Boot4Health(store);
        }
    }
}
