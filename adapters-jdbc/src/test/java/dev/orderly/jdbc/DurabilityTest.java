package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

/** An H2 database in a file must not lose what it acknowledged. */
class DurabilityTest {

    private static void build(String url) {
        try (HikariDataSource source = TestDatabase.pool(url, config -> {})) {
            JdbcOrderStore.over(source).migrate().build();
        }
    }

    @Test
    void an_h2_file_that_is_written_late_is_refused() {
        String url = TestDatabase.H2_FILE.newUrl().replace(";WRITE_DELAY=0", "");

        assertThatIllegalStateException()
                .isThrownBy(() -> build(url))
                .withMessage(
                        "H2 writes to the disk 500 ms after a commit, and a crash would lose the orders of that time:"
                                + " add ;WRITE_DELAY=0 to the database's JDBC URL");
    }

    @Test
    void one_that_is_written_at_once_is_taken_and_so_is_one_in_memory() {
        assertThatNoException().isThrownBy(() -> build(TestDatabase.H2_FILE.newUrl()));
        assertThatNoException().isThrownBy(() -> build(TestDatabase.H2.newUrl()));
    }
}
