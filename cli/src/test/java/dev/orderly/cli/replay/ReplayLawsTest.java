package dev.orderly.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.order.History;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.OrderStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

class ReplayLawsTest {

    private Path folder = Path.of("");

    @BeforeProperty
    void make_a_folder() throws IOException {
        folder = Files.createTempDirectory("replay-properties");
    }

    @AfterProperty
    void remove_the_folder() throws IOException {
        for (String name : List.of("temporary", "log.csv", "result.csv", "")) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    @Property(tries = 200)
    void how_rows_are_mixed_does_not_matter_as_long_as_ties_keep_their_order(
            @ForAll("events") List<Event> log, @ForAll long seed) throws Exception {
        assertThat(figures(shuffled(log, new Random(seed)))).isEqualTo(figures(log));
    }

    @Property(tries = 100)
    void how_much_memory_there_is_does_not_matter(
            @ForAll("events") List<Event> log, @ForAll @IntRange(min = 1, max = 5_000) int memory) throws Exception {
        assertThat(Logs.result(folder, text(log), memory)).isEqualTo(Logs.result(folder, text(log), Logs.PLENTY));
    }

    @Property(tries = 300)
    void no_text_makes_it_fail(@ForAll("texts") String rows) throws Exception {
        Path log = Files.writeString(folder.resolve("log.csv"), Logs.HEADER + rows);

        Summary summary = Logs.run(log).summary();

        long refused =
                summary.refused().values().stream().mapToLong(Long::longValue).sum();
        assertThat(summary.accepted() + refused).isEqualTo(summary.events());
        assertThat(summary.statuses().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(summary.orders());
    }

    @Property(tries = 200)
    void orders_that_are_kept_come_to_the_same_and_a_second_run_adds_nothing(@ForAll("events") List<Event> log)
            throws Exception {
        Path file = Files.writeString(folder.resolve("log.csv"), text(log));
        OrderStore store = new InMemoryOrderStore();

        Summary first = into(store, file);
        List<History> histories = histories(store);
        Summary second = into(store, file);
        store.forgetAnswers(Instant.MAX, Integer.MAX_VALUE);
        Summary third = into(store, file);

        assertThat(third).isEqualTo(first);
        assertThat(first).isEqualTo(Logs.run(file).summary());
        assertThat(second).isEqualTo(first);
        assertThat(histories(store)).isEqualTo(histories);
    }

    private static Summary into(OrderStore store, Path log) throws Exception {
        Orders orders = Orders.builder(store).workflow(Logs.SHOP).build();
        return Replay.into(orders, Logs.SHOP, Progress.NONE).run(log, null).summary();
    }

    private static List<History> histories(OrderStore store) {
        return store.list(OrderQuery.all()).orders().stream()
                .map(order -> store.history(order.number()).orElseThrow())
                .toList();
    }

    record Event(String order, String name, int minute, String actor) {
        String row() {
            return "%s,%s,2026-01-01T10:%02d:00Z,%s%n".formatted(order, name, minute, actor);
        }
    }

    @Provide
    Arbitrary<List<Event>> events() {
        Arbitrary<String> orders = Arbitraries.of("A", "B", "Aa", "BB", "C");
        Arbitrary<String> names = Arbitraries.of("place", "send", "deliver", "remark", "fly");
        Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 9);
        Arbitrary<String> actors = Arbitraries.of("customer", "staff", "staff:anna", "carrier");
        return Combinators.combine(orders, names, minutes, actors)
                .as(Event::new)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars(",\"\r\n ")
                .withChars("AZż:.+-09")
                .ofMaxLength(60)
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("A,place,2026-01-01T10:00:00Z,customer\n", parts));
    }

    /** Another order of the rows in which rows of one order and time stand as they stood. */
    private static List<Event> shuffled(List<Event> log, Random random) {
        Map<String, Queue<Event>> ties = new HashMap<>();
        log.forEach(event ->
                ties.computeIfAbsent(tie(event), t -> new ArrayDeque<>()).add(event));
        List<Event> mixed = new ArrayList<>(log);
        Collections.shuffle(mixed, random);
        mixed.replaceAll(event -> Objects.requireNonNull(ties.get(tie(event))).remove());
        return mixed;
    }

    private static String tie(Event event) {
        return event.order() + " " + event.minute();
    }

    private Summary figures(List<Event> log) throws Exception {
        return Logs.run(Files.writeString(folder.resolve("log.csv"), text(log))).summary();
    }

    private static String text(List<Event> log) {
        return Logs.HEADER + log.stream().map(Event::row).collect(Collectors.joining());
    }
}
