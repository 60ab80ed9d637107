package dev.orderly.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measures contenders in turns: each of them once, then each once more, so that a noisy machine disturbs all alike.
 *
 * @param warmUp how many rounds come first and do not count
 * @param counted how many rounds count, at least one
 */
public record Turns(int warmUp, int counted) {

    /** One turn of a contender. */
    @FunctionalInterface
    public interface Turn {

        /** Takes it, and says what came of it. */
        double take() throws Exception;
    }

    /** Takes all turns; the contenders' names come back in their order. */
    public Map<String, Figures> of(Map<String, ? extends Turn> contenders) throws Exception {
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        for (int round = -warmUp; round < counted; round++) {
            for (Map.Entry<String, ? extends Turn> contender : contenders.entrySet()) {
                double figure = contender.getValue().take();
                if (round >= 0) {
                    figures.computeIfAbsent(contender.getKey(), name -> new ArrayList<>())
                            .add(figure);
                }
            }
        }
        return figures.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> new Figures(e.getValue()), (a, b) -> a, LinkedHashMap::new));
    }
}
