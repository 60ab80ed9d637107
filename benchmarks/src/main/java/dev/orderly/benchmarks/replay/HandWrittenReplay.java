package dev.orderly.benchmarks.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a programmer would write to drive one log of the bookstore's events once: it takes the rows as they come, splits
 * them at commas, and looks each up in a table. It relies on rows in order of time, without quotes and mistakes, and on a
 * map of all orders; it counts, and says nothing about why.
 */
public final class HandWrittenReplay {

    private static final int ORDER = 0;
    private static final int EVENT = 1;
    private static final int ACTOR = 3;
    private static final int TRACKING_NUMBER = 5;

    private static final Map<String, Map<String, Rule>> RULES = Map.of(
            "", Map.of("place", new Rule("awaiting-payment", "customer")),
            "awaiting-payment",
                    Map.of(
                            "pay", new Rule("in-progress", "platform", "staff"),
                            "cancel", new Rule("cancelled", "customer", "staff")),
            "in-progress", Map.of("release", new Rule("awaiting-packing", "staff")),
            "awaiting-packing", Map.of("ship", new Rule("shipped", "staff")),
            "shipped", Map.of("deliver", new Rule("delivered", "carrier", "staff")),
            "delivered", Map.of(),
            "cancelled", Map.of());

    private final Map<String, String> statuses = new HashMap<>();
    private long accepted;
    private long refused;

    private HandWrittenReplay() {}

    private record Rule(String to, Set<String> roles) {

        Rule(String to, String... roles) {
            this(to, Set.of(roles));
        }
    }

    /** Drives the log that the argument names, and prints what became of it as JSON. */
    public static void main(String[] args) throws IOException {
        System.out.println(run(Path.of(args[0])));
    }

    static String run(Path log) throws IOException {
        HandWrittenReplay replay = new HandWrittenReplay();
        try (BufferedReader in = Files.newBufferedReader(log)) {
            in.readLine();
            for (String row = in.readLine(); row != null; row = in.readLine()) {
                replay.drive(row.split(",", -1));
            }
        }
        return replay.summary();
    }

    private void drive(String[] cells) {
        String status = statuses.getOrDefault(cells[ORDER], "");
        Rule rule = RULES.getOrDefault(status, Map.of()).get(cells[EVENT]);
        String role = cells[ACTOR].replaceFirst(":.*", "");
        boolean lacks = cells[EVENT].equals("ship") && cells[TRACKING_NUMBER].isEmpty();
        if (rule == null || !rule.roles.contains(role) || lacks) {
            refused++;
            return;
        }
        statuses.put(cells[ORDER], rule.to);
        accepted++;
    }

    private String summary() {
        return String.format(
                Locale.ROOT,
                "{\"orders\": %d, \"events\": %d, \"accepted\": %d}",
                statuses.size(),
                accepted + refused,
                accepted);
    }
}
