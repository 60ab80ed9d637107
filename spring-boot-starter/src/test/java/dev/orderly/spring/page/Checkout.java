package dev.orderly.spring.page;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The page's own service, which writes a table of the shop's and an order. */
@Service
public class Checkout {

    private final Orders orders;
    private final JdbcTemplate jdbc;

    Checkout(Orders orders, JdbcTemplate jdbc) {
        this.orders = orders;
        this.jdbc = jdbc;
    }

    @Transactional
    public void pay(String number) {
        jdbc.update("update purchase set paid = true where number = ?", number);
        orders.fire(number, Request.of("pay", Actor.of("platform"))).orThrow(); // a refusal undoes the update above
    }
}
