package dev.orderly.benchmarks.embedded;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.store.OrderQuery;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures the store on one embedded database. Arguments: the JDBC URL, the folder of its files, how many steps. Orders are
 * placed, moved by one and by eight threads, listed, swept, moved on with the database closed in between, and read by a
 * program that has just begun.
 */
public final class StoreContest {

    private static final int ORDERS = 1000;
    private static final Actor STAFF = Actor.of("staff", "anna");
    private static final Workflow SHOP = Workflow.builder("shop")
            .field(Field.of("note", FieldType.TEXT))
            .status("new", s -> {})
            .status("sent", s -> s.done())
            .status("dropped", s -> s.done())
            .transition("place", t -> t.to("new").by("customer"))
            .transition("remark", t -> t.from("new").by("staff").needs("note"))
            .transition("ship", t -> t.from("new").to("sent").by("staff"))
            .transition("drop", t -> t.from("new").to("dropped").after(TimeLimit.after("P14D")))
            .build();

    private final String url;
    private final Path folder;
    private final int steps;

    private StoreContest(String url, Path folder, int steps) {
        this.url = url;
        this.folder = folder;
        this.steps = steps;
    }

    public static void main(String[] arguments) throws Exception {
        StoreContest contest = new StoreContest(arguments[0], Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        if (contest.steps == 0) {
            contest.open();
            return;
        }
        contest.place();
        contest.speed();
        contest.growth();
    }

    private void say(String format, Object... values) {
        System.out.println(url.replaceFirst(":[^:]*$", "") + ": " + String.format(Locale.ROOT, format, values));
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }

    private static Orders over(HikariDataSource source, Clock clock) {
        return Orders.builder(JdbcOrderStore.builder(source).migrate().build())
                .workflow(SHOP)
                .clock(clock)
                .build();
    }

    private static Orders over(HikariDataSource source) {
        return over(source, Clock.systemUTC());
    }

    private void place() {
        try (HikariDataSource source = pool()) {
            Orders orders = over(source);
            for (int i = 0; i < ORDERS; i++) {
                orders.place(
                        "o-" + i,
                        Request.of("place", Actor.customer())
                                .withCustomer(Customer.of("anna" + i + "@example.org"))
                                .withLines(Line.of("978-83-08-04905-1", "Solaris", 2)));
            }
        }
    }

    private static void remark(Orders orders, int order) {
        orders.fire("o-" + order, Request.of("remark", STAFF).with("note", "x".repeat(100)))
                .orThrow();
    }

    private void speed() throws Exception {
        try (HikariDataSource source = pool()) {
            Orders orders = over(source);
            for (int threads : List.of(1, 8)) {
                steps(orders, threads, steps / 10);
                say("%d threads: %,.0f steps a second", threads, steps(orders, threads, steps));
            }
            for (int i = 0; i < 500; i++) {
                orders.list(OrderQuery.active().withLimit(50));
            }
            long begin = System.nanoTime();
            for (int i = 0; i < 500; i++) {
                orders.list(OrderQuery.active().withWorkflow("shop").withLimit(50));
            }
            say("a list of 50: %,.2f ms", (System.nanoTime() - begin) / 500e6);
        }
    }

    private static double steps(Orders orders, int threads, int steps) throws InterruptedException {
        Thread[] all = new Thread[threads];
        long begin = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            int own = i;
            all[i] = new Thread(() -> {
                for (int j = 0; j < steps / threads; j++) {
                    remark(orders, (j * threads + own) % ORDERS);
                }
            });
            all[i].start();
        }
        for (Thread thread : all) {
            thread.join();
        }
        return steps * 1e9 / (System.nanoTime() - begin);
    }

    private void growth() throws Exception {
        long begin = bytes();
        int part = Math.max(1, steps / 4);
        for (int opened = 1; opened <= 4; opened++) {
            long open;
            try (HikariDataSource source = pool()) {
                Orders orders = over(source);
                for (int i = 0; i < part; i++) {
                    remark(orders, i % ORDERS);
                }
                open = bytes();
            }
            say(
                    "%,d more steps: %,d kB while open, %,d kB when closed (%,d bytes a step)",
                    opened * part, open / 1024, bytes() / 1024, (bytes() - begin) / ((long) opened * part));
        }
        try (HikariDataSource source = pool()) {
            Orders late = over(
                    source,
                    Clock.fixed(
                            Instant.now().plus(Duration.ofDays(30)),
                            Clock.systemUTC().getZone()));
            long from = System.nanoTime();
            int fired = late.sweep().fired().size();
            say("a sweep: %,.0f orders a second", fired * 1e9 / (System.nanoTime() - from));
        }
    }

    private void open() throws IOException {
        long begin = System.nanoTime();
        try (HikariDataSource source = pool()) {
            Orders orders = over(source);
            orders.find("o-0");
            double opened = (System.nanoTime() - begin) / 1e6;
            long peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
            say("opened and read in %.0f ms; the process has had %,d MB", opened, peak / 1024);
        }
    }
}
