package dev.orderly.benchmarks.cold;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One way to start one program, and how long its starts took so far. Not thread-safe. */
final class Launch {

    private final Program program;
    private final boolean archived;
    private final Path jar;
    private final Path archive;
    private final List<double[]> starts = new ArrayList<>();

    Launch(Program program, boolean archived, Path folder, Path jar) {
        this.program = program;
        this.archived = archived;
        this.jar = jar;
        this.archive = folder.resolve(program + ".jsa");
    }

    Program program() {
        return program;
    }

    boolean archived() {
        return archived;
    }

    /** Starts it once before it is measured, which makes the archive if it has one. */
    void prepare() throws IOException, InterruptedException {
        run(archived ? "-XX:ArchiveClassesAtExit=" + archive : "-Xshare:auto");
    }

    /** Starts it and remembers the phases. */
    void measure() throws IOException, InterruptedException {
        starts.add(run(option()));
    }

    /** The median of each phase, in milliseconds: the whole, and its five parts. */
    double[] medians() {
        double[] medians = new double[starts.get(0).length];
        for (int phase = 0; phase < medians.length; phase++) {
            int which = phase;
            medians[phase] =
                    starts.stream().mapToDouble(start -> start[which]).sorted().toArray()[starts.size() / 2];
        }
        return medians;
    }

    /** The least whole, in milliseconds. */
    double least() {
        return starts.stream().mapToDouble(start -> start[0]).min().orElseThrow();
    }

    /** How many classes it loads, and how many of these from a jar. */
    long[] classes(Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve(program + "-" + archived + ".log");
        run(option(), "-Xlog:class+load:file=" + log + "::filecount=0");
        try (Stream<String> lines = Files.lines(log)) {
            List<String> loaded =
                    lines.filter(line -> line.contains(" source: ")).toList();
            long parsed = loaded.stream()
                    .filter(line -> line.contains("source: file:"))
                    .count();
            return new long[] {loaded.size(), parsed};
        }
    }

    private String option() {
        return archived ? "-XX:SharedArchiveFile=" + archive : "-Xshare:auto";
    }

    private double[] run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", jar.toString(), program.main().getName()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true);
        long began = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String decision = output.readLine();
            long read = System.nanoTime();
            String rest = String.join("\n", output.lines().toList());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program + " failed: " + decision + "\n" + rest);
            }
            return phases(began, Stamps.read(rest.lines().findFirst().orElse("")), read);
        }
    }

    private static double[] phases(long began, Stamps stamps, long read) {
        return new double[] {
            millis(began, read),
            millis(began, stamps.entered()),
            millis(stamps.entered(), stamps.defined()),
            millis(stamps.defined(), stamps.compiled()),
            millis(stamps.compiled(), stamps.decided()),
            millis(stamps.decided(), read)
        };
    }

    private static double millis(long from, long to) {
        return (to - from) / 1e6;
    }
}
