package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.jdbc.Finding.Kind;
import dev.orderly.order.ChainKeys;
import dev.orderly.order.Customer;
import dev.orderly.order.HistoryEntry;
import dev.orderly.store.OrderStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a verification finds with the keys of the chain, and without them. */
@ParameterizedClass
@EnumSource(value = TestDatabase.class, mode = Mode.EXCLUDE, names = "H2_FILE")
@Tag("servers")
class KeyedVerificationTest {

    /** Before the key of {@link #LATER}. */
    private static final Instant EARLY = Instant.parse("2020-06-01T10:00:00Z");

    private static final ChainKeys KEYS = ChainKeys.of(JdbcFixture.chainKey());
    private static final ChainKeys LATER =
            ChainKeys.of(JdbcFixture.chainKey().withSince(Instant.parse("2021-01-01T00:00:00Z")));

    private final TestDatabase database;
    private final HikariDataSource source;
    private final JdbcOrderStore store;
    private final Forger forger;

    @TempDir
    private Path folder;

    KeyedVerificationTest(TestDatabase database) {
        this.database = database;
        forger = new Forger(ApplicationUser.of(database));
        source = database.emptied();
        store = JdbcOrderStore.builder(source).chainKeys(KEYS).build();
    }

    private void someOrders(OrderStore by) {
        Orders orders = JdbcFixture.early(by);
        orders.place("A-1", JdbcFixture.place());
        orders.place("A-2", JdbcFixture.place().withCustomer(Customer.of("anna@example.org")));
        orders.comment("A-2", CommentRequest.of(JdbcFixture.CUSTOMER, "hello"));
        orders.erase("A-2", JdbcFixture.STAFF);
        orders.place("A-3", JdbcFixture.place());
        orders.fire("A-3", JdbcFixture.ship());
        store.register(JdbcFixture.SECOND);
        JdbcFixture.over(by).migration("shop", 1, 2).run(JdbcFixture.STAFF);
        orders.place("A-4", JdbcFixture.place());
    }

    /** Of a time before there was a key. */
    private Orders early() {
        return Orders.builder(store)
                .workflow(JdbcFixture.FIRST)
                .chainKeys(ChainKeys.NONE)
                .clock(Clock.fixed(EARLY, ZoneOffset.UTC))
                .build();
    }

    private List<Finding> found(ChainKeys keys) throws Exception {
        return store.verification().chainKeys(keys).run().findings();
    }

