package dev.orderly.benchmarks.peers;

import dev.orderly.benchmarks.report.BarChart;
import dev.orderly.benchmarks.report.BarChart.Bar;
import dev.orderly.benchmarks.report.BarChart.Group;
import dev.orderly.benchmarks.report.Figures;
import dev.orderly.benchmarks.report.Findings;
import dev.orderly.benchmarks.report.Goal;
import dev.orderly.benchmarks.report.Measurement;
import dev.orderly.benchmarks.report.Setting;
import dev.orderly.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Deciding, beside other state machines. */
public final class PeersMeasurement implements Measurement {

    private static final Set<Peer> SPRING = Set.of(Peer.SPRING_POOL, Peer.SPRING_PER_ORDER);
    private static final Set<Peer> LESS = Set.of(Peer.STATELESS4J, Peer.SQUIRREL, Peer.COLA, Peer.EASY_STATES);

    /** For {@link dev.orderly.benchmarks.Performance}. */
    public PeersMeasurement() {}

    @Override
    public String name() {
        return "peers";
    }

    @Override
    public String title() {
        return "Deciding, beside other state machines";
    }

    @Override
    public String what() {
        return """
                One order flow of seven statuses (new, awaiting payment, processing, awaiting packing, shipped, delivered,
                cancelled), in which shipping asks for a tracking number, in each library as its own documentation shows
                it. A test holds all of them to the same answers. A transition begins with the status and the event as
                texts, as a table and a request have them, and ends with the next status and an entry of a history.

                *Orderly, judge* answers whether a step is allowed and where it leads; *Orderly, decide* gives the order's
                next snapshot and its history's entry as well. Both check roles and the order of time, and give the reasons
                of a refusal, and so does Orderly on Spring Statemachine. *By hand* is an array by status and event. It and
                the other libraries know no roles and give no reasons; their entry is made by the benchmark.

                Times are processor time of the thread that decides, so that a busy machine does not decide the race: the
                median of all iterations of JMH, the least and the most.
                """;
    }

    @Override
    public Findings measure(Setting setting) throws Exception {
        setting.say("  every contender through every case");
        List<PeerResult> results = PeerComparison.measure(Effort.of(setting.quick()));
        setting.say("  memory");
        List<RetainedMemory.Retained> memory = RetainedMemory.measure();
        List<Table> tables = new ArrayList<>();
        for (PeerCase what : PeerCase.values()) {
            tables.add(table(what, of(what, results)));
        }
        tables.add(memory(memory));
        return new Findings(
                tables,
                goals(of(PeerCase.TRANSITION, results)),
                List.of(
                        chart("transition", PeerCase.TRANSITION, results),
                        chart("life", PeerCase.LIFE, results),
                        chart("refusal", PeerCase.REFUSAL, results)));
    }

    private static List<PeerResult> of(PeerCase what, List<PeerResult> results) {
        return results.stream().filter(result -> result.what() == what).toList();
    }

    private static Table table(PeerCase what, List<PeerResult> results) {
        boolean slow = what == PeerCase.DEFINITION;
        double unit = slow ? 1e6 : 1;
        Table table = Table.of(
                capital(what.title()),
                "",
                slow ? "ms" : "ns",
                "times the table",
                slow ? "kB allocated" : "bytes allocated");
        for (PeerResult result : results) {
            table = table.row(
                    result.peer().title(),
                    Figures.number(result.nanos() / unit) + " (" + Figures.number(result.least() / unit) + " to "
                            + Figures.number(result.most() / unit) + ")",
                    Figures.number(result.timesTable()),
                    String.format(Locale.ROOT, "%,.0f", slow ? result.bytes() / 1000 : result.bytes()));
        }
        return table;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static Table memory(List<RetainedMemory.Retained> all) {
        Table table = Table.of("Bytes that stay on the heap", "", "for each order at hand", "for each definition");
        for (RetainedMemory.Retained one : all) {
            table = table.row(
                    one.peer().title(),
                    String.format(Locale.ROOT, "%,d", Math.round(one.perOrder())),
                    String.format(Locale.ROOT, "%,d", Math.round(one.perDefinition())));
        }
        return table;
    }

    private static List<Goal> goals(List<PeerResult> transitions) {
        PeerResult orderly = transitions.stream()
                .filter(result -> result.peer() == Peer.ORDERLY_DECIDE)
                .findFirst()
                .orElseThrow();
        return List.of(
                Goal.below("a transition (decide), times the hand-written table", 3, orderly.timesTable()),
                Goal.atLeast(
                        "transitions, beside the faster way of using Spring Statemachine",
                        100,
                        fastest(transitions, SPRING) / orderly.nanos()),
                Goal.atLeast(
                        "transitions, beside the fastest other library, which gives less",
                        1,
                        fastest(transitions, LESS) / orderly.nanos()));
    }

    private static double fastest(List<PeerResult> results, Set<Peer> peers) {
        return results.stream()
                .filter(result -> peers.contains(result.peer()))
                .mapToDouble(PeerResult::nanos)
                .min()
                .orElseThrow();
    }

    private static BarChart chart(String name, PeerCase what, List<PeerResult> results) {
        List<Bar> bars = of(what, results).stream()
                .map(result -> new Bar(result.peer().title(), result.nanos()))
                .toList();
        return new BarChart(
                name,
                capital(what.title()) + ", ns of processor time (shorter is faster)",
                BarChart.Scale.LOGARITHMIC,
                List.of(new Group("", bars)));
    }
}
