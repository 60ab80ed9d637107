package dev.orderly.benchmarks.replay;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Writes a log of a bookstore's events for {@code replay}: orders overlap for days, so that the rows of one lie far apart,
 * and one order in twenty is cancelled and goes on all the same, so that there are refusals. The same log every time.
 */
public final class EventLog {

    private static final String HEADER = "order,event,at,actor,data.payment,data.tracking-number";
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int SECONDS_BETWEEN_ORDERS = 40;
    private static final int SECONDS_PER_STEP = 5 * 24 * 3600;
    private static final int CANCELLED = 20;

    private final Random random = new Random(7);
    private final PriorityQueue<Step> pending =
            new PriorityQueue<>(Comparator.comparingLong(Step::second).thenComparingLong(Step::order));

    private EventLog() {}

    /** Writes the file that the first argument names, with as many rows as the second says. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException(
                    "say which file to write and how many rows, such as: events.csv 5000000");
        }
        write(Path.of(args[0]), Long.parseLong(args[1]));
    }

    /** Writes so many rows. */
    static void write(Path file, long rows) throws IOException {
        new EventLog().writeTo(file, rows);
    }

    private void writeTo(Path file, long rows) throws IOException {
        long second = START.getEpochSecond();
        long order = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER + "\n");
            for (long row = 0; row < rows; row++) {
                while (pending.isEmpty() || pending.element().second() >= second) {
                    pending.add(new Step(second, order++, Move.PLACE));
                    second += random.nextInt(SECONDS_BETWEEN_ORDERS);
                }
                Step step = pending.remove();
                out.write(step.row());
                step.move
                        .next()
                        .ifPresent(next -> pending.add(
                                new Step(step.second + 3600 + random.nextInt(SECONDS_PER_STEP), step.order, next)));
            }
        }
    }

    private enum Move {
        PLACE("customer"),
        PAY("platform"),
        RELEASE("staff:anna"),
        SHIP("staff:jan"),
        DELIVER("carrier");

        private final String actor;

        Move(String actor) {
            this.actor = actor;
        }

        Optional<Move> next() {
            return switch (this) {
                case PLACE -> Optional.of(PAY);
                case PAY -> Optional.of(RELEASE);
                case RELEASE -> Optional.of(SHIP);
                case SHIP -> Optional.of(DELIVER);
                case DELIVER -> Optional.empty();
            };
        }
    }

    private record Step(long second, long order, Move move) {

        String row() {
            boolean cancelled = move == Move.PAY && order % CANCELLED == 0;
            String event = cancelled ? "cancel" : move.name().toLowerCase(Locale.ROOT);
            String actor = cancelled ? "customer" : move.actor;
            String payment = move == Move.PLACE ? "prepaid" : "";
            String tracking = move == Move.SHIP ? "PL" + order : "";
            return "%d,%s,%s,%s,%s,%s\n"
                    .formatted(order, event, Instant.ofEpochSecond(second), actor, payment, tracking);
        }
    }
}
