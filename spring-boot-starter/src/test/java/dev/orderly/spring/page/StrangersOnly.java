package dev.orderly.spring.page;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** A shop with Spring Security in which nobody is known to Orderly. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class StrangersOnly {

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(r ->
                        r.requestMatchers("/orders/**").permitAll().anyRequest().authenticated())
                .csrf(c -> c.ignoringRequestMatchers("/orders/**"));
        return http.build();
    }
}
