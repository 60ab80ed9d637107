package dev.orderly.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.benchmarks.database.Database;
import dev.orderly.benchmarks.database.DatabaseProduct;
import dev.orderly.benchmarks.database.Databases;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Transition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The code by hand must keep the promises that it is measured with: a limit that cheats is none. */
class HandWrittenMoverTest {

    private static final FlowStep SUBMIT = FlowStep.LIFE.get(0);
    private static final FlowStep DELIVER = FlowStep.LIFE.get(4);

    private Databases databases;
    private Database database;
    private HikariDataSource source;

    @BeforeEach
    void open() throws Exception {
        databases = new Databases(Map.of());
        database = databases.fresh(DatabaseProduct.H2);
        source = database.pool(8);
    }

    @AfterEach
    void close() throws Exception {
        source.close();
        database.close();
        databases.close();
    }

    @ParameterizedTest
    @EnumSource(Care.class)
    void leads_an_order_to_delivered(Care care) throws Exception {
        Mover mover = new HandWrittenMover(source, care);
        mover.place("1");
        for (FlowStep step : FlowStep.LIFE) {
            mover.step("1", step);
        }

        assertThat(ask("select status from " + care.prefix() + "_order")).containsExactly("delivered");
        assertThat(ask("select event from " + care.prefix() + "_history order by sequence"))
                .containsExactly("place", "submit", "pay", "release", "ship", "deliver");
        assertThat(ask("select state from " + care.prefix() + "_order"))
                .first()
                .asString()
                .startsWith("{\"fields\":{\"tracking-number\":\"PL123456789\"}");
    }

    @ParameterizedTest
    @EnumSource(Care.class)
    void of_many_who_take_the_same_step_one_wins(Care care) throws Exception {
        Mover mover = new HandWrittenMover(source, care);
        mover.place("1");

        assertThat(winners(8, () -> mover.step("1", SUBMIT))).isOne();
        assertThat(ask("select event from " + care.prefix() + "_history order by sequence"))
                .containsExactly("place", "submit");
    }

    @Test
    void refuses_what_the_flow_does_not_allow() throws Exception {
        Mover mover = new HandWrittenMover(source, Care.SAME);
        mover.place("1");

        assertThatThrownBy(() -> mover.step("1", DELIVER))
                .hasMessage("a step is not allowed in status \"new\":"
                        + " FlowStep[event=deliver, role=carrier, tracking=null]");
        assertThatThrownBy(() -> mover.step("1", new FlowStep("submit", "carrier")))
                .hasMessageStartingWith("a step is not allowed in status \"new\"");
        for (FlowStep step : FlowStep.LIFE.subList(0, 3)) {
            mover.step("1", step);
        }
        assertThatThrownBy(() -> mover.step("1", new FlowStep("ship", "staff")))
                .hasMessageStartingWith("a step is not allowed in status \"awaiting-packing\"");
        assertThatThrownBy(() -> mover.place("1")).isInstanceOf(SQLException.class);
    }

    @Test
    void its_tables_refuse_what_breaks_the_same_promises() throws Exception {
        Mover mover = new HandWrittenMover(source, Care.SAME);
        mover.place("1");
        mover.step("1", SUBMIT);

        for (String breach : List.of(
                "update same_order set status = 'delivered'",
                "update same_order set sequence = 1, status = 'new'",
                "update same_history set actor = 'nobody' where sequence = 1",
                "delete from same_history where sequence = 2",
                "delete from same_order",
                "insert into same_history select number, 3, 2, to_status, 'ship', 'shipped', actor, data, at_time, salt,"
                        + " hash from same_history where sequence = 2",
                "insert into same_history select number, 4, 2, to_status, 'pay', 'processing', actor, data, at_time,"
                        + " salt, hash from same_history where sequence = 2")) {
            assertThatThrownBy(() -> execute(breach)).as(breach).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void its_flow_is_that_of_the_workflow() {
        List<String> allowed = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (Status status : Flow.WORKFLOW.statuses()) {
            for (Transition transition : Flow.WORKFLOW.transitions()) {
                for (String role : Flow.WORKFLOW.roles()) {
                    String attempt = status.name() + " " + transition.event() + " " + role + " ";
                    if (transition.from().contains(status.name())
                            && transition.by().contains(role)) {
                        expected.add(attempt + transition.to());
                    }
                    target(status.name(), new FlowStep(transition.event(), role, "PL1"))
                            .ifPresent(to -> allowed.add(attempt + to));
                }
            }
        }
        assertThat(allowed).hasSize(13).isEqualTo(expected);
    }

    private static Optional<String> target(String status, FlowStep step) {
        try {
            return Optional.of(Flow.target(status, step));
        } catch (IllegalStateException refused) {
            return Optional.empty();
        }
    }

    private interface Attempt {

        void run() throws Exception;
    }

    private static int winners(int threads, Attempt attempt) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> attempts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                attempts.add(() -> {
                    attempt.run();
                    return null;
                });
            }
            int winners = 0;
            for (Future<Void> done : pool.invokeAll(attempts)) {
                try {
                    done.get();
                    winners++;
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOfAny(IllegalStateException.class, SQLException.class);
                }
            }
            return winners;
        } finally {
            pool.shutdown();
        }
    }

    private List<String> ask(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
