package dev.orderly;

import static dev.orderly.OrdersFixture.CUSTOMER;
import static dev.orderly.OrdersFixture.STAFF;
import static dev.orderly.OrdersFixture.WORKFLOW;
import static dev.orderly.OrdersFixture.accepted;
import static dev.orderly.OrdersFixture.place;
import static dev.orderly.OrdersFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Request;
import dev.orderly.order.ChainKey;
import dev.orderly.order.ChainKeys;
import dev.orderly.order.HashChain;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.MissingChainKeyException;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever writes an entry writes it with the key. */
class KeyedOrdersTest {

    private final SettableClock clock = new SettableClock();
    private final OrderStore store = new InMemoryOrderStore();
    private final ChainKeys keys = ChainKeys.of(key("one", 1));

    private static ChainKey key(String id, int fill) {
        byte[] secret = new byte[ChainKey.MIN_BYTES];
        Arrays.fill(secret, (byte) fill);
        return ChainKey.of(id, secret);
    }

    private Orders node(ChainKeys own) {
        return Orders.builder(store)
                .workflow(WORKFLOW)
                .workflow(WORKFLOW.nextVersion().build())
                .clock(clock)
                .chainKeys(own)
                .build();
    }

    private History history(String number) {
        return store.history(number).orElseThrow();
    }

    private List<String> keysOf(String number) {
        return history(number).entries().stream()
                .map(HistoryEntry::hash)
                .map(hash -> HashChain.keyId(hash).orElse("none"))
                .toList();
    }

    @Test
    void every_kind_of_entry_has_the_key() {
        Orders orders = node(keys);
        orders.place("A-1", "shop", place());
        orders.comment("A-1", CommentRequest.of(CUSTOMER, "hello"));
        orders.mute("A-1", CUSTOMER, true);
        orders.openCase("A-1", "claim", Request.of("claim", CUSTOMER));
        orders.erase("A-1", STAFF);
        Orders.builder(store)
                .workflow(WORKFLOW)
                .chainKeys(keys)
                .clock(clock)
                .build()
                .place("A-2", place());
        orders.migration("shop", 1, 2).run(STAFF);
        clock.days(14);
        assertThat(orders.sweep().fired()).hasSize(3);

        assertThat(keysOf("A-1")).hasSize(7).containsOnly("one");
        assertThat(keysOf("A-2")).hasSize(3).containsOnly("one");
        assertThat(history("A-1").verify(keys)).isEmpty();
        assertThat(history("A-2").verify(keys)).isEmpty();
    }

    @Test
    void a_view_of_the_store_writes_with_the_key_as_well() {
        node(keys).withStore(store).place("A-1", place());

        assertThat(keysOf("A-1")).containsExactly("one");
    }

    @Test
    void a_store_that_has_keys_gives_them_to_its_orders() {
        OrderStore keyed = new ForwardingStore() {
            @Override
            public ChainKeys chainKeys() {
                return keys;
            }
        };
        Orders.builder(keyed).workflow(WORKFLOW).build().place("A-1", place());

        assertThat(keyed.history("A-1").orElseThrow().verify(keys)).isEmpty();
    }

    /** Each node is started anew with the key at another time, before the key's own. */
    @Test
    void nodes_that_get_a_key_one_after_the_other_write_nothing_that_is_found() {
        ChainKeys coming = ChainKeys.of(key("one", 1).withSince(clock.instant().plus(Duration.ofHours(2))));
        Orders old = node(ChainKeys.NONE);
        old.place("A-1", place());
        Orders updated = node(coming);
        clock.advance(Duration.ofHours(1));
        accepted(updated.fire("A-1", staff("hold")));
        accepted(old.fire("A-1", staff("resume")));
        assertThat(keysOf("A-1")).containsOnly("none");
        Orders alsoUpdated = node(coming);
        clock.advance(Duration.ofHours(1));
        accepted(updated.fire("A-1", staff("hold")));
        accepted(alsoUpdated.fire("A-1", staff("resume")));

        assertThat(keysOf("A-1")).containsExactly("none", "none", "none", "one", "one");
        assertThat(history("A-1").verify(coming)).isEmpty();
    }

    @Test
    void a_clock_that_is_behind_does_not_go_back_to_an_older_key() {
        ChainKeys both = ChainKeys.of(
                key("one", 1), key("two", 2).withSince(clock.instant().plus(Duration.ofMinutes(1))));
        node(both).place("A-1", place());
        SettableClock fast = new SettableClock().advance(Duration.ofMinutes(1));
        accepted(Orders.builder(store)
                .workflow(WORKFLOW)
                .clock(fast)
                .chainKeys(both)
                .build()
                .fire("A-1", staff("hold")));
        accepted(node(both).fire("A-1", staff("resume")));

        assertThat(keysOf("A-1")).containsExactly("one", "two", "two");
        assertThat(history("A-1").verify(both)).isEmpty();
    }

    @Test
    void a_node_without_the_key_writes_nothing_behind_an_entry_that_has_it() {
        node(keys).place("A-1", place());
        Orders keyless = node(ChainKeys.NONE);

        for (Runnable write : List.<Runnable>of(
                () -> keyless.fire("A-1", staff("hold")),
                () -> keyless.comment("A-1", CommentRequest.of(CUSTOMER, "hello")),
                () -> keyless.erase("A-1", STAFF))) {
            assertThatExceptionOfType(MissingChainKeyException.class)
                    .isThrownBy(write::run)
                    .withMessage("order A-1 cannot move on here: its latest entry is made with the chain key one, which"
                            + " this program does not have: give it the chain keys of the other programs that write to"
                            + " the same store")
                    .satisfies(e -> assertThat(e.number()).isEqualTo("A-1"))
                    .satisfies(e -> assertThat(e.keyId()).isEqualTo("one"));
        }
        assertThat(keysOf("A-1")).containsExactly("one");
        assertThat(keyless.find("A-1")).isPresent();
    }

    @Test
    void a_sweep_without_the_key_leaves_deadlines_to_nodes_that_have_it() {
        Orders with = node(keys);
        Orders without = node(ChainKeys.NONE);
        with.place("A-1", place());
        without.place("A-2", place());
        clock.days(14);

        try (CapturedLog log = new CapturedLog()) {
            SweepReport report = without.sweep();

            assertThat(report.fired())
                    .extracting(fired -> fired.order().number())
                    .containsExactly("A-2");
            assertThat(report.failed()).isEmpty();
            assertThat(log.text())
                    .contains("1 deadlines are left to other nodes: this program does not have the chain key of order"
                            + " A-1");
        }
        assertThat(with.sweep().fired())
                .extracting(fired -> fired.order().number())
                .containsExactly("A-1");
        assertThat(keysOf("A-1")).containsExactly("one", "one");
    }

    @Test
    void claims_that_cannot_be_released_do_not_take_the_report_away() {
        OrderStore unlucky = new ForwardingStore() {
            @Override
            public void releaseDeadlines(List<dev.orderly.store.StoredOrder> claimed) {
                throw new IllegalStateException("the database is away");
            }
        };
        Orders with = Orders.builder(unlucky)
                .workflow(WORKFLOW)
                .clock(clock)
                .chainKeys(keys)
                .build();
        Orders without = Orders.builder(unlucky).workflow(WORKFLOW).clock(clock).build();
        with.place("A-1", place());
        without.place("A-2", place());
        clock.days(14);

        try (CapturedLog log = new CapturedLog()) {
            assertThat(without.sweep().fired()).hasSize(1);
            assertThat(log.text()).contains("they could not be released; their lease ends by itself");
        }
    }
}
