package dev.orderly.spring;

import dev.orderly.Orders;
import dev.orderly.OrdersBuilder;
import dev.orderly.decision.EngineFactory;
import dev.orderly.decision.OrderListener;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.jdbc.JdbcOrderStoreBuilder;
import dev.orderly.order.ChainKeys;
import dev.orderly.store.OrderStore;
import dev.orderly.workflow.Workflow;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The orders of an application, in its database and in its transactions. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnProperty(name = "orderly.enabled", matchIfMissing = true)
@EnableConfigurationProperties(OrderlyProperties.class)
@ImportRuntimeHints(NativeHints.class)
class OrderlyAutoConfiguration {

    /** Spring's transactions are bound to the data source behind such a proxy. */
    private static DataSource behindProxy(DataSource source) {
        DataSource target =
                source instanceof TransactionAwareDataSourceProxy proxy ? proxy.getTargetDataSource() : null;
        return target == null ? source : target;
    }

    @Bean
    @ConditionalOnSingleCandidate(DataSource.class)
    SpringTransaction orderlyTransaction(DataSource source) {
        return new SpringTransaction(behindProxy(source));
    }

    @Bean
    @ConditionalOnMissingBean
    ChainKeys orderlyChainKeys(OrderlyProperties properties) {
        Path file = properties.chainKeysFile();
        return file == null ? ChainKeys.NONE : ChainKeysFile.read(file);
    }

    @Bean
    @ConditionalOnBean(SpringTransaction.class)
    @ConditionalOnMissingBean
    @DependsOnDatabaseInitialization
    OrderStore orderStore(
            DataSource source, SpringTransaction transaction, OrderlyProperties properties, ChainKeys chainKeys) {
        JdbcOrderStoreBuilder builder = JdbcOrderStore.builder(behindProxy(source))
                .maxAttachmentSize(properties.maxAttachmentSize().toBytes())
                .guardCheck(properties.jdbc().guardCheck())
                .durabilityCheck(properties.jdbc().durabilityCheck())
                .chainKeys(chainKeys);
        if (properties.jdbc().migrate()) {
            builder.migrate();
        }
        return builder.build().joining(transaction::connection);
    }

    @Bean
    @ConditionalOnBean(OrderStore.class)
    @ConditionalOnMissingBean
    Orders orders(
            OrderStore store,
            OrderlyProperties properties,
            ResourceLoader resources,
            ChainKeys chainKeys,
            ObjectProvider<Workflow> workflows,
            ListableBeanFactory beans,
            ObjectProvider<SpringTransaction> transaction,
            ObjectProvider<OrderListener> listeners,
            ObjectProvider<EngineFactory> engines,
            ObjectProvider<Clock> clock) {
        OrdersBuilder builder = Orders.builder(store)
                .maxAttachmentSize(properties.maxAttachmentSize().toBytes())
                .answerRetention(properties.answerRetention());
        new WorkflowSettings(resources)
                .load(properties.workflow(), workflows.orderedStream().toList())
                .forEach(builder::workflow);
        GuardBeans.of(beans).forEach(builder::guard);
        engines.ifAvailable(builder::engine);
        clock.ifUnique(builder::clock);
        if (!chainKeys.isEmpty()) {
            builder.chainKeys(chainKeys);
        }
        AfterCommit listener = new AfterCommit(
                store,
                transaction.getIfAvailable(),
                () -> listeners.orderedStream().toList());
        return builder.listener(listener).build();
    }

    @Bean
    @ConditionalOnBean(Orders.class)
    @ConditionalOnMissingBean
    SweeperLifecycle orderlySweeper(Orders orders, OrderlyProperties properties) {
        return new SweeperLifecycle(orders, properties.sweep().every());
    }
}
