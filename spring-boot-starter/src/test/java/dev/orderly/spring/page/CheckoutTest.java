package dev.orderly.spring.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.Orders;
import dev.orderly.decision.RefusedException;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.spring.StarterFixture;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The page's service, with the page's properties. */
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        classes = {StarterFixture.Application.class, Checkout.class},
        properties = "orderly.workflow=bookstore")
@DirtiesContext
class CheckoutTest {

    @TempDir
    static Path folder;

    @Autowired
    private Checkout checkout;

    @Autowired
    private Orders orders;

    @Autowired
    private JdbcTemplate jdbc;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add(
                "spring.datasource.url",
                () -> "jdbc:h2:" + folder.resolve("shop") + ";WRITE_DELAY=0;REUSE_SPACE=FALSE");
    }

    @BeforeAll
    static void purchases(@Autowired JdbcTemplate jdbc) {
        jdbc.execute("create table purchase (number varchar(20) primary key, paid boolean not null)");
    }

    private void buy(String number) {
        jdbc.update("insert into purchase values (?, false)", number);
        orders.place(
                number,
                Request.of("place", Actor.of("customer"))
                        .with("payment", "prepaid")
                        .withCustomer(Customer.of("ewa@example.org")));
    }

    private @Nullable Boolean isPaid(String number) {
        return jdbc.queryForObject("select paid from purchase where number = ?", Boolean.class, number);
    }

    private String status(String number) {
        return orders.find(number).orElseThrow().status();
    }

    @Test
    void a_payment_is_written_with_the_step_of_the_order() {
        buy("2026/118");

        checkout.pay("2026/118");

        assertThat(isPaid("2026/118")).isTrue();
        assertThat(status("2026/118")).isEqualTo("in-progress");
    }

    @Test
    void a_refusal_that_is_thrown_undoes_the_update() {
        buy("2026/119");
        orders.fire("2026/119", Request.of("pay", Actor.of("platform")));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> checkout.pay("2026/119"))
                .withMessage("refused: not-in-status");

        assertThat(isPaid("2026/119")).isFalse();
        assertThat(status("2026/119")).isEqualTo("in-progress");
    }
}
