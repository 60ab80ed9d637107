package dev.orderly.benchmarks.replay;

import dev.orderly.benchmarks.report.Figures;
import dev.orderly.benchmarks.report.Findings;
import dev.orderly.benchmarks.report.Measurement;
import dev.orderly.benchmarks.report.Setting;
import dev.orderly.benchmarks.report.Table;
import dev.orderly.benchmarks.report.Turns;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code replay} of a long log, as a user runs it: both programs in virtual machines of their own. */
public final class ReplayMeasurement implements Measurement {

    private static final String HEAP = "-Xmx512m";
    private static final JsonMapper JSON = new JsonMapper();

    /** For {@link dev.orderly.benchmarks.Performance}. */
    public ReplayMeasurement() {}

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String title() {
        return "Replay of a log";
    }

    @Override
    public String what() {
        return """
                `orderly replay bookstore EVENTS.csv` in a heap of 512 MB, from the start of the program to its end: events
                per second, the median of all turns, and the slowest and fastest. The log is made for this; its orders
                overlap for days, and one in twenty is cancelled and goes on all the same. *By hand* is a loop in a program
                of its own that looks each row up in a table of this one flow. It relies on rows in order of time, without
                quotes and mistakes, and says nothing about why an event was refused. Both must accept the same number of
                events.
                """;
    }

    @Override
    public Findings measure(Setting setting) throws Exception {
        long rows = setting.quick() ? 300_000 : 5_000_000;
        Turns turns = setting.quick() ? new Turns(0, 2) : new Turns(1, 5);
        Path log = setting.scratch().resolve("events.csv");
        setting.say("  writing %,d events", rows);
        EventLog.write(log, rows);
        List<String> orderly =
                List.of("-jar", commandLine().toString(), "replay", "bookstore", log.toString(), "--json");
        List<String> byHand = List.of(
                "-cp", System.getProperty("java.class.path"), HandWrittenReplay.class.getName(), log.toString());
        require(run(orderly), run(byHand), rows);
        setting.say("  replaying");
        Map<String, Turns.Turn> contenders = new LinkedHashMap<>();
        contenders.put("Orderly", () -> rate(orderly, rows));
        contenders.put("by hand", () -> rate(byHand, rows));
        Map<String, Figures> figures = turns.of(contenders);
        Files.delete(log);
        Table table = Table.of("", "", "events per second", "Orderly's speed beside it");
        double own = figures.values().iterator().next().median();
        for (Map.Entry<String, Figures> one : figures.entrySet()) {
            boolean itself = one.getKey().equals("Orderly");
            table = table.row(
                    one.getKey(),
                    one.getValue().text(),
                    itself ? "" : Figures.ratio(own / one.getValue().median()));
        }
        return Findings.of(table);
    }

    private static void require(JsonNode orderly, JsonNode byHand, long rows) {
        for (String count : List.of("events", "accepted")) {
            if (orderly.path(count).asLong() != byHand.path(count).asLong()) {
                throw new IllegalStateException("the two do not do the same: " + orderly + " but by hand " + byHand);
            }
        }
        if (orderly.path("events").asLong() != rows) {
            throw new IllegalStateException("of " + rows + " events, these were replayed: " + orderly);
        }
    }

    private static double rate(List<String> arguments, long rows) throws Exception {
        long start = System.nanoTime();
        run(arguments);
        return rows * 1e9 / (System.nanoTime() - start);
    }

    private static JsonNode run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(HEAP);
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException("exit code " + code + " of " + String.join(" ", arguments));
        }
        return JSON.readTree(said);
    }

    /** The command line's jar, which the same build makes. */
    private static Path commandLine() throws URISyntaxException {
        Path own = Path.of(ReplayMeasurement.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path jar = own.resolve("../../../cli/target/orderly.jar").normalize();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("there is no cli/target/orderly.jar: run mvn -q -DskipTests package first");
        }
        return jar;
    }
}
