package dev.orderly.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.Orders;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** The whole story once more behind Spring Security, with order numbers that have a slash. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = {BookShop.class, WithSpringSecurityTest.Security.class},
        properties = {"orderly.http.roles=staff", "spring.datasource.url=jdbc:h2:mem:secured;DB_CLOSE_DELAY=-1"})
class WithSpringSecurityTest {

    @Configuration(proxyBeanMethods = false)
    static class Security {

        @Bean
        SecurityFilterChain security(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(
                            r -> r.requestMatchers("/orders/**").permitAll())
                    .csrf(c -> c.ignoringRequestMatchers("/orders/**"))
                    .httpBasic(Customizer.withDefaults())
                    .build();
        }

        @Bean
        HttpFirewall slashesThroughTheFirewall() {
            StrictHttpFirewall firewall = new StrictHttpFirewall();
            firewall.setAllowUrlEncodedSlash(true);
            firewall.setAllowUrlEncodedPercent(true);
            return firewall;
        }

        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(User.withUsername("anna")
                    .password("{noop}paper")
                    .roles("staff")
                    .build());
        }
    }

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private Orders orders;

    @Test
    void staff_reach_an_order_whose_number_has_a_slash() throws Exception {
        String password = Base64.getEncoder().encodeToString("anna:paper".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/orders/api/v1/orders/2026%2F1/events"))
                .headers("Authorization", "Basic " + password, "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"event\":\"release\"}"))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(orders.find("2026/1").orElseThrow().status()).isEqualTo("awaiting-packing");
    }

    @Test
    void a_firewall_that_was_told_nothing_refuses_the_slash() {
        assertThatExceptionOfType(RequestRejectedException.class)
                .isThrownBy(() -> new StrictHttpFirewall().getFirewalledRequest(request()));
    }

    @Test
    void one_that_was_told_of_the_slash_only_refuses_it_as_well() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);

        assertThatExceptionOfType(RequestRejectedException.class)
                .isThrownBy(() -> firewall.getFirewalledRequest(request()));
    }

    /** As Tomcat passes it on. */
    private static MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/orders/api/v1/orders/2026%2F1");
        request.setServletPath("/orders");
        request.setPathInfo("/api/v1/orders/2026%2F1");
        return request;
    }
}
