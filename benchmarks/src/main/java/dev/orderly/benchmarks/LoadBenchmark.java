package dev.orderly.benchmarks;

import dev.orderly.decision.Decider;
import dev.orderly.file.Presets;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.workflow.Workflow;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading, checking and compiling one workflow. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
public class LoadBenchmark {

    @Param({"bookstore", "marketplace-acceptance"})
    private String preset = "bookstore";

    private String text = "";
    private Workflow workflow = Presets.bookstore();

    /** The preset as a file's text. */
    @Setup
    public void write() {
        workflow = Presets.find(preset).orElseThrow();
        text = WorkflowFiles.toYaml(workflow);
    }

    /** From YAML to a workflow that is known to be sound. */
    @Benchmark
    public Workflow readAndCheck() {
        return WorkflowFiles.read(preset, text).orThrow();
    }

    /** From a workflow to something that decides, checked once more. */
    @Benchmark
    public Decider checkAndCompile() {
        return Decider.of(workflow);
    }
}
