package dev.orderly.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.benchmarks.database.Database;
import dev.orderly.benchmarks.database.DatabaseProduct;
import dev.orderly.benchmarks.report.Figures;
import dev.orderly.benchmarks.report.Findings;
import dev.orderly.benchmarks.report.Measurement;
import dev.orderly.benchmarks.report.Setting;
import dev.orderly.benchmarks.report.Table;
import dev.orderly.benchmarks.report.Turns;
import dev.orderly.decision.Request;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.order.Actor;
import dev.orderly.order.Line;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Steps that pay and refund within bounds, beside the same steps of a workflow without bounds. */
public final class BoundsMeasurement implements Measurement {

    private static final int STEPS = 6;
    private static final Actor STAFF = Actor.of("staff", "anna");

    private final List<DatabaseProduct> kinds;
    private final long nanos;

    /** On all databases. */
    public BoundsMeasurement() {
        this(List.of(DatabaseProduct.H2, DatabaseProduct.POSTGRESQL, DatabaseProduct.MARIADB), 2_000_000_000L);
    }

    BoundsMeasurement(List<DatabaseProduct> kinds, long nanos) {
        this.kinds = kinds;
        this.nanos = nanos;
    }

    @Override
    public String name() {
        return "bounds";
    }

    @Override
    public String title() {
        return "Bounds of fields";
    }

    @Override
    public String what() {
        return """
                Orders' lives of seven steps, the first of which places the order, one order after another. The others pay
                and refund some of it by turns, so that each changes a field that is in a bound. Figures are microseconds of
                processor time for a step, of this program and of the database's process together: the median of all turns,
                and the least and most. *Without bounds* is the same workflow whose fields have none.
                """;
    }

    private enum Kind {
        NONE("without bounds", 1),
        FIELDS("bounded by a field", 1),
        TOTAL("and by the total of a line", 1),
        HUNDRED("and by the total of 100 lines", 100);

        private final String title;
        private final int lines;

        Kind(String title, int lines) {
            this.title = title;
            this.lines = lines;
        }

        private List<Line> ordered() {
            return IntStream.rangeClosed(1, lines)
                    .mapToObj(i -> Line.of("978-83-08-" + i, "Solaris", 3).withPrice(Money.parse("40 PLN")))
                    .toList();
        }

        private Workflow workflow() {
            Field paid = Field.of("paid", FieldType.MONEY);
            Field refunded = Field.of("refunded", FieldType.MONEY);
            return Workflow.builder("bounds-" + name().toLowerCase(Locale.ROOT))
                    .field(Field.of("amount", FieldType.MONEY))
                    .field(this == NONE || this == FIELDS ? paid : paid.withAtMost(Reference.linesTotal()))
                    .field(this == NONE ? refunded : refunded.withAtMost(Reference.field("paid")))
                    .status("open", s -> {})
                    .status("closed", s -> s.done())
                    .transition("place", t -> t.to("open"))
                    .transition(
                            "pay",
                            t -> t.from("open").by("staff").needs("amount").add("paid", Reference.field("amount")))
                    .transition(
                            "refund",
                            t -> t.from("open").by("staff").needs("amount").add("refunded", Reference.field("amount")))
                    .transition("close", t -> t.from("open").to("closed").by("staff"))
                    .build();
        }
    }

    /** The processors' time of this program and of a database's process. */
    private static final class Processors {

        private final List<ProcessHandle> processes;

        Processors(HikariDataSource source, DatabaseProduct kind) throws SQLException, IOException {
            Optional<ProcessHandle> server = switch (kind) {
                case POSTGRESQL -> ProcessHandle.of(Long.parseLong(answer(source, "select pg_backend_pid()")));
                case MARIADB ->
                    ProcessHandle.of(Long.parseLong(Files.readString(Path.of(answer(
                                    source,
                                    "select if(left(@@pid_file, 1) = '/', @@pid_file, concat(@@datadir, @@pid_file))")))
                            .strip()));
                default -> Optional.empty();
            };
            processes = Stream.concat(Stream.of(ProcessHandle.current()), server.stream())
                    .toList();
        }

        private static String answer(HikariDataSource source, String question) throws SQLException {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(question)) {
                row.next();
                return Objects.requireNonNull(row.getString(1));
            }
        }

        long micros() {
            return processes.stream()
                    .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                    .mapToLong(time -> time.toNanos() / 1000)
                    .sum();
        }
    }

    private record Contender(Kind kind, Orders orders, Processors processors, long nanos) {

        /** Microseconds of processor time for a step. */
        double take() {
            long begin = System.nanoTime();
            long used = processors.micros();
            long lives = 0;
            while (System.nanoTime() - begin < nanos) {
                live(kind + "-" + begin + "-" + lives++);
            }
            return (double) (processors.micros() - used) / lives / (STEPS + 1);
        }

        private void live(String number) {
            orders.place(
                            number,
                            Request.of("place", Actor.customer())
                                    .withLines(kind.ordered().toArray(Line[]::new)))
                    .orThrow();
            for (int i = 0; i < STEPS; i++) {
                orders.fire(
                                number,
                                Request.of(i % 2 == 0 ? "pay" : "refund", STAFF).with("amount", "10 PLN"))
                        .orThrow();
            }
        }
    }

    @Override
    public Findings measure(Setting setting) throws Exception {
        Turns turns = setting.quick() ? new Turns(3, 3) : new Turns(3, 7);
        long each = setting.quick() ? nanos / 4 : nanos;
        Table table = Table.of("A step", "", "", "microseconds of processor time", "times one without bounds");
        for (DatabaseProduct product : kinds) {
            try (Database database = setting.databases().fresh(product);
                    HikariDataSource source = database.pool(1)) {
                setting.say("  %s", product.title());
                Map<String, Turns.Turn> contenders = new LinkedHashMap<>();
                for (Kind kind : Kind.values()) {
                    Orders orders = Orders.builder(
                                    JdbcOrderStore.builder(source).migrate().build())
                            .workflow(kind.workflow())
                            .build();
                    Contender contender = new Contender(kind, orders, new Processors(source, product), each);
                    contenders.put(kind.name(), contender::take);
                }
                Map<String, Figures> figures = turns.of(contenders);
                double plain =
                        Objects.requireNonNull(figures.get(Kind.NONE.name())).median();
                for (Kind kind : Kind.values()) {
                    Figures all = Objects.requireNonNull(figures.get(kind.name()));
                    table = table.row(
                            kind == Kind.NONE ? product.title() : "",
                            kind.title,
                            all.text(),
                            kind == Kind.NONE ? "" : Figures.ratio(all.median() / plain));
                }
            }
        }
        return Findings.of(table);
    }
}
