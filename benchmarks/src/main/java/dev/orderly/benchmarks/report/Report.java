package dev.orderly.benchmarks.report;

import dev.orderly.benchmarks.database.DatabaseProduct;
import dev.orderly.benchmarks.database.Databases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures section by section and keeps the page up to date: it is written anew after each of them, so that nothing is
 * lost if a later one fails or the program is ended.
 *
 * @param folder where the page goes; its pictures and figures go to the folder {@code performance} in it
 * @param known all sections that there are, in the order in which the page has them
 * @param quick whether to measure in a hurry
 * @param progress hears what is being done
 */
public record Report(Path folder, List<Measurement> known, boolean quick, Setting.Progress progress) {

    private static final Set<String> LIBRARIES = Set.of(
            "h2",
            "postgresql",
            "mariadb-java-client",
            "HikariCP",
            "jetty-server",
            "jersey-server",
            "jmh-core",
            "spring-statemachine-core",
            "stateless4j",
            "squirrel-foundation",
            "cola-component-statemachine",
            "easy-states");

    /**
     * Measures these sections, and leaves what is known of the others where it was measured on the same machine.
     *
     * @param servers addresses of servers to use instead of own ones
     * @return whether all of them could be measured
     */
    public boolean measure(List<Measurement> chosen, Map<DatabaseProduct, String> servers) throws Exception {
        Files.createDirectories(pictures());
        Results results = Results.of(file(), quick, facts());
        boolean good = true;
        try (Databases databases = new Databases(servers)) {
            for (Measurement measurement : chosen) {
                Setting setting = new Setting(quick, databases, databases.folder(), progress);
                setting.say("%s: %s", measurement.name(), measurement.title());
                Result result = result(measurement, setting);
                setting.say(
                        "%s: %s after %d s", measurement.name(), result.failed() ? "failed" : "done", result.seconds());
                good &= !result.failed();
                results = results.with(result);
                results.write(file());
                write(results);
            }
        }
        return good;
    }

    /** Writes the page of what is known, without measuring anything. */
    public void writeAgain() throws IOException {
        write(Results.read(file()));
    }

    private void write(Results results) throws IOException {
        List<String> order = known.stream().map(Measurement::name).toList();
        Files.writeString(page(), ReportPage.of(results, order, Report::note, "performance"));
    }

    private Result result(Measurement measurement, Setting setting) {
        long start = System.nanoTime();
        String day = LocalDate.now(ZoneOffset.UTC).toString();
        Findings findings = Findings.of();
        List<Result.Picture> pictures = new ArrayList<>();
        String failure = "";
        try {
            findings = measurement.measure(setting);
            for (Chart chart : findings.charts()) {
                String file = measurement.name() + "-" + chart.name() + ".svg";
                Files.writeString(pictures().resolve(file), chart.svg());
                pictures.add(new Result.Picture(file, chart.title()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = e.toString();
        } catch (Exception | Error e) { // also what a library lacks, or memory: the other sections do not depend on it
            e.printStackTrace();
            failure = story(e);
        }
        return new Result(
                measurement.name(),
                measurement.title(),
                measurement.what(),
                day,
                (System.nanoTime() - start) / 1_000_000_000,
                setting.databases().used(),
                findings.tables(),
                findings.goals(),
                pictures,
                failure);
    }

    private static String story(Throwable failure) {
        StringBuilder story = new StringBuilder(failure.toString());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            story.append("\nbecause of ").append(cause);
        }
        return story.toString();
    }

    private static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>(Machine.facts());
        facts.put("Orderly", Libraries.versions(Set.of("orderly-core")));
        facts.put("Libraries", Libraries.versions(LIBRARIES));
        return facts;
    }

    /** What a person has written about a section is a resource, so that it comes with the program. */
    private static String note(String name) {
        try (InputStream note = Report.class.getResourceAsStream("/dev/orderly/benchmarks/notes/" + name + ".md")) {
            return note == null ? "" : new String(note.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the note about " + name + " cannot be read", e);
        }
    }

    /** The page. */
    public Path page() {
        return folder.resolve("performance.md");
    }

    private Path pictures() {
        return folder.resolve("performance");
    }

    private Path file() {
        return pictures().resolve("results.json");
    }
}
