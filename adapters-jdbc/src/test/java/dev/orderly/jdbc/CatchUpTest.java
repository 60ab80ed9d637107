package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.SweepReport;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Recorded;
import dev.orderly.decision.Rejected;
import dev.orderly.order.Actor;
import dev.orderly.order.ChainKeys;
import dev.orderly.order.Evolution;
import dev.orderly.order.HashChain;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.order.Redaction;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.UnreadableOrderException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Entries that somebody wrote by hand without moving the order's row, after which no entry could be written any more. */
@ParameterizedClass
@EnumSource(value = TestDatabase.class, mode = Mode.EXCLUDE, names = "H2_FILE")
@Tag("servers")
class CatchUpTest {

    private static final ChainKeys KEYS = ChainKeys.of(JdbcFixture.chainKey());

    private final TestDatabase database;
    private final HikariDataSource source;
    private final JdbcOrderStore store;
    private final Orders orders;

    CatchUpTest(TestDatabase database) {
        this.database = database;
        source = database.emptied();
        store = JdbcOrderStore.builder(source).build();
        orders = Orders.builder(store).workflow(JdbcFixture.FIRST).build();
        orders.place("A-1", JdbcFixture.place());
        orders.place("A-2", JdbcFixture.place());
    }

    private void insert(ForgedEntry entry) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(entry.sql());
        }
    }

    private void isWhole(String number, int entries) {
        History history = store.history(number).orElseThrow();
        Order order = store.find(number).orElseThrow().order();
        assertThat(history.entries()).hasSize(entries);
        assertThat(order)
                .isEqualTo(history.replay((name, version) ->
                        new Evolution(store.workflow(name, version).orElseThrow())));
        assertThat(history.verify())
                .hasValueSatisfying(problem -> assertThat(problem).contains("entry 2 was changed"));
    }

    @Test
    void the_next_step_is_decided_behind_the_entry() throws SQLException {
        insert(ForgedEntry.of("A-2"));

        assertThat(orders.fire("A-2", JdbcFixture.ship().withId("again")))
                .isInstanceOfSatisfying(
                        Rejected.class, r -> assertThat(r.code()).isEqualTo(Reason.NOT_IN_STATUS));
        assertThat(orders.fire("A-2", JdbcFixture.deliver())).isInstanceOf(Accepted.class);
        isWhole("A-2", 3);
    }

    @Test
    void several_entries_are_caught_up_with_at_once() throws SQLException {
        insert(ForgedEntry.of("A-2"));
        insert(ForgedEntry.of("A-2")
                .move("sent", "deliver", "delivered")
                .with("sequence", 3)
                .with("previous", 2));

        assertThat(orders.comment("A-2", CommentRequest.of(JdbcFixture.CUSTOMER, "who was that?")))
                .isInstanceOf(Recorded.class);
        isWhole("A-2", 4);
    }

    @Test
    void an_erasure_goes_on_behind_it() throws SQLException {
        insert(ForgedEntry.of("A-2"));

        assertThat(orders.erase("A-2", JdbcFixture.STAFF)).isPresent();
        isWhole("A-2", 3);
    }

    @Test
    void a_sweep_goes_on_behind_it() throws SQLException {
        insert(ForgedEntry.of("A-2").move("new", "remark", "new").with("status", "new"));
        Orders late = Orders.builder(store)
                .workflow(JdbcFixture.FIRST)
                .clock(Clock.fixed(JdbcFixture.START.plus(Duration.ofDays(15)), ZoneOffset.UTC))
                .build();

        SweepReport report = late.sweep();

        assertThat(report.overtaken()).containsExactly("A-2");
        assertThat(report.fired())
                .extracting(accepted -> accepted.order().number())
                .containsExactlyInAnyOrder("A-1", "A-2");
        isWhole("A-2", 3);
    }

    @Test
    void an_order_that_has_nothing_but_its_first_entry_is_completed() throws SQLException {
        insert(ForgedEntry.of("A-3")
                .with("sequence", 1)
                .with("previous", null)
                .move("", "place", "new")
                .with("content", "{\"placement\":{\"customer\":{},\"lines\":[]}}"));

        assertThat(orders.place("A-3", JdbcFixture.place()))
                .isInstanceOfSatisfying(
                        Rejected.class, r -> assertThat(r.code()).isEqualTo(Reason.ALREADY_PLACED));
        assertThat(store.find("A-3")).isPresent();
    }

    @Test
    void an_entry_of_which_no_order_can_be_made_is_named_and_holds_up_its_own_order_only() throws SQLException {
        insert(ForgedEntry.still("A-2", "comment").with("content", "{}"));

        assertThatExceptionOfType(UnreadableOrderException.class)
                .isThrownBy(() -> orders.fire("A-2", JdbcFixture.ship()))
                .withMessageContaining("A-2");
        assertThat(orders.find("A-2")).isPresent();
        assertThat(orders.fire("A-1", JdbcFixture.ship())).isInstanceOf(Accepted.class);
        assertThat(orders.unreadable()).containsExactly("A-2");
    }

    private Orders keyed() {
        return Orders.builder(JdbcOrderStore.builder(source).chainKeys(KEYS).build())
                .workflow(JdbcFixture.FIRST)
                .build();
    }

    /** With a key, an entry that is not made with it is to have no effect, and is not passed over in silence. */
    @Test
    void where_entries_have_a_key_one_without_it_holds_its_own_order_up() throws SQLException {
        Orders keyed = keyed();
        keyed.place("B-1", JdbcFixture.place());
        keyed.place("B-2", JdbcFixture.place());
        insert(ForgedEntry.of("B-2"));

        for (Runnable write : List.<Runnable>of(
                () -> keyed.fire("B-2", JdbcFixture.ship()),
                () -> keyed.comment("B-2", CommentRequest.of(JdbcFixture.CUSTOMER, "who was that?")),
                () -> keyed.erase("B-2", JdbcFixture.STAFF))) {
            assertThatExceptionOfType(UnreadableOrderException.class)
                    .isThrownBy(write::run)
                    .withMessage("order B-2 cannot move on: its history has an entry that was written without its row,"
                            + " and entry 2 was changed after it was written, or the one before it was");
        }
        assertThat(keyed.find("B-2").orElseThrow().status()).isEqualTo("new");
        assertThat(keyed.fire("B-1", JdbcFixture.ship())).isInstanceOf(Accepted.class);
    }

    @Test
    void a_sweep_says_that_it_is_held_up_and_fires_the_others() throws SQLException {
        Orders keyed = keyed();
        keyed.place("B-1", JdbcFixture.place());
        keyed.place("B-2", JdbcFixture.place());
        insert(ForgedEntry.of("B-2").move("new", "remark", "new").with("status", "new"));
        Orders late = Orders.builder(
                        JdbcOrderStore.builder(source).chainKeys(KEYS).build())
                .workflow(JdbcFixture.FIRST)
                .clock(Clock.fixed(JdbcFixture.START.plus(Duration.ofDays(15)), ZoneOffset.UTC))
                .build();

        SweepReport report = late.sweep();

        assertThat(report.failed()).containsOnlyKeys("B-2");
        assertThat(report.fired())
                .extracting(accepted -> accepted.order().number())
                .containsExactlyInAnyOrder("A-1", "A-2", "B-1");
    }

    /** As a person with the key writes one, who mends a history. */
    @Test
    void an_entry_that_is_made_with_the_key_is_caught_up_with() throws SQLException {
        Orders keyed = keyed();
        keyed.place("B-2", JdbcFixture.place());
        String previous = store.find("B-2").orElseThrow().hash();
        TransitionEntry entry = TransitionEntry.builder(2, Actor.of("staff"), JdbcFixture.START, "ship", "sent")
                .from("new")
                .build();
        insert(ForgedEntry.of("B-2")
                .with("salt", "salt")
                .with("hash", HashChain.next(previous, entry, Redaction.of("salt"), KEYS, JdbcFixture.START)));

        assertThat(keyed.fire("B-2", JdbcFixture.ship())).isInstanceOf(Rejected.class);
        assertThat(keyed.fire("B-2", JdbcFixture.deliver())).isInstanceOf(Accepted.class);
        assertThat(store.history("B-2").orElseThrow().verify(KEYS)).isEmpty();
    }

    @Test
    void once_the_entry_is_gone_the_order_goes_on() throws Exception {
        Orders keyed = keyed();
        keyed.place("B-2", JdbcFixture.place());
        insert(ForgedEntry.of("B-2"));
        assertThatExceptionOfType(UnreadableOrderException.class)
                .isThrownBy(() -> keyed.fire("B-2", JdbcFixture.ship()));

        Guards.without(database, source, List.of("delete from orderly_history where number = 'B-2' and sequence = 2"));

        assertThat(keyed.fire("B-2", JdbcFixture.ship())).isInstanceOf(Accepted.class);
        assertThat(store.history("B-2").orElseThrow().verify(KEYS)).isEmpty();
    }
}
