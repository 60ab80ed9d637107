package dev.orderly.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.Orders;
import dev.orderly.decision.OrderListener;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Activity;
import dev.orderly.order.Order;
import dev.orderly.store.ConflictException;
import dev.orderly.store.OrderStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds in every database for a shop's own table and an order, in Spring's transactions. */
abstract class TransactionLaws {

    /** Where to connect to a new database. */
    abstract String newDatabase();

    /** Writes down what it hears, and does with it what a test likes. */
    static final class Listener implements OrderListener {

        private final Orders orders;
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private BiConsumer<Orders, Order> reaction = (orders, order) -> {};

        Listener(Orders orders) {
            this.orders = orders;
        }

        @Override
        public void changed(Order order, Activity entry) {
            heard.add(order.number() + " is " + order.status());
            reaction.accept(orders, order);
        }

        @Override
        public void refused(@Nullable Order order, Request request, Rejected refusal) {
            heard.add(request.event() + " is refused: " + refusal.code());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithListener {

        @Bean
        Listener listener(Orders orders) {
            return new Listener(orders);
        }
    }

    /** What a test works with. */
    private record Parts(
            Orders orders, OrderStore store, JdbcTemplate jdbc, TransactionTemplate transaction, Listener listener) {

        static Parts of(ApplicationContext context) {
            JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
            jdbc.execute("create table purchase (number varchar(20) primary key)");
            return new Parts(
                    context.getBean(Orders.class),
                    context.getBean(OrderStore.class),
                    jdbc,
                    new TransactionTemplate(context.getBean(PlatformTransactionManager.class)),
                    context.getBean(Listener.class));
        }

        void purchase(String number) {
            jdbc.update("insert into purchase values (?)", number);
        }

        int purchases() {
            Integer count = jdbc.queryForObject("select count(*) from purchase", Integer.class);
            return count == null ? 0 : count;
        }
    }

    private void inShop(Consumer<Parts> test) {
        StarterFixture.application()
                .withPropertyValues("spring.datasource.url=" + newDatabase(), "orderly.workflow=bookstore")
                .withUserConfiguration(WithListener.class)
                .run(context -> test.accept(Parts.of(context)));
    }

    @Test
    void an_order_and_the_shops_table_are_committed_together() {
        inShop(shop -> {
            shop.transaction.executeWithoutResult(status -> {
                shop.purchase("A-1");
                shop.orders.place("A-1", StarterFixture.place());
                shop.orders.fire("A-1", StarterFixture.pay());

                assertThat(shop.listener.heard).isEmpty();
            });

            assertThat(shop.purchases()).isEqualTo(1);
            assertThat(shop.orders.find("A-1").orElseThrow().status()).isEqualTo("in-progress");
            assertThat(shop.listener.heard).containsExactly("A-1 is awaiting-payment", "A-1 is in-progress");
        });
    }

    @Test
    void an_order_is_rolled_back_with_the_shops_table() {
        inShop(shop -> {
            shop.purchase("A-1");

            assertThatExceptionOfType(DuplicateKeyException.class)
                    .isThrownBy(() -> shop.transaction.executeWithoutResult(status -> {
                        shop.orders.place("A-1", StarterFixture.place());
                        shop.purchase("A-1");
                    }));

            assertThat(shop.orders.find("A-1")).isEmpty();
            assertThat(shop.listener.heard).isEmpty();
        });
    }

    @Test
    void the_shops_table_is_rolled_back_with_an_order_that_met_a_conflict() {
        inShop(shop -> {
            shop.orders.place("A-1", StarterFixture.place());
            TransactionTemplate other =
                    new TransactionTemplate(shop.transaction.getTransactionManager(), shop.transaction);
            other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            shop.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);

            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> shop.transaction.executeWithoutResult(status -> {
                        shop.purchase("A-1");
                        assertThat(shop.orders.find("A-1").orElseThrow().sequence())
                                .isEqualTo(1);
                        other.executeWithoutResult(inner -> shop.orders.fire("A-1", StarterFixture.pay()));
                        shop.orders.fire("A-1", StarterFixture.pay());
                    }));

            assertThat(shop.purchases()).isZero();
            assertThat(shop.orders.history("A-1").orElseThrow().entries()).hasSize(2);
        });
    }

