package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** An H2 database in a file must not lose what it acknowledged. */
class DurabilityTest {

    private static String delay(HikariDataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet setting = statement.executeQuery(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")) {
            setting.next();
            return setting.getString(1);
        }
    }

    @Test
    void a_store_has_h2_write_at_once() throws SQLException {
        try (HikariDataSource source = TestDatabase.H2_FILE.open()) {
            assertThat(delay(source)).as("what H2 does by itself").isEqualTo("500");

            JdbcOrderStore.over(source).migrate().build();

            assertThat(delay(source)).isEqualTo("0");
        }
    }

    @Test
    void a_store_that_may_not_change_it_says_who_must() {
        String url = TestDatabase.H2_FILE.newUrl();
        TestDatabase.execute(url + ";USER=sa", "create user clerk password 'clerk'");

        try (HikariDataSource source = TestDatabase.pool(url + ";USER=clerk;PASSWORD=clerk", config -> {})) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> JdbcOrderStore.over(source).build())
                    .withMessageContaining("let an administrator of the database run SET WRITE_DELAY 0 once");
        }
    }
}
