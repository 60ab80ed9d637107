package dev.orderly.spring;

import dev.orderly.Orders;
import dev.orderly.http.ClientAddress;
import dev.orderly.http.HttpListener;
import dev.orderly.http.OrderlyServlet;
import dev.orderly.http.OrderlyServletBuilder;
import dev.orderly.http.access.Access;
import dev.orderly.http.live.ChangeFeed;
import dev.orderly.http.page.Pages;
import dev.orderly.spring.OrderlyProperties.Http;
import jakarta.servlet.Servlet;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ResourceLoader;

/** The pages and the API, in a web application. */
@AutoConfiguration(after = {OrderlyAutoConfiguration.class, OrderlyMetricsAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(Servlet.class)
@ConditionalOnBean(Orders.class)
@ConditionalOnProperty(name = "orderly.http.enabled", matchIfMissing = true)
class OrderlyHttpAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ChangeFeed orderlyChangeFeed() {
        return new ChangeFeed();
    }

    @Bean
    @ConditionalOnMissingBean
    Access orderlyAccess(OrderlyProperties properties) {
        return HttpSettings.access(properties.http());
    }

    @Bean
    @ConditionalOnMissingBean
    ClientAddress orderlyClientAddress(OrderlyProperties properties) {
        return HttpSettings.clientAddress(properties.http());
    }

    @Bean
    @ConditionalOnMissingBean
    OrderlyServlet orderlyServlet(
            OrderlyProperties properties,
            ResourceLoader resources,
            Orders orders,
            Access access,
            ClientAddress clientAddress,
            ObjectProvider<Pages> pages,
            ObjectProvider<HttpListener> listeners,
            ObjectProvider<Clock> clock,
            ChangeFeed changes) {
        Http http = properties.http();
        OrderlyServletBuilder servlet = OrderlyServlet.builder(orders)
                .access(access)
                .clientAddress(clientAddress)
                .stylesheet(HttpSettings.stylesheet(http, resources))
                .changes(changes)
                .listener(new HttpListeners(listeners.orderedStream().toList()));
        HttpSettings.secret(http).ifPresent(servlet::secret);
        pages.ifUnique(servlet::pages);
        clock.ifUnique(servlet::clock);
        return servlet.build();
    }

    /** Asynchronous for failed lookups and streams of changes, and not multipart, for the servlet reads files itself. */
    @Bean
    ServletRegistrationBean<OrderlyServlet> orderlyServletRegistration(
            OrderlyServlet servlet, OrderlyProperties properties) {
        ServletRegistrationBean<OrderlyServlet> registration =
                new ServletRegistrationBean<>(servlet, HttpSettings.mapping(properties.http()));
        registration.setName("orderly");
        registration.setAsyncSupported(true);
        registration.setLoadOnStartup(1);
        return registration;
    }

    @Bean
    StreamsLifecycle orderlyStreamsLife(OrderlyServlet servlet) {
        return new StreamsLifecycle(servlet);
    }
}
