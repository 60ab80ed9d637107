package dev.orderly.benchmarks.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs every contender through every case: for three minutes, or for ten. */
final class PeerComparison {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private PeerComparison() {}

    /** Measures, case by case, the contenders in their order. */
    static List<PeerResult> measure(Effort effort) throws RunnerException {
        List<RunResult> steps = new ArrayList<>(new Runner(steps(effort).build()).run());
        steps.addAll(new Runner(slowSteps(effort).build()).run());
        Collection<RunResult> definitions = new Runner(definitions(effort).build()).run();
        List<PeerResult> results = new ArrayList<>();
        for (PeerCase what : PeerCase.values()) {
            results.addAll(of(what, what == PeerCase.DEFINITION ? definitions : steps));
        }
        return results;
    }

    /** Where others use the processors, waiting for the compiler makes sure that what is measured is compiled. */
    private static ChainedOptionsBuilder steps(Effort effort) {
        ChainedOptionsBuilder options = steps(effort, false).jvmArgsAppend("-XX:-BackgroundCompilation");
        return effort == Effort.FULL ? options : options.warmupIterations(3).warmupTime(TimeValue.milliseconds(400));
    }

    /** Waiting for the compiler would leave these no time to run. */
    private static ChainedOptionsBuilder slowSteps(Effort effort) {
        return steps(effort, true).warmupIterations(effort == Effort.FULL ? 12 : 6);
    }

    private static ChainedOptionsBuilder steps(Effort effort, boolean slow) {
        ChainedOptionsBuilder options =
                options(PeerBenchmark.class).param("peer", names(slow)).addProfiler(ProcessorTime.class);
        return effort == Effort.FULL
                ? options
                : options.forks(1).measurementIterations(3).measurementTime(TimeValue.milliseconds(400));
    }

    private static String[] names(boolean slow) {
        return Arrays.stream(Peer.values())
                .filter(peer -> peer.isSlowToWarm() == slow)
                .map(Peer::name)
                .toArray(String[]::new);
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
        double table = median(processor(Objects.requireNonNull(byPeer.get(Peer.TABLE))));
        List<PeerResult> results = new ArrayList<>();
        byPeer.forEach((peer, run) -> results.add(of(peer, what, run, table)));
        return results;
    }

    private static PeerResult of(Peer peer, PeerCase what, RunResult run, double table) {
        double[] processor = processor(run);
        double median = median(processor);
        double[] clock = scores(run, iteration -> iteration.getPrimaryResult().getScore());
        double[] bytes = scores(run, iteration -> secondary(iteration, ALLOCATED));
        return new PeerResult(
                peer,
                what,
                median,
                median(clock),
                processor[0],
                processor[processor.length - 1],
                median(bytes),
                median / table);
    }

    private static double[] processor(RunResult run) {
        return scores(run, iteration -> secondary(iteration, ProcessorTime.LABEL));
    }

    private static double secondary(IterationResult iteration, String label) {
        return Objects.requireNonNull(iteration.getSecondaryResults().get(label))
                .getScore();
    }

    /** Of every iteration of every fork, the least first. */
    private static double[] scores(RunResult run, ToDoubleFunction<IterationResult> score) {
        return run.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(score)
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
