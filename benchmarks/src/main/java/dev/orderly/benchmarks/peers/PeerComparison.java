package dev.orderly.benchmarks.peers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs every contender through every case. The argument {@code quick} takes two minutes, otherwise it is twelve. */
public final class PeerComparison {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private PeerComparison() {}

    /** Prints a table for each case. */
    public static void main(String[] args) throws RunnerException {
        print(measure(Effort.of(args)));
    }

    /** Measures, case by case, the contenders in their order. */
    public static List<PeerResult> measure(Effort effort) throws RunnerException {
        Collection<RunResult> steps = new Runner(steps(effort).build()).run();
        Collection<RunResult> definitions = new Runner(definitions(effort).build()).run();
        List<PeerResult> results = new ArrayList<>();
        for (PeerCase what : PeerCase.values()) {
            results.addAll(of(what, what == PeerCase.DEFINITION ? definitions : steps));
        }
        return results;
    }

    private static ChainedOptionsBuilder steps(Effort effort) {
        ChainedOptionsBuilder options = options(PeerBenchmark.class);
        return effort == Effort.FULL
                ? options
                : options.forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.milliseconds(400))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.milliseconds(400));
    }

    private static ChainedOptionsBuilder definitions(Effort effort) {
        ChainedOptionsBuilder options = options(DefinitionBenchmark.class);
        return effort == Effort.FULL ? options : options.forks(3);
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark) {
        return new OptionsBuilder()
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
    }

    private static List<PeerResult> of(PeerCase what, Collection<RunResult> runs) {
        Map<Peer, RunResult> byPeer = new EnumMap<>(Peer.class);
        for (RunResult run : runs) {
            if (run.getParams().getBenchmark().endsWith("." + what.name().toLowerCase(Locale.ROOT))) {
                byPeer.put(Peer.valueOf(run.getParams().getParam("peer")), run);
            }
        }
        double table = Objects.requireNonNull(byPeer.get(Peer.TABLE))
                .getPrimaryResult()
                .getScore();
        List<PeerResult> results = new ArrayList<>();
        byPeer.forEach((peer, run) -> {
            Result<?> time = run.getPrimaryResult();
            Result<?> allocated =
                    Objects.requireNonNull(run.getSecondaryResults().get(ALLOCATED));
            results.add(new PeerResult(
                    peer, what, time.getScore(), time.getScoreError(), allocated.getScore(), time.getScore() / table));
        });
        return results;
    }

    private static void print(List<PeerResult> results) {
        for (PeerCase what : PeerCase.values()) {
            System.out.printf("%n%-42s %14s %12s %10s %10s%n", what.title(), "ns", "±", "x table", "bytes");
            for (PeerResult result : results) {
                if (result.what() == what) {
                    System.out.printf(
                            Locale.ROOT,
                            "%-42s %14.1f %12.1f %10.1f %10.0f%n",
                            result.peer().title(),
                            result.nanos(),
                            result.error(),
                            result.timesTable(),
                            result.bytes());
                }
            }
        }
    }
}
