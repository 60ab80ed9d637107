package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

/** An H2 database in a file must not lose what it acknowledged. */
class H2DurabilityTest {

    private static void build(String url) {
        try (HikariDataSource source = TestDatabase.pool(url, config -> {})) {
            JdbcOrderStore.builder(source).migrate().build();
        }
    }

    @Test
    void an_h2_file_that_is_written_late_is_refused() {
        String url = TestDatabase.H2_FILE.newUrl().replace(";WRITE_DELAY=0", "");

        assertThatIllegalStateException()
                .isThrownBy(() -> build(url))
                .withMessage(
                        "H2 writes to its file up to 500 ms after a commit, and a crash would lose the orders of that"
                                + " time: add ;WRITE_DELAY=0 to the database's JDBC URL");
    }

    @Test
    void an_h2_file_whose_free_space_is_written_to_is_refused() {
        String url = TestDatabase.H2_FILE.newUrl().replace(";REUSE_SPACE=FALSE", "");

        assertThatIllegalStateException()
                .isThrownBy(() -> build(url))
                .withMessage("H2 puts new orders into free space in the middle of its file, where it may not find them"
                        + " after a crash: add ;REUSE_SPACE=FALSE to the database's JDBC URL");
    }

    @Test
    void who_may_not_have_h2_wait_for_the_disk_is_refused() {
        String url = TestDatabase.H2_FILE.newUrl();
        try (HikariDataSource administrator = TestDatabase.pool(url, config -> config.setMinimumIdle(1))) {
            JdbcOrderStore.builder(administrator).migrate().build();
            TestDatabase.execute(url, "create user clerk password 'clerk'");

            assertThatIllegalStateException()
                    .isThrownBy(() -> build(url.replace(";WRITE_DELAY=0", ";USER=clerk;PASSWORD=clerk")))
                    .withMessage(
                            "H2 does not let this user wait for the disk (checkpoint sync), without which a crash would"
                                    + " lose orders: connect as an administrator of the database");
        }
    }

    @Test
    void a_file_that_is_written_at_once_is_taken_and_so_is_memory() {
        assertThatNoException().isThrownBy(() -> build(TestDatabase.H2_FILE.newUrl()));
        assertThatNoException().isThrownBy(() -> build(TestDatabase.H2.newUrl()));
    }
}
