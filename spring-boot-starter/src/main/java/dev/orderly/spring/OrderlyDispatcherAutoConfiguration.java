package dev.orderly.spring;

import dev.orderly.Orders;
import dev.orderly.decision.OrderListener;
import dev.orderly.notification.Channel;
import dev.orderly.notification.DispatchListener;
import dev.orderly.notification.Dispatcher;
import dev.orderly.notification.DispatcherBuilder;
import dev.orderly.store.OrderStore;
import java.time.Clock;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Sends the notifications of orders, if there is a channel. */
@AutoConfiguration(after = {OrderlyMailAutoConfiguration.class, OrderlyWebhookAutoConfiguration.class})
@ConditionalOnBean({Orders.class, OrderStore.class, Channel.class})
class OrderlyDispatcherAutoConfiguration {

    /** {@link DispatcherLifecycle} closes it, while the channels are still there. */
    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    Dispatcher orderlyDispatcher(
            OrderStore store,
            ListableBeanFactory beans,
            ObjectProvider<DispatchListener> listeners,
            ObjectProvider<Clock> clock) {
        DispatcherBuilder builder = Dispatcher.builder(store);
        BeanNames.ofChannels(beans.getBeansOfType(Channel.class)).forEach(builder::channel);
        listeners.orderedStream().forEach(builder::listener);
        clock.ifUnique(builder::clock);
        return builder.build();
    }

    @Bean
    DispatcherLifecycle orderlyDispatcherLife(Dispatcher dispatcher) {
        return new DispatcherLifecycle(dispatcher);
    }

    /** Has a message sent at once, and not when the dispatcher looks again. */
    @Bean
    OrderListener orderlyDispatcherWaker(Dispatcher dispatcher) {
        return (order, entry) -> dispatcher.wake();
    }
}
