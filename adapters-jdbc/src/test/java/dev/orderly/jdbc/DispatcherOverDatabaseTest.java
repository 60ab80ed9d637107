package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.notification.Channel;
import dev.orderly.notification.DeliveryException;
import dev.orderly.notification.DispatchReport;
import dev.orderly.notification.Dispatcher;
import dev.orderly.notification.DispatcherBuilder;
import dev.orderly.notification.Notification;
import dev.orderly.store.Outbox;
import dev.orderly.store.OutboxEntry;
import dev.orderly.workflow.Workflow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Dispatchers over a real database; the channel keeps what it takes over. */
@ParameterizedClass
@EnumSource(
        value = TestDatabase.class,
        names = {"SQLITE", "H2", "POSTGRESQL", "POSTGRESQL_PARTITIONED", "MARIADB"})
@Tag("servers")
@Timeout(120)
class DispatcherOverDatabaseTest {

    private static final Workflow NOTIFYING = Workflow.builder("notifying")
            .status("new", s -> {})
            .status("sent", s -> s.done())
            .transition("place", t -> t.to("new").by("customer").notifying("customer"))
            .transition("ship", t -> t.from("new").to("sent").by("staff").notifying("customer"))
            .build();

    private final TestDatabase database;
    private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private HikariDataSource source;
    private Orders orders;

    DispatcherOverDatabaseTest(TestDatabase database) {
        this.database = database;
        source = database.emptied();
        orders = Orders.builder(store()).workflow(NOTIFYING).build();
    }

    @BeforeEach
    void emptyDatabase() {
        source = database.emptied();
        orders = Orders.builder(store()).workflow(NOTIFYING).build();
    }

    private JdbcOrderStore store() {
        return JdbcOrderStore.builder(source).build();
    }

    private void place(int count) {
        for (int i = 0; i < count; i++) {
            orders.place("A-" + i, Request.of("place", JdbcFixture.CUSTOMER));
            orders.fire("A-" + i, Request.of("ship", JdbcFixture.STAFF));
        }
    }

    private DispatcherBuilder mail(Channel channel) {
        return Dispatcher.builder(store()).channel("mail", channel);
    }

    private void take(Notification notification) {
        taken.add(notification.id());
    }

    private Outbox outbox() {
        return store().outbox();
    }

    private static Clock in(Duration time) {
        return Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC);
    }

    @Test
    void two_nodes_that_send_at_once_share_the_messages_and_keep_the_order_of_each_order() throws Exception {
        place(50);
        List<String> ids = new ArrayList<>();
        try (Dispatcher first = mail(this::take).batch(7).build();
                Dispatcher second = mail(this::take).batch(5).build()) {
            first.start();
            second.start();
            while (ids.size() < 100) {
                ids.add(taken.take());
            }
        }

        assertThat(taken).isEmpty();
        assertThat(ids).doesNotHaveDuplicates();
        for (int i = 0; i < 50; i++) {
            assertThat(ids).containsSubsequence("A-" + i + "/1/0", "A-" + i + "/2/0");
        }
        assertThat(outbox().backlog().waiting()).isZero();
    }

    @Test
    void a_poison_message_is_parked_and_can_be_sent_again() {
        place(20);
        Channel picky = n -> {
            if (n.id().equals("A-7/1/0")) {
                throw DeliveryException.permanent("no such mailbox", null);
            }
            take(n);
        };

        DispatchReport report = mail(picky).build().run();
        List<OutboxEntry> deadLetters = outbox().deadLettered(10);
        deadLetters.forEach(
                delivery -> outbox().resend(delivery.message(), Instant.now().minusSeconds(60)));
        mail(this::take).build().run();

        assertThat(report).isEqualTo(new DispatchReport(39, 0, 1, 0, Set.of()));
        assertThat(deadLetters).extracting(OutboxEntry::problem).containsExactly("no such mailbox");
        assertThat(taken).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void an_outage_parks_nothing_and_everything_arrives_afterwards() {
        place(20);
        Channel down = n -> {
            throw DeliveryException.temporary("the server does not answer", null);
        };

        for (int hour = 1; hour < 100; hour++) {
            mail(down).clock(in(Duration.ofHours(hour))).build().run();
        }
        assertThat(outbox().deadLettered(10)).isEmpty();
        assertThat(outbox().backlog().waiting()).isEqualTo(40);
        mail(this::take).clock(in(Duration.ofHours(101))).build().run();

        assertThat(taken).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void what_a_node_held_when_it_died_is_sent_by_another_when_its_lease_is_over() {
        place(3);
        outbox().claim("mail", Instant.now().plusSeconds(60), Duration.ofMinutes(5), 10);

        assertThat(mail(this::take)
                        .clock(in(Duration.ofMinutes(2)))
                        .build()
                        .run()
                        .sent())
                .isZero();
        mail(this::take).clock(in(Duration.ofMinutes(7))).build().run();

        assertThat(taken).hasSize(6).doesNotHaveDuplicates();
    }
}
