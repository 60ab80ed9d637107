package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The page about the schema says what is true: its questions are asked, and it names each table and column. */
@ParameterizedClass
@EnumSource(
        value = TestDatabase.class,
        names = {"SQLITE", "H2", "POSTGRESQL", "MARIADB"})
@Tag("servers")
class SchemaPageTest {

    private static final String PAGE = page();
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Actor ANNA = Actor.of("staff", "anna");
    private static final Actor BEN = Actor.of("staff", "ben");

    private final TestDatabase database;
    private final HikariDataSource source;
    private final Orders orders;

    SchemaPageTest(TestDatabase database) {
        this.database = database;
        source = database.emptied();
        orders = Orders.builder(JdbcOrderStore.builder(source).build())
                .workflow(Presets.bookstore())
                .build();
    }

    private static String page() {
        try {
            return Files.readString(Path.of("../docs/schema.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Four orders on two days: one shipped, one cancelled, one paid with a question, one not paid; in a shop of the same database, units. */
    @BeforeEach
    void aWeek() {
        place("A-1", 0, "anna@example.org");
        place("A-2", 1, "ben@example.org");
        place("A-3", 2, "anna@example.org");
        place("A-4", 24, "cleo@example.org");
        fire("A-1", Request.of("pay", Actor.of("platform")), 1);
        fire("A-2", Request.of("pay", Actor.of("platform")), 2);
        fire("A-3", Request.of("pay", Actor.of("platform")), 3);
        fire("A-1", Request.of("release", ANNA), 5);
        fire("A-1", Request.of("ship", ANNA).with("tracking-number", "6200001").with("carrier", "inpost"), 7);
        fire("A-2", Request.of("cancel", BEN).with("reason", "sold out"), 4);
        orders.comment("A-3", CommentRequest.of(Actor.customer(), "When?").withTime(at(4)));
        orders.comment("A-1", CommentRequest.of(Actor.customer(), "When?").withTime(at(8)));
        orders.comment("A-1", CommentRequest.of(ANNA, "Today.").withTime(at(9)));
    }

    private static Instant at(int hours) {
        return MONDAY.plusSeconds(3600L * hours);
    }

    private void place(String number, int hours, String email) {
        assertThat(orders.place(
                        number,
                        Request.of("place", Actor.customer())
                                .with("payment", "prepaid")
                                .withCustomer(Customer.of(email))
                                .withTime(at(hours))))
                .isInstanceOf(Accepted.class);
    }

    private void fire(String number, Request request, int hours) {
        assertThat(orders.fire(number, request.withTime(at(hours)))).isInstanceOf(Accepted.class);
    }

    /** What a question of the page is answered; numbers are rounded to two places. */
    private List<String> answer(int question) throws SQLException {
        String section = PAGE.substring(PAGE.indexOf("\n### " + question + ". "));
        Matcher block =
                Pattern.compile("```sql( \\w+)?\n(.*?)```", Pattern.DOTALL).matcher(section);
        String sql = "";
        while (sql.isEmpty() && block.find()) {
            String only = block.group(1);
            sql = only == null || only.strip().equals(database.name().toLowerCase(Locale.ROOT)) ? block.group(2) : "";
        }
        return query(sql);
    }

    private static String text(Object value) {
        return value instanceof Number number && new BigDecimal(number.toString()).scale() > 0
                ? new BigDecimal(number.toString())
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString()
                : String.valueOf(value);
    }

    @Test
    void the_questions_are_answered() throws SQLException {
        assertThat(answer(1))
                .containsExactly(
                        "awaiting-payment, Oczekuje na płatność, 1",
                        "cancelled, Anulowane, 1",
                        "in-progress, W trakcie realizacji, 1",
                        "shipped, Zrealizowane, 1");
        assertThat(answer(2)).containsExactly("2026-03-02, 3", "2026-03-03, 1");
        assertThat(answer(3)).containsExactly("6.00");
        assertThat(answer(4)).allMatch(row -> row.startsWith("A-"));
        assertThat(answer(5)).containsExactly("sold out, 1");
        assertThat(answer(6)).containsExactly("staff, anna, 3", "staff, ben, 1");
        assertThat(answer(7)).extracting(row -> row.substring(0, 3)).containsExactly("A-3", "A-1");
        assertThat(answer(8)).containsExactly("awaiting-packing, 2.00", "awaiting-payment, 1.00", "in-progress, 3.00");
        assertThat(answer(9)).containsExactly("A-3, When?");
        assertThat(answer(10)).containsExactly("A-4");
    }

    @Test
    void the_questions_about_units_are_answered() throws SQLException {
        new UnitFixture(JdbcOrderStore.builder(source).build()).aBitOfEverything();

        assertThat(answer(11))
                .containsExactly(
                        "cancelled, cancelled, 1, 1",
                        "delivered, delivered, 2, 2",
                        "ordered, ordered, 8, 3",
                        "returned, returned, 2, 2",
                        "sent, sent, 3, 2");
        assertThat(answer(12)).containsExactly("a, 7, 2", "b, 0, 0");
        assertThat(query("select number, version, status, line_id, item_status, quantity from orderly_report_item"
                        + " where number = 'U-1' order by line_id, item_status"))
                .containsExactly(
                        "U-1, 1, open, a, ordered, 1",
                        "U-1, 1, open, a, sent, 2",
                        "U-1, 1, open, b, cancelled, 1",
                        "U-1, 1, open, b, ordered, 1");
        assertThat(query("select sequence, event, line_id, from_item, to_item, quantity from orderly_report_moved_item"
                        + " where number = 'U-0' order by sequence"))
                .as("retired")
                .containsExactly(
                        "1, place, a, , ordered, 2",
                        "2, send, a, ordered, sent, 2",
                        "3, deliver, a, sent, delivered, 1",
                        "4, return, a, sent, returned, 1");
    }

    @Test
    void the_views_show_what_the_tables_hold() throws SQLException {
        assertThat(query("select number, status, customer_email, entries, is_overdue from orderly_report_order"
                        + " where number = 'A-2'"))
                .containsExactly("A-2, cancelled, ben@example.org, 3, false");
        assertThat(query("select number, sequence, kind, event, to_status, actor_role from orderly_report_entry"
                        + " where number = 'A-3' order by sequence"))
                .containsExactly(
                        "A-3, 1, transition, place, awaiting-payment, customer",
                        "A-3, 2, transition, pay, in-progress, platform",
                        "A-3, 3, comment, null, null, customer");
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.add(
                            row.getMetaData().getColumnLabel(i).equalsIgnoreCase("is_overdue")
                                    ? Boolean.toString(row.getBoolean(i))
                                    : text(row.getObject(i)));
                }
                rows.add(String.join(", ", values));
            }
        }
        return rows;
    }

    @Test
    void the_page_names_each_table_and_column() throws SQLException {
        Set<String> missing = new TreeSet<>();
        try (Connection connection = source.getConnection()) {
            for (String line : BuiltInDialect.of(connection).catalog(connection)) {
                Matcher column = Pattern.compile("column (\\w+)\\.(\\w+) .*").matcher(line);
                if (column.matches() && !column.group(1).equals("orderly_truncation_guard")) {
                    String table = column.group(1);
                    String described = PAGE.substring(Math.max(0, PAGE.indexOf("**`" + table + "`**")))
                            .lines()
                            .takeWhile(text -> !text.isEmpty())
                            .collect(Collectors.joining("\n"));
                    if (!described.contains("`" + column.group(2) + "`")) {
                        missing.add(table + "." + column.group(2));
                    }
                }
            }
            for (String view : List.of(
                    "orderly_report_order",
                    "orderly_report_entry",
                    "orderly_report_item",
                    "orderly_report_moved_item")) {
                String described = PAGE.substring(PAGE.indexOf("**`" + view + "`**"));
                try (Statement statement = connection.createStatement();
                        ResultSet none = statement.executeQuery("select * from " + view + " where 1 = 0")) {
                    for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                        String column = none.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT);
                        if (!described.contains("`" + column + "`")) {
                            missing.add(view + "." + column);
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }
}
