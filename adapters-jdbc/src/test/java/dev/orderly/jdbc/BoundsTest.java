package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Request;
import dev.orderly.jdbc.Finding.Kind;
import dev.orderly.order.Actor;
import dev.orderly.order.Evolution;
import dev.orderly.order.HashChain;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Redaction;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.Change;
import dev.orderly.store.StoreFailedException;
import dev.orderly.store.StoredOrder;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The database holds fields to their bounds, and is in the way of nothing that an order may do. */
@ParameterizedClass
@EnumSource(value = TestDatabase.class, mode = Mode.EXCLUDE, names = "H2_FILE")
@Tag("servers")
class BoundsTest {

    private final TestDatabase database;
    private final HikariDataSource source;
    private final JdbcOrderStore store;
    private final Orders orders;

    BoundsTest(TestDatabase database) {
        this.database = database;
        source = database.emptied();
        store = JdbcOrderStore.builder(source).build();
        orders = new BoundFixture(store).orders();
    }

    @BeforeEach
    void aBitOfEverything() {
        new BoundFixture(store).aBitOfEverything();
    }

    private Object field(String number, String field) {
        return String.valueOf(store.find(number).orElseThrow().order().field(field));
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(row.getString(i)));
                }
                rows.add(String.join(", ", values));
            }
        }
        return rows;
    }

    private void isClean() throws IOException {
        assertThat(store.verification().run().findings()).isEmpty();
    }

    @Test
    void the_bounds_of_a_version_are_rows_and_a_version_without_has_none() throws Exception {
        assertThat(query("select subject, field, type, relation, other, constant from orderly_bound"
                        + " where workflow = 'deposits' order by subject, field, relation, other"))
                .containsExactly(
                        ", closes-at, instant, at-least, opens-at, null",
                        ", due-on, date, at-least, ordered-on, null",
                        ", paid, money, at-most, (lines), null",
                        ", places, number, at-most, (constant), {\"number\":\"50\"}",
                        ", refunded, money, at-most, paid, null",
                        ", reminders, number, at-least, (constant), {\"number\":\"0\"}",
                        ", reminders, number, at-most, (constant), {\"number\":\"3\"}",
                        ", seats, number, at-most, places, null",
                        "claim, claimed, money, at-most, (constant), {\"money\":\"80 EUR\"}",
                        "claim, granted, money, at-most, claimed, null");
        store.register(Workflow.builder("unbounded")
                .status("open", status -> status.done(true))
                .transition("place", t -> t.to("open"))
                .build());
        assertThat(query("select field from orderly_bound where workflow = 'unbounded'"))
                .isEmpty();
        isClean();
    }

    @Test
    void what_is_within_its_bounds_is_taken() throws Exception {
        assertThat(orders.fire("B-1", BoundFixture.amount("refund", "70 EUR")).isAccepted())
                .as("exactly all of it")
                .isTrue();
        assertThat(orders.fire("B-1", BoundFixture.amount("pay", "20 EUR")).isAccepted())
                .as("exactly the total")
                .isTrue();
        assertThat(orders.fire("B-1", BoundFixture.step("remind")).isAccepted()).isTrue();
        assertThat(orders.fire("B-1", BoundFixture.step("remind")).isAccepted()).isFalse();
        assertThat(orders.fire(
                                "B-1",
                                BoundFixture.step("book").with("places", "10.5").with("seats", "10.50"))
                        .isAccepted())
                .isTrue();
        assertThat(field("B-1", "refunded")).isEqualTo("100 EUR");
        isClean();
    }

    /** Each step begins at the sequence that the one before left: there is no moment at which both see the same amount. */
    @Test
    void of_refunds_at_the_same_time_no_more_are_taken_than_was_paid() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> writer = () -> {
                int taken = 0;
                for (int i = 0; i < 5; i++) {
                    Decision decision = orders.fire("B-1", BoundFixture.amount("refund", "20 EUR"));
                    taken += decision.isAccepted() ? 1 : 0;
                }
                return taken;
            };
            int taken = 0;
            for (Future<Integer> done : writers.invokeAll(List.of(writer, writer, writer, writer))) {
                taken += done.get();
            }
            assertThat(taken).isEqualTo(3);
        } finally {
            writers.shutdown();
        }
        assertThat(field("B-1", "refunded")).isEqualTo("90 EUR");
        isClean();
    }

    @Test
    void an_erasure_takes_what_bounds_something_away() throws Exception {
        assertThat(field("B-4", "paid")).isEqualTo("null");
        assertThat(field("B-4", "refunded")).isEqualTo("30 EUR");
        assertThat(orders.fire("B-4", BoundFixture.step("remind")).isAccepted()).isTrue();
        assertThat(orders.erase("B-1", BoundFixture.STAFF, "refunded", "claimed"))
                .isPresent();
        isClean();
    }

    @Test
    void an_order_comes_back_from_the_archive_and_goes_there_again() throws Exception {
        orders.comment("B-0", CommentRequest.of(Actor.customer(), "And the receipt?"));
        assertThat(query("select sequence from orderly_order where number = 'B-0'"))
                .containsExactly("5");
        assertThat(store.retirement(BoundFixture.AGE).run().retired()).isEqualTo(1);
        assertThat(store.purge(BoundFixture.AGE).run().purged()).isEqualTo(1);
        isClean();
    }

    /** A migration asks nothing of what an order has; the next step that touches it is held to the new bounds. */
    @Test
    void an_order_moves_to_a_version_with_tighter_bounds() throws Exception {
        Orders both = Orders.builder(store)
                .workflow(BoundFixture.DEPOSITS)
                .workflow(BoundFixture.STRICTER)
                .build();

        both.migration("deposits", 1, 2).run(BoundFixture.STAFF);

        assertThat(both.find("B-1").orElseThrow().version()).isEqualTo(2);
        assertThat(both.fire("B-1", Request.of("remind", BoundFixture.STAFF)).isAccepted())
                .isTrue();
        assertThat(both.fire("B-1", Request.of("pay", BoundFixture.STAFF).with("amount", "1 EUR"))
                        .isAccepted())
                .isFalse();
        isClean();
    }

    @Test
    void what_an_engine_lets_through_is_refused_and_found_where_the_guards_are_off() throws Exception {
        StoredOrder before = store.find("B-1").orElseThrow();
        TransitionEntry entry = TransitionEntry.builder(
                        before.order().sequence() + 1, BoundFixture.STAFF, BoundFixture.START, "refund", "open")
                .from("open")
                .data(Data.of("refunded", Money.parse("100.01 EUR")))
                .build();
        Redaction redaction = Redaction.of("salt");
        Change change = new Change(
                new Evolution(BoundFixture.DEPOSITS).apply(before.order(), entry),
                new HistoryEntry(entry, HashChain.next(before.hash(), entry, redaction), redaction),
                null,
                Map.of(),
                List.of());

        assertThat(refusal(change)).contains("a step leaves no field out of its bounds");
        assertThat(store.find("B-1").orElseThrow().order()).isEqualTo(before.order());

        if (database == TestDatabase.H2) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("drop trigger orderly_order_bounded");
                statement.execute("drop trigger orderly_history_bounded");
                store.append(change);
                statement.execute("create trigger orderly_order_bounded before insert, update on orderly_order"
                        + " for each row call 'dev.orderly.jdbc.h2.BoundGuard'");
                statement.execute("create trigger orderly_history_bounded before insert on orderly_history"
                        + " for each row call 'dev.orderly.jdbc.h2.GivenGuard'");
            }
            assertThat(store.verification().run().findings())
                    .extracting(Finding::kind, Finding::problem)
                    .containsExactly(tuple(Kind.BOUND, "entry 9 leaves refunded out of its bounds"));
        }
    }

    private String refusal(Change change) {
        try {
            store.append(change);
        } catch (StoreFailedException e) {
            return String.valueOf(e.getCause());
        }
        return "taken";
    }

    /** Two members of one name are read as the last of them by this library, and as the first by some databases. */
    @Test
    void json_that_says_a_thing_twice_is_not_read() throws Exception {
        String twice = BoundAttacks.money("refunded", "30 EUR") + "," + BoundAttacks.money("refunded", "900 EUR");
        Guards.without(
                database,
                source,
                List.of("update orderly_order set state = replace(state, '" + BoundAttacks.money("refunded", "30 EUR")
                        + "', '" + twice + "') where number = 'B-1'"));

        assertThat(store.verification().run().findings())
                .extracting(Finding::order)
                .containsOnly("B-1");
        assertThat(query("select number from orderly_order where number = 'B-1'"))
                .hasSize(1);
        try {
            store.find("B-1");
            assertThat(false).as("it was read").isTrue();
        } catch (RuntimeException e) {
            assertThat(e).hasMessageContaining("B-1");
        }
    }

    @Test
    void a_verification_names_a_version_with_other_bounds_than_its_content() throws Exception {
        Guards.without(database, source, List.of("delete from orderly_bound where field = 'refunded'"));

        assertThat(store.verification().run().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.WORKFLOW);
            assertThat(finding.problem())
                    .isEqualTo("deposits version 1 has other bounds in orderly_bound than in its content");
        });
    }
}
