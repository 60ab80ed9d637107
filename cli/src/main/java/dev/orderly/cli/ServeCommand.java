package dev.orderly.cli;

import dev.orderly.Orders;
import dev.orderly.OrdersBuilder;
import dev.orderly.cli.serve.DemoOrders;
import dev.orderly.cli.serve.Sweeper;
import dev.orderly.http.OrderlyServlet;
import dev.orderly.http.OrderlyServletBuilder;
import dev.orderly.http.server.OrderlyServer;
import dev.orderly.workflow.file.Presets;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the status page. */
@Command(
        name = "serve",
        description = "Serves the page on which customers see how their orders are doing, for all five presets.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  orderly serve --demo                           look around, with orders to try",
            "  orderly serve --port 80 --db jdbc:h2:./orders  keep orders in a file",
            "",
            "Exit codes: 0 stopped; 2 wrong usage, or the port or the database cannot be used.",
            ""
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it runs anything
final class ServeCommand implements Callable<Integer> {

    private static final String IN_MEMORY = "jdbc:h2:mem:orderly;DB_CLOSE_DELAY=-1";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port to listen on, 0 for any that is free; unless said, ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--db",
            paramLabel = "JDBC-URL",
            description = "Keep the orders in this database: H2, PostgreSQL or MariaDB. Unless said, they are in an"
                    + " embedded H2, and gone when the program ends.")
    private @Nullable String db;

    @Option(
            names = "--demo",
            description = "Place a few orders of each shop, and show on the first page how to look them up.")
    private boolean demo;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        try (Database database = Database.open(db == null ? IN_MEMORY : db)) {
            Orders orders = orders(database).build();
            OrderlyServletBuilder servlet = OrderlyServlet.over(orders);
            if (demo) {
                Orders silent = orders(database).withoutMessages().build();
                servlet.examples(DemoOrders.place(silent, Clock.systemUTC()));
            }
            try (Sweeper sweeper = new Sweeper(orders);
                    OrderlyServer server = start(servlet.build())) {
                sweeper.start();
                PrintWriter out = spec.commandLine().getOut();
                out.println("Orders are at http://localhost:" + server.port() + "/ until you stop this with Ctrl-C.");
                out.flush();
                CountDownLatch asked = new CountDownLatch(1);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> await(asked, stopped), "orderly-stop"));
                asked.await();
            }
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    /** Holds the end of the Java machine up until what is being served has been served. */
    private static void await(CountDownLatch asked, CountDownLatch stopped) {
        asked.countDown();
        try {
            stopped.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static OrdersBuilder orders(Database database) {
        OrdersBuilder builder = Orders.over(database.store());
        Presets.names().forEach(name -> builder.workflow(Presets.find(name).orElseThrow()));
        return builder;
    }

    private OrderlyServer start(OrderlyServlet servlet) {
        try {
            return OrderlyServer.start(servlet, port);
        } catch (IllegalStateException e) {
            throw new UserMistakeException(UserMistakeException.UNUSABLE, String.valueOf(e.getMessage()));
        }
    }
}
