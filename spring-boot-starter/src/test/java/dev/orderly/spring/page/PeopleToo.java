package dev.orderly.spring.page;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** A shop whose people log in by Spring Security, and are somebody to Orderly too. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class PeopleToo {

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        http.formLogin(withDefaults()).httpBasic(withDefaults());
        http.authorizeHttpRequests(r -> r.requestMatchers("/orders/account")
                        .authenticated()
                        .requestMatchers("/orders/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(c -> c.ignoringRequestMatchers("/orders/*", "/orders/api/v1/lookup")
                        .ignoringRequestMatchers(request -> {
                            String credentials = request.getHeader("Authorization");
                            return credentials != null && credentials.matches("(Bearer|Ticket) .*");
                        }));
        return http.build();
    }

    @Bean
    UserDetailsService people() {
        return new InMemoryUserDetailsManager(
                User.withUsername("ewa@example.org")
                        .password("{noop}dune")
                        .roles("customer")
                        .build(),
                User.withUsername("anna").password("{noop}paper").roles("staff").build());
    }
}
