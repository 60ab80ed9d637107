package dev.orderly.spring.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.Orders;
import dev.orderly.order.Customer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

/** The bookshop's story. */
@SpringBootTest(
        classes = BookShop.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.config.location=classpath:/shop/")
class BookShopTest {

    private static final Customer EWA = Customer.of("ewa@example.org").speaking("en");

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private Checkout checkout;

    @Autowired
    private Orders orders;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Ledger ledger;

    @Test
    void the_last_copy_is_sold_once_and_its_owner_sees_what_became_of_it() throws Exception {
        checkout.buy("2026/1", "dune", EWA);
        assertThatExceptionOfType(SoldOutException.class)
                .isThrownBy(() -> checkout.buy("2026/2", "dune", Customer.of("jan@example.org")));
        checkout.pay("2026/1");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> checkout.pay("2026/2"))
                .withMessage("unknown-order");

        assertThat(jdbc.queryForList("select number from purchase where paid", String.class))
                .containsExactly("2026/1");
        assertThat(orders.find("2026/2")).isEmpty();
        assertThat(ledger.lines()).containsExactly("2026/1: awaiting-payment", "2026/1: in-progress");
        assertThat(pageOf("2026%2F1", "ewa%40example.org"))
                .contains("In progress")
                .contains("Dune");
    }

    private String pageOf(String number, String email) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/orders/status"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString("number=" + number + "&email=" + email))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
