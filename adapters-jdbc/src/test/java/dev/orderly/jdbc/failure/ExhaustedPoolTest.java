package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.store.StoreFailedException;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

/** A pool that has no connection to give, whose error has no SQLSTATE. */
class ExhaustedPoolTest {

    @Test
    void it_is_a_store_that_failed() throws Exception {
        try (HikariDataSource source = Site.pool(Site.H2_FILE.newUrl(), 1)) {
            Orders orders = BusyShop.open(source);
            orders.place("A", BusyShop.placing("place"));

            try (Connection only = source.getConnection()) {
                assertThat(only.isClosed()).isFalse();
                assertThatThrownBy(() -> orders.find("A"))
                        .isInstanceOf(StoreFailedException.class)
                        .hasMessage("reading order A failed: the database answered with SQLSTATE null, code 0;"
                                + " nothing was written");
            }
            assertThat(orders.find("A")).isPresent();
        }
    }
}
