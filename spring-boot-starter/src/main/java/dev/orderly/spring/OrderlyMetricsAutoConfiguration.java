package dev.orderly.spring;

import dev.orderly.Orders;
import dev.orderly.http.metrics.OrderlyMetrics;
import dev.orderly.store.OrderStore;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/** The shop in figures, where the application has Micrometer. */
@AutoConfiguration(
        after = OrderlyAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(Orders.class)
@ConditionalOnSingleCandidate(MeterRegistry.class)
class OrderlyMetricsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    OrderlyMetrics orderlyMetrics(MeterRegistry registry, ObjectProvider<OrderStore> store) {
        OrderlyMetrics metrics = OrderlyMetrics.of(registry);
        store.ifUnique(known -> metrics.store(known));
        return metrics;
    }
}
