package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.SweepReport;
import dev.orderly.order.Order;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.Page;
import dev.orderly.store.UnreadableOrderException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Rows that somebody wrote by hand and that no order can be made of: of five orders, two have one. */
@ParameterizedClass
@EnumSource(value = TestDatabase.class, mode = Mode.EXCLUDE, names = "H2_FILE")
@Tag("servers")
class UnreadableRowTest {

    private final TestDatabase database;
    private final HikariDataSource source;
    private final JdbcOrderStore store;
    private final Orders orders;

    UnreadableRowTest(TestDatabase database) {
        this.database = database;
        source = database.emptied();
        store = JdbcOrderStore.builder(source).build();
        orders = Orders.builder(store)
                .workflow(JdbcFixture.FIRST)
                .clock(Clock.fixed(JdbcFixture.START.plus(Duration.ofDays(15)), ZoneOffset.UTC))
                .build();
    }

    @BeforeEach
    void twoOfFive() throws SQLException {
        for (int i = 1; i <= 5; i++) {
            orders.place("A-" + i, JdbcFixture.place());
        }
        run("update orderly_order set state = '{' where number = 'A-2'");
        run("update orderly_order set placed = '{\"customer\": 7}', state = '[]' where number = 'A-4'");
    }

    private void run(String sql) throws SQLException {
        Guards.without(database, source, List.of(sql));
    }

    @Test
    void a_list_has_the_others_page_by_page_and_names_those() {
        for (OrderQuery query : List.of(OrderQuery.all(), OrderQuery.all().withWorkflow("shop"))) {
            List<String> read = new ArrayList<>();
            List<String> unreadable = new ArrayList<>();
            Optional<OrderQuery> next = Optional.of(query.withLimit(2));
            while (next.isPresent()) {
                OrderQuery asked = next.get();
                Page page = orders.list(asked);
                page.orders().forEach(order -> read.add(order.number()));
                page.unreadable().forEach(problem -> unreadable.add(problem.number()));
                next = page.next().map(asked::withAfter);
            }
            assertThat(read).containsExactly("A-1", "A-3", "A-5");
            assertThat(unreadable).containsExactly("A-2", "A-4");
        }
        assertThat(orders.unreadable()).containsExactlyInAnyOrder("A-2", "A-4");
    }

    @Test
    void a_sweep_fires_the_others_and_reports_those() {
        SweepReport report = orders.sweep();

        assertThat(report.fired())
                .extracting(accepted -> accepted.order().number())
                .containsExactly("A-1", "A-3", "A-5");
        assertThat(report.failed()).containsOnlyKeys("A-2", "A-4");
        assertThat(orders.sweep().failed()).as("before the lease expires").isEmpty();
    }

    /** Only with the guards switched off can it come to this. */
    @Test
    void an_order_whose_history_is_gone_holds_up_no_sweep() throws SQLException {
        Guards.without(database, source, List.of("delete from orderly_history where number = 'A-3'"));

        SweepReport report = orders.sweep();

        assertThat(report.fired())
                .extracting(accepted -> accepted.order().number())
                .containsExactly("A-1", "A-5");
        assertThat(report.failed()).containsOnlyKeys("A-2", "A-3", "A-4");
        assertThat(orders.unreadable()).contains("A-3");
    }

    @Test
    void the_order_itself_is_an_error_that_names_it_and_quotes_nothing() {
        assertThatExceptionOfType(UnreadableOrderException.class)
                .isThrownBy(() -> orders.find("A-2"))
                .withMessage("order A-2 cannot be read: its row of orderly_order is not as this library writes it")
                .returns("A-2", UnreadableOrderException::number);
        assertThatExceptionOfType(UnreadableOrderException.class)
                .isThrownBy(() -> orders.fire("A-2", JdbcFixture.ship().withId("x")));
    }

    @Test
    void an_entry_that_cannot_be_read_is_an_error_that_names_it() throws SQLException {
        run("update orderly_history set content = '{\"data\": ' where number = 'A-1'");

        assertThatExceptionOfType(UnreadableOrderException.class)
                .isThrownBy(() -> orders.history("A-1"))
                .withMessage("order A-1 cannot be read: entry 1 of its history is not as this library writes it");
        assertThat(orders.find("A-1")).isPresent();
    }

    @Test
    void an_order_that_was_mended_is_no_longer_named() throws SQLException {
        Order other = orders.find("A-1").orElseThrow();
        orders.list(OrderQuery.all());
        run("update orderly_order set state = (select state from (select * from orderly_order) o where number = 'A-1')"
                + " where number = 'A-2'");

        assertThat(orders.find("A-2").orElseThrow().fields()).isEqualTo(other.fields());
        assertThat(orders.unreadable()).containsExactly("A-4");
    }
}
