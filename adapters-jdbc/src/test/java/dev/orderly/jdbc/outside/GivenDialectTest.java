package dev.orderly.jdbc.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.jdbc.DatabaseDialect;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.jdbc.TestDatabase;
import dev.orderly.order.Actor;
import dev.orderly.workflow.Workflow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The dialect that the builder is given is the one that the store has. */
class GivenDialectTest {

    private static final Workflow SHOP = Workflow.builder("shop")
            .status("new", s -> {})
            .status("sent", s -> s.done())
            .transition("place", t -> t.to("new"))
            .transition("ship", t -> t.from("new").to("sent"))
            .build();

    private static DatabaseDialect lender(TestDatabase database) {
        return switch (database) {
            case H2, H2_FILE -> DatabaseDialect.h2();
            case POSTGRESQL, POSTGRESQL_PARTITIONED -> DatabaseDialect.postgresql();
            case MARIADB -> DatabaseDialect.mariadb();
            case SQLITE -> DatabaseDialect.sqlite();
        };
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"SQLITE", "H2", "POSTGRESQL", "MARIADB"})
    void it_creates_the_tables(TestDatabase database) {
        try (HikariDataSource source = database.open()) {
            Orders orders = Orders.builder(JdbcOrderStore.builder(source)
                            .dialect(lender(database))
                            .migrate()
                            .build())
                    .workflow(SHOP)
                    .build();
            orders.place("A-1", Request.of("place", Actor.of("customer")));

            assertThat(orders.find("A-1").orElseThrow().status()).isEqualTo("new");
        }
    }

    @Test
    void it_stands_in_messages() {
        DatabaseDialect borrowed = new BorrowedDialect(DatabaseDialect.h2());
        try (HikariDataSource source = TestDatabase.H2.open()) {
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            JdbcOrderStore.builder(source).dialect(borrowed).build())
                    .withMessage(
                            "the database has no tables of Orderly: let the builder migrate(), or run borrowed.sql");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JdbcOrderStore.builder(source)
                            .dialect(borrowed)
                            .migratePartitioned()
                            .build())
                    .withMessage("only PostgreSQL has partitions that foreign keys can refer to, but the database is"
                            + " Borrowed: use migrate()");
        }
    }

    @Test
    void a_script_is_read_as_statements() {
        String script = "-- a comment; with a semicolon\ncreate table a (x int);\r\n\r\ninsert into a\nvalues (1);\n";

        assertThat(DatabaseDialect.statements(new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("create table a (x int)", "insert into a\nvalues (1)");
    }
}
