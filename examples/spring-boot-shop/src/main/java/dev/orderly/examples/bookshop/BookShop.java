package dev.orderly.examples.bookshop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;

/** A bookshop that had tables of its own long before it had Orderly. It starts, runs its example, and ends. */
@SpringBootApplication
public class BookShop {

    /** Runs it; if a result is not the expected one, the exit code is 1. */
    public static void main(String[] arguments) {
        SpringApplication.run(BookShop.class, arguments).close();
    }

    /** Numbers such as 2026/1 stand in the API's addresses with the slash as %2F. */
    @Bean
    TomcatConnectorCustomizer slashesInOrderNumbers() {
        return connector -> connector.setEncodedSolidusHandling("passthrough");
    }
}