    @Test
    void without_a_transaction_each_step_is_one_of_its_own() {
        inShop(shop -> {
            shop.orders.place("A-1", StarterFixture.place());

            assertThat(shop.store.isJoined()).isFalse();
            assertThat(shop.listener.heard).containsExactly("A-1 is awaiting-payment");
        });
    }

    @Test
    void a_transaction_is_joined_only_while_it_is_there() {
        inShop(shop -> {
            TransactionTemplate none = new TransactionTemplate(shop.transaction.getTransactionManager());
            none.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);

            shop.transaction.executeWithoutResult(status -> {
                assertThat(shop.store.isJoined()).isTrue();
                none.executeWithoutResult(
                        suspended -> assertThat(shop.store.isJoined()).isFalse());
                assertThat(shop.store.isJoined()).isTrue();
            });
            assertThat(shop.store.isJoined()).isFalse();
        });
    }

    @Test
    void a_transaction_on_another_database_is_not_joined() {
        inShop(shop -> {
            DataSource elsewhere = new DriverManagerDataSource(StarterFixture.emptyDatabase());
            TransactionTemplate other = new TransactionTemplate(new DataSourceTransactionManager(elsewhere));

            other.executeWithoutResult(status -> {
                shop.purchase("A-1"); // leaves the thread a connection to the shop's database, without a transaction
                shop.orders.place("A-1", StarterFixture.place());
                status.setRollbackOnly();
            });

            assertThat(shop.orders.find("A-1")).isPresent();
            assertThat(shop.listener.heard).containsExactly("A-1 is awaiting-payment");
        });
    }

    private static void release(Orders orders, Order order) {
        if (order.status().equals("in-progress")) {
            orders.fire(order.number(), Request.of("release", StarterFixture.STAFF));
        }
    }

    @Test
    void what_a_listener_does_after_the_commit_is_written() {
        inShop(shop -> {
            shop.listener.reaction = TransactionLaws::release;

            shop.transaction.executeWithoutResult(status -> {
                shop.orders.place("A-1", StarterFixture.place());
                shop.orders.fire("A-1", StarterFixture.pay());
            });

            assertThat(shop.orders.find("A-1").orElseThrow().status()).isEqualTo("awaiting-packing");
            assertThat(shop.listener.heard)
                    .containsExactly("A-1 is awaiting-payment", "A-1 is in-progress", "A-1 is awaiting-packing");
        });
    }

    @Test
    void a_transaction_that_a_listener_begins_is_joined() {
        inShop(shop -> {
            TransactionTemplate another = new TransactionTemplate(shop.transaction.getTransactionManager());
            another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            shop.listener.reaction = (orders, order) -> another.executeWithoutResult(status -> {
                release(orders, order);
                status.setRollbackOnly();
            });

            shop.transaction.executeWithoutResult(status -> {
                shop.orders.place("A-1", StarterFixture.place());
                shop.orders.fire("A-1", StarterFixture.pay());
            });

            assertThat(shop.orders.find("A-1").orElseThrow().status()).isEqualTo("in-progress");
        });
    }

    @Test
    void of_a_refusal_listeners_hear_even_if_the_transaction_is_rolled_back() {
        inShop(shop -> {
            shop.transaction.executeWithoutResult(status -> {
                shop.orders.fire("A-1", StarterFixture.pay());
                status.setRollbackOnly();
            });

            assertThat(shop.listener.heard).containsExactly("pay is refused: unknown-order");
        });
    }

    @Test
    void an_order_can_be_asked_for_its_trail_after_the_transaction_that_read_it() {
        inShop(shop -> {
            shop.orders.place("A-1", StarterFixture.place());
            shop.orders.fire("A-1", StarterFixture.pay());

            Order order =
                    shop.transaction.execute(status -> shop.orders.find("A-1").orElseThrow());

            assertThat(order.trail()).hasToString("place: awaiting-payment → pay: in-progress");
        });
    }
}
