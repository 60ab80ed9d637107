package dev.orderly.examples.bookshop;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sells books. Stock, purchases and orders change together or not at all. */
@Service
public class Checkout {

    private final Orders orders;
    private final JdbcTemplate jdbc;

    Checkout(Orders orders, JdbcTemplate jdbc) {
        this.orders = orders;
        this.jdbc = jdbc;
    }

    /**
     * Sells a book.
     *
     * @throws SoldOutException if there is none left; nothing has happened then
     */
    @Transactional
    public void buy(String number, String sku, Customer customer) {
        jdbc.update("insert into purchase (number, sku, paid) values (?, ?, false)", number, sku);
        String title = jdbc.queryForObject("select title from book where sku = ?", String.class, sku);
        orders.place(
                        number,
                        Request.of("place", Actor.customer())
                                .with("payment", "prepaid")
                                .withCustomer(customer)
                                .withLines(Line.of(sku, title == null ? sku : title, 1)))
                .orThrow();
        if (jdbc.update("update book set pieces = pieces - 1 where sku = ? and pieces > 0", sku) == 0) {
            throw new SoldOutException(sku);
        }
    }

    /**
     * Takes the word of the payment service.
     *
     * @throws dev.orderly.decision.RefusedException if the order cannot be paid now; nothing has happened then
     */
    @Transactional
    public void pay(String number) {
        jdbc.update("update purchase set paid = true where number = ?", number);
        orders.fire(number, Request.of("pay", Actor.of("platform"))).orThrow();
    }
}
