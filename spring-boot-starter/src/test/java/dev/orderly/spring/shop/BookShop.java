package dev.orderly.spring.shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A bookshop that had tables of its own long before it had Orderly. */
@SpringBootApplication
public class BookShop {

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(BookShop.class, arguments);
    }
}