    @Test
    void a_database_that_only_the_library_wrote_to_is_clean_with_the_key() throws Exception {
        someOrders(store);
        JdbcFixture.over(store).sweep();

        assertThat(store.verification().run().findings()).isEmpty();
        assertThat(store.history("A-2").orElseThrow().verify(KEYS)).isEmpty();
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            JdbcFixture.early(store.joining(connection)).fire("A-4", JdbcFixture.ship());
            connection.commit();
        }
        assertThat(store.verification().run().isClean()).isTrue();
    }

    @Test
    void without_the_key_all_but_the_hashes_is_verified() throws Exception {
        someOrders(store);
        VerificationReport report =
                store.verification().chainKeys(ChainKeys.NONE).run();

        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().get(0).kind()).isEqualTo(Kind.KEY);
        assertThat(report.findings().get(0).problem())
                .startsWith(report.entries() + " entries cannot be checked: their hashes are made with the key "
                        + JdbcFixture.chainKey().id() + ", which is not given; one of them is entry ");
        assertThat(report.isClean()).isFalse();

        Guards.without(
                database,
                source,
                List.of(
                        "update orderly_order set muted = true where number = 'A-1'",
                        "update orderly_history set detail = 'internal' where number = 'A-3' and sequence = 1",
                        "delete from orderly_history where number = 'A-4'"));
        assertThat(found(ChainKeys.NONE))
                .extracting(Finding::kind)
                .contains(Kind.KEY, Kind.SNAPSHOT, Kind.ENTRY, Kind.MISSING);
    }

    @Test
    void what_is_written_without_the_key_is_found_whoever_writes_it() throws Exception {
        for (Map.Entry<String, Consumer<String>> attempt :
                forger.withKeys(JdbcFixture.chainKey().id()).entrySet()) {
            database.emptied();
            someOrders(store);
            attempt.getValue().accept("A-4");

            List<Finding> findings = found(KEYS);
            assertThat(findings).as(attempt.getKey()).hasSize(1);
            Finding finding = findings.get(0);
            assertThat(String.valueOf(finding.order()) + finding.problem()).contains("A-4");
            assertThat(finding.kind()).isIn(Kind.CHAIN, Kind.KEY);
        }
    }

    @Test
    void the_same_without_keys_is_found_by_no_verification() throws Exception {
        for (Map.Entry<String, Consumer<String>> attempt : forger.withoutKeys().entrySet()) {
            database.emptied();
            someOrders(JdbcOrderStore.builder(source).build());
            attempt.getValue().accept("A-4");

            assertThat(found(ChainKeys.NONE)).as(attempt.getKey()).isEmpty();
        }
    }

    @Test
    void a_history_rewritten_with_all_its_hashes_is_found() throws Exception {
        someOrders(store);
        rewriteWithoutKeys("A-3");

        assertThat(found(KEYS))
                .extracting(Finding::problem)
                .contains("entry 1 was written without the chain key that entries had then");
        assertThat(found(KEYS)).extracting(Finding::order).containsOnly("A-3");
    }

    /** With full rights: it was the customer who did it, and all hashes are right. */
    private void rewriteWithoutKeys(String number) throws Exception {
        Guards.without(
                database,
                source,
                List.of("update orderly_history set actor_role = 'customer', actor_id = null where number = '" + number
                        + "' and sequence = 2"));
        List<HistoryEntry> entries = store.history(number).orElseThrow().entries();
        List<String> statements = new ArrayList<>();
        Forger.hashesWithoutKeys(entries)
                .forEach((sequence, hash) -> statements.add("update orderly_history set hash = '" + hash
                        + "' where number = '" + number + "' and sequence = " + sequence));
        Guards.without(database, source, statements);
    }

    @Test
    void entries_from_before_the_key_are_sound_and_what_comes_later_without_it_is_found() throws Exception {
        early().place("A-1", JdbcFixture.place().withTime(EARLY));
        early().place("A-2", JdbcFixture.place().withTime(EARLY));
        Orders.builder(store)
                .workflow(JdbcFixture.FIRST)
                .chainKeys(LATER)
                .build()
                .fire("A-1", JdbcFixture.ship());
        assertThat(found(LATER)).isEmpty();

        forger.comment("A-2", JdbcFixture.START, UnaryOperator.identity());

        assertThat(found(LATER))
                .containsExactly(new Finding(
                        Kind.CHAIN, "A-2", "entry 2 was written without the chain key that entries had then"));
    }

    @Test
    void what_pretends_to_be_from_before_the_key_is_found_by_heads_from_after_it_only() throws Exception {
        early().place("A-1", JdbcFixture.place().withTime(EARLY));
        early().place("A-2", JdbcFixture.place().withTime(EARLY));
        Path heads = folder.resolve("heads");
        Heads.write(store, heads);
        assertThat(store.verification().chainKeys(LATER).heads(heads).run().isClean())
                .isTrue();

        forger.comment("A-2", EARLY, UnaryOperator.identity());
        forgedOrder("A-3");

        assertThat(found(LATER)).isEmpty();
        assertThat(store.verification()
                        .heads(heads)
                        .chainKeys(ChainKeys.NONE)
                        .run()
                        .findings())
                .isEmpty();
        assertThat(store.verification().heads(heads).chainKeys(LATER).run().findings())
                .containsExactlyInAnyOrder(
                        new Finding(
                                Kind.CHAIN,
                                "A-2",
                                "entry 2 was written after the heads, without the chain key that entries had then"),
                        new Finding(
                                Kind.CHAIN,
                                "A-3",
                                "the order is not among the heads, but was placed without the chain key that entries"
                                        + " had then"));
    }

    private void forgedOrder(String number) {
        early().place(number, JdbcFixture.place().withTime(EARLY));
    }

    @Test
    void keys_that_were_made_up_are_not_told_apart_without_end() throws Exception {
        someOrders(store);
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            JdbcFixture.early(store).place("B-" + i, JdbcFixture.place());
            statements.add("update orderly_history set hash = 'hmac:made-up-" + i + ":" + "A".repeat(43)
                    + "' where number = 'B-" + i + "'");
        }
        Guards.without(database, source, statements);

        List<Finding> findings = found(KEYS);

        assertThat(findings).hasSize(101).extracting(Finding::kind).containsOnly(Kind.KEY);
        assertThat(findings)
                .extracting(Finding::problem)
                .anyMatch(problem -> problem.startsWith(
                        "20 entries cannot be checked: their hashes are made with the" + " key (others)"));
    }
}
