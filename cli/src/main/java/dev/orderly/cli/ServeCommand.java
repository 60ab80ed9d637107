package dev.orderly.cli;

import dev.orderly.cli.serve.DemoKeys;
import dev.orderly.cli.serve.DemoOrders;
import dev.orderly.file.Presets;
import dev.orderly.http.OrderlyServlet;
import dev.orderly.http.OrderlyServletBuilder;
import dev.orderly.http.access.ApiKeys;
import dev.orderly.http.page.LookupPage;
import dev.orderly.http.server.OrderlyServer;
import dev.orderly.http.server.OrderlyServerBuilder;
import dev.orderly.mail.SmtpChannel;
import dev.orderly.order.ChainKeys;
import dev.orderly.workflow.Workflow;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the status page and the API. */
@Command(
        name = "serve",
        description = "Serves the page on which customers see how their orders are doing, and the API for those who"
                + " have keys.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  orderly serve --demo                           look around, with orders to try",
            "  orderly serve --port 80 --db orders.db         keep orders in a file",
            "  orderly serve --workflow shop.yaml --keys keys.txt --db jdbc:postgresql://db/shop?user=shop",
            "                                                 a workflow of your own, and an API for those with keys",
            "",
            "Exit codes: 0 stopped; 2 wrong usage, or the port, a file or the database cannot be used.",
            ""
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it runs anything
final class ServeCommand implements Callable<Integer> {

    private static final String THIS_MACHINE = "localhost";
    private static final String METRICS = "metrics";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port to listen on, 0 for any that is free; unless said, ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address of this machine to listen on, 0.0.0.0 for all; unless said, all, but with --demo"
                    + " only localhost, so that a demonstration is reached from this machine only.")
    private @Nullable String host;

    @Option(
            names = "--db",
            paramLabel = "FILE|JDBC-URL",
            description =
                    "Keep the orders in this file, which is made where there is none, or in this database: SQLite, H2,"
                            + " PostgreSQL or MariaDB. Unless said, they are in a temporary file, and gone when the program ends.")
    private @Nullable String db;

    @Option(
            names = "--workflow",
            paramLabel = "NAME|FILE",
            description = "A workflow that orders can follow, a preset or a file; once for each. Unless said, all"
                    + " presets.")
    private List<String> workflows = new ArrayList<>();

    @Option(
            names = "--demo",
            description =
                    "Place a few orders of each preset, show on the first page how to look them up, and print a key"
                            + " for each role.")
    private boolean demo;

    @Option(
            names = "--metrics",
            description = "Count what happens, for Prometheus at /metrics, which needs a key of the role metrics.")
    private boolean metrics;

    @Option(
            names = "--no-access-log",
            description = "Write no line for each answer to standard error. Nothing in those lines is personal.")
    private boolean silent;

    @Mixin
    private AccessOptions access;

    @Mixin
    private ChainKeyOptions chainKeys;

    @Mixin
    private MailOptions mail;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        requireSense();
        List<Workflow> flows = flows();
        Optional<ApiKeys> keys = access.keys();
        Optional<byte[]> secret = access.secret();
        Optional<SmtpChannel> smtp = mail.channel();
        ChainKeys keysOfChain = chainKeys.keys();
        CountDownLatch stopped = new CountDownLatch(1);
        try (Service service =
                new Service(db == null ? Database.temporary(keysOfChain) : Database.open(db, keysOfChain), flows)) {
            smtp.ifPresent(service::mailsBy);
            if (metrics) {
                service.counts();
            }
            OrderlyServletBuilder servlet = service.servlet();
            keys.ifPresent(servlet::access);
            secret.ifPresent(servlet::secret);
            DemoKeys demoKeys = demo ? demonstrate(service, flows, servlet) : null;
            greet(start(service, servlet.build()).port(), demoKeys);
            CountDownLatch asked = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> await(asked, stopped), "orderly-stop"));
            asked.await();
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

    private void requireSense() {
        if (demo && !workflows.isEmpty()) {
            throw mistake("--demo shows all presets, so leave --workflow out, or --demo");
        }
        if (demo && access.hasKeys()) {
            throw mistake("--demo makes keys of its own, so leave --keys out, or --demo");
        }
        if (metrics && !demo && !access.hasKeys()) {
            throw mistake("--metrics needs --keys, with a key of the role metrics: orderly key metrics >> keys.txt");
        }
    }

    private List<Workflow> flows() {
        if (workflows.isEmpty()) {
            return Presets.names().stream()
                    .map(name -> Presets.find(name).orElseThrow())
                    .toList();
        }
        return workflows.stream().map(WorkflowSource::load).toList();
    }

    private DemoKeys demonstrate(Service service, List<Workflow> flows, OrderlyServletBuilder servlet) {
        List<LookupPage.Example> examples = DemoOrders.place(service.silentOrders(), Clock.systemUTC());
        DemoKeys keys = new DemoKeys(flows, examples.get(0).email(), metrics ? List.of(METRICS) : List.of());
        servlet.examples(examples).access(keys.access());
        return keys;
    }

    private OrderlyServer start(Service service, OrderlyServlet servlet) {
        OrderlyServerBuilder server = OrderlyServer.builder(servlet).port(port).accessLog(!silent);
        String address = address();
        if (address != null) {
            server.host(address);
        }
        try {
            return service.serve(server);
        } catch (IllegalStateException e) {
            throw mistake(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable String address() {
        return host == null && demo ? THIS_MACHINE : host;
    }

    private void greet(int realPort, @Nullable DemoKeys demoKeys) {
        String given = address();
        boolean everywhere = given == null || given.equals("0.0.0.0") || given.equals("::");
        String address = given == null || everywhere ? THIS_MACHINE : given;
        String reach = everywhere
                ? "everywhere this machine is reached from, by plain HTTP: let a proxy of yours add TLS"
                : address.equals(THIS_MACHINE) ? "this machine only (--host opens it)" : address;
        new ServeBanner(
                        "http://" + address + ":" + realPort,
                        reach,
                        db == null
                                ? "in a temporary file, and gone when this ends (--db FILE keeps them)"
                                : "in " + Database.withoutSecrets(db),
                        access.keysFile(),
                        demoKeys,
                        metrics,
                        mail.description())
                .print(spec.commandLine().getOut());
    }

    private static UserMistakeException mistake(String message) {
        return new UserMistakeException(UserMistakeException.UNUSABLE, message);
    }
}
