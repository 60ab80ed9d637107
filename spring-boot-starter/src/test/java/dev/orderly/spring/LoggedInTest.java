package dev.orderly.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.order.Customer;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** People whom the application has logged in, by a filter as Spring Security has one. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = LoggedInTest.Application.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:logged-in;DB_CLOSE_DELAY=-1",
            "orderly.workflow=bookstore",
            "orderly.http.path=/my/*",
            "orderly.http.roles=staff,customer"
        })
@DirtiesContext
class LoggedInTest {

    @Configuration(proxyBeanMethods = false)
    @Import(StarterFixture.Application.class)
    static class Application {

        @Bean
        Filter login() {
            return (request, response, chain) -> chain.doFilter(new Ewa((HttpServletRequest) request), response);
        }
    }

    private static final class Ewa extends HttpServletRequestWrapper {

        Ewa(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable Principal getUserPrincipal() {
            return () -> "ewa@example.org";
        }

        @Override
        public boolean isUserInRole(String role) {
            return role.equals("customer");
        }
    }

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private Orders orders;

    @Test
    void a_customer_sees_the_orders_of_his_address() throws Exception {
        orders.place("A-1", StarterFixture.place());
        orders.place("B-1", StarterFixture.place().withCustomer(Customer.of("jan@example.org")));

        String page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/my/account"))
                                .build(),
                        BodyHandlers.ofString())
                .body();

        assertThat(page).contains("A-1").doesNotContain("B-1");
    }
}
