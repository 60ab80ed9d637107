package dev.orderly.benchmarks;

import dev.orderly.benchmarks.cold.ColdMeasurement;
import dev.orderly.benchmarks.database.DatabaseProduct;
import dev.orderly.benchmarks.http.LookupMeasurement;
import dev.orderly.benchmarks.peers.PeersMeasurement;
import dev.orderly.benchmarks.replay.ReplayMeasurement;
import dev.orderly.benchmarks.report.Measurement;
import dev.orderly.benchmarks.report.Report;
import dev.orderly.benchmarks.store.BoundsMeasurement;
import dev.orderly.benchmarks.store.DispatchMeasurement;
import dev.orderly.benchmarks.store.GrowthMeasurement;
import dev.orderly.benchmarks.store.MigrationMeasurement;
import dev.orderly.benchmarks.store.StackMeasurement;
import dev.orderly.benchmarks.store.UnitsMeasurement;
import dev.orderly.benchmarks.sweep.SweepMeasurement;
import dev.orderly.benchmarks.verify.VerifyMeasurement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures everything on the page about performance, and writes that page. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what Orderly costs, and writes performance.md with its pictures.",
            "It starts databases of its own, with their files in the temporary folder (-Djava.io.tmpdir=…)."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all was measured", "1:a section failed", "2:the options cannot be understood"})
public final class Performance implements Callable<Integer> {

    /** All sections, in the order in which the page has them. */
    private static final List<Measurement> ALL = List.of(
            new PeersMeasurement(),
            new ColdMeasurement(),
            new StackMeasurement(),
            new UnitsMeasurement(),
            new BoundsMeasurement(),
            new LookupMeasurement(),
            new SweepMeasurement(),
            new DispatchMeasurement(),
            new ReplayMeasurement(),
            new VerifyMeasurement(),
            new MigrationMeasurement(),
            new GrowthMeasurement());

    private final List<Measurement> known;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--quick", description = "some minutes for all, with figures that say little")
    private boolean quick;

    @Option(names = "--only", split = ",", paramLabel = "SECTION", description = "measure only these")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "where the page goes; otherwise, if all is measured at full length, to docs, and else to"
                    + " benchmarks/target/performance. What was measured there on the same machine stays in the page")
    private @Nullable Path to;

    @Option(names = "--again", description = "measure nothing: write the page anew from what was measured")
    private boolean again;

    @Option(
            names = "--postgresql",
            paramLabel = "JDBC-URL",
            description = "a server of yours, with a user who may create databases there and switch off its triggers")
    private @Nullable String postgresql;

    @Option(names = "--mariadb", paramLabel = "JDBC-URL", description = "the same for MariaDB")
    private @Nullable String mariadb;

    Performance(List<Measurement> known) {
        this.known = known;
    }

    /** Runs it; {@code --help} says which options there are. */
    public static void main(String[] args) {
        System.exit(run(ALL, args));
    }

    static int run(List<Measurement> known, String... args) {
        return new CommandLine(new Performance(known)).execute(args);
    }

    @Override
    public Integer call() throws Exception {
        List<Measurement> chosen = chosen();
        Report report = new Report(folder(), known, quick, System.out::println);
        boolean good = true;
        if (again) {
            report.writeAgain();
        } else {
            good = report.measure(chosen, servers());
        }
        System.out.println("Written: " + report.page());
        return good ? 0 : 1;
    }

    private Path folder() {
        if (to != null) {
            return to;
        }
        return quick || !only.isEmpty() ? Path.of("benchmarks", "target", "performance") : Path.of("docs");
    }

    private Map<DatabaseProduct, String> servers() {
        Map<DatabaseProduct, String> servers = new EnumMap<>(DatabaseProduct.class);
        if (postgresql != null) {
            servers.put(DatabaseProduct.POSTGRESQL, postgresql);
        }
        if (mariadb != null) {
            servers.put(DatabaseProduct.MARIADB, mariadb);
        }
        return servers;
    }

    private List<Measurement> chosen() {
        List<String> names = known.stream().map(Measurement::name).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new ParameterException(
                        Objects.requireNonNull(spec).commandLine(),
                        "there is no section \"" + name + "\"; there are "
                                + names.stream().collect(Collectors.joining(", ")));
            }
        }
        return known.stream()
                .filter(section -> only.isEmpty() || only.contains(section.name()))
                .toList();
    }
}
