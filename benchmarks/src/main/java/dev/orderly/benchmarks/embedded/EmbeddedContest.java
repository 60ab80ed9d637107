package dev.orderly.benchmarks.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Measures one embedded database, whose driver is on the class path. Arguments: {@code growth}, {@code speed}, {@code kill},
 * {@code full} or {@code open}; the name of an {@link EmbeddedProduct}; an empty folder; how many steps, rounds or
 * failures.
 */
public final class EmbeddedContest {

    private static final int ORDERS = 1000;
    private static final int BLOCK = 4096;

    private final EmbeddedProduct product;
    private final Path folder;
    private final int number;

    private EmbeddedContest(EmbeddedProduct product, Path folder, int number) {
        this.product = product;
        this.folder = folder;
        this.number = number;
    }

    public static void main(String[] arguments) throws Exception {
        EmbeddedContest contest = new EmbeddedContest(
                EmbeddedProduct.valueOf(arguments[1].toUpperCase(Locale.ROOT)),
                Path.of(arguments[2]),
                Integer.parseInt(arguments[3]));
        Files.createDirectories(contest.folder);
        switch (arguments[0]) {
            case "growth" -> contest.growth();
            case "speed" -> contest.speed();
            case "kill" -> contest.kill();
            case "write" -> contest.write(Path.of(arguments[4]), arguments[5]);
            case "full" -> contest.full();
            case "open" -> contest.open();
            default -> throw new IllegalArgumentException(arguments[0] + " is not measured here");
        }
    }

    private void say(String format, Object... values) {
        System.out.println(product.name().toLowerCase(Locale.ROOT) + ": " + String.format(Locale.ROOT, format, values));
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private void fill(int orders) throws SQLException {
        try (RawShop shop = new RawShop(product, folder)) {
            shop.create();
            for (int i = 0; i < orders; i++) {
                shop.place("o-" + i);
            }
        }
    }

    /** The size of the files while steps are made, with the database closed and opened again four times. */
    private void growth() throws Exception {
        fill(ORDERS);
        long begin = bytes();
        int part = Math.max(1, number / 5);
        for (int opened = 1; opened <= 5; opened++) {
            long open;
            try (RawShop shop = new RawShop(product, folder)) {
                for (int i = 0; i < part; i++) {
                    shop.step("o-" + i % ORDERS);
                }
                open = bytes();
            }
            int steps = opened * part;
            say(
                    "%,d steps: %,d kB while open (%,d bytes a step), %,d kB when closed (%,d bytes a step)",
                    steps, open / 1024, (open - begin) / steps, bytes() / 1024, (bytes() - begin) / steps);
        }
    }

    private void speed() throws Exception {
        fill(ORDERS);
        for (int threads : List.of(1, 8)) {
            steps(threads, number / 10);
            say("%d threads: %,.0f steps a second", threads, steps(threads, number));
        }
        try (RawShop shop = new RawShop(product, folder)) {
            for (int i = 0; i < 500; i++) {
                shop.list();
            }
            long begin = System.nanoTime();
            for (int i = 0; i < 1000; i++) {
                shop.list();
            }
            say("a list of 50: %,.3f ms", (System.nanoTime() - begin) / 1e9);
            begin = System.nanoTime();
            int swept = 0;
            for (int i = 0; i < 100; i++) {
                swept += shop.sweep(500);
            }
            say("sweep, 500 at a time: %,.0f orders a second", swept * 1e9 / (System.nanoTime() - begin));
        }
    }

    private double steps(int threads, int steps) throws Exception {
        Thread[] all = new Thread[threads];
        long begin = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            int own = i;
            all[i] = new Thread(() -> {
                try (RawShop shop = new RawShop(product, folder)) {
                    for (int j = 0; j < steps / threads; j++) {
                        shop.step("o-" + (j * threads + own) % ORDERS);
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            all[i].start();
        }
        for (Thread thread : all) {
            thread.join();
        }
        return steps * 1e9 / (System.nanoTime() - begin);
    }

    /** A process that writes is killed at a random moment, again and again on the same files. */
    private void kill() throws Exception {
        try (RawShop shop = new RawShop(product, folder)) {
            shop.create();
        }
        long acknowledged = 0;
        long lost = 0;
        int rounds = 0;
        for (int round = 0; round < number; round++) {
            Path log = folder.resolveSibling(folder.getFileName() + ".acknowledged");
            Files.deleteIfExists(log);
            Process writer = child(log, "r" + round);
            while (!Files.exists(log) || Files.size(log) == 0) {
                if (!writer.isAlive()) {
                    say(
                            "round %d: the writer could not go on, after %,d acknowledged, %,d lost",
                            round, acknowledged, lost);
                    return;
                }
                Thread.sleep(2);
            }
            Thread.sleep(5 + ThreadLocalRandom.current().nextInt(295));
            writer.destroyForcibly().waitFor();
            Map<String, Long> latest = new HashMap<>();
            String text = Files.readString(log);
            for (String line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                String[] words = line.split(" ", -1);
                latest.merge(words[0], Long.parseLong(words[1]), Math::max);
                acknowledged++;
            }
            long before = lost;
            try (RawShop shop = reopened()) {
                for (Map.Entry<String, Long> each : latest.entrySet()) {
                    lost += Math.max(0, each.getValue() - Math.max(0, shop.verified(each.getKey())));
                }
            }
            rounds += lost > before ? 1 : 0;
        }
        say("killed %d times: %,d acknowledged, %,d lost or torn, in %d rounds", number, acknowledged, lost, rounds);
    }

    /** HSQLDB holds a database for ten seconds for a process that is no more. */
    private RawShop reopened() throws Exception {
        for (int attempt = 1; true; attempt++) {
            try {
                return new RawShop(product, folder);
            } catch (SQLException e) {
                if (attempt == 20) {
                    throw e;
                }
                Thread.sleep(1000);
            }
        }
    }

    private Process child(Path log, String prefix) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedContest.class.getName(),
                        "write",
                        product.name(),
                        folder.toString(),
                        "4",
                        log.toString(),
                        prefix)
                .inheritIO()
                .start();
    }

    private void write(Path log, String prefix) throws IOException {
        FileChannel acknowledged = FileChannel.open(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        for (int i = 0; i < number; i++) {
            String own = prefix + "-" + i + "-";
            new Thread(() -> {
                        try (RawShop shop = new RawShop(product, folder)) {
                            for (int j = 0; true; j++) {
                                shop.place(own + j);
                                acknowledge(acknowledged, own + j, 1);
                                for (int k = 0; k < 4; k++) {
                                    acknowledge(acknowledged, own + j, shop.step(own + j));
                                }
                            }
                        } catch (SQLException | IOException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .start();
        }
    }

    private static synchronized void acknowledge(FileChannel log, String number, long sequence) throws IOException {
        log.write(ByteBuffer.wrap((number + " " + sequence + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** The folder is a file system of its own, which is filled up and freed again. */
    private void full() throws Exception {
        fill(10);
        Map<String, Long> latest = new HashMap<>();
        Path ballast = folder.resolve("ballast");
        long space = Files.getFileStore(folder).getUsableSpace() - (256 << 10);
        try (FileChannel out = FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long written = 0; written < space; written += BLOCK) {
                out.write(ByteBuffer.allocate(BLOCK));
            }
        }
        int acknowledged = work(latest, number);
        String how = failure;
        Files.delete(ballast);
        int again = work(latest, 0);
        long lost = 0;
        try (RawShop shop = new RawShop(product, folder)) {
            for (Map.Entry<String, Long> each : latest.entrySet()) {
                lost += Math.max(0, each.getValue() - Math.max(0, shop.verified(each.getKey())));
            }
        }
        say(
                "full disk: %d acknowledged, then \"%s\"; %d after space was freed, reconnected %d times; %d lost",
                acknowledged, how, again, reconnected, lost);
    }

    private String failure = "";
    private int reconnected;

    /** Steps until so many failed, or 200 where none may fail; after a failure there is a new connection. */
    private int work(Map<String, Long> latest, int failures) throws Exception {
        int done = 0;
        int failed = 0;
        while (failures == 0 ? done < 200 && failed < 200 : failed < failures) {
            try (RawShop shop = new RawShop(product, folder)) {
                for (int i = 0; failures > 0 || done < 200; i++) {
                    String order = "o-" + i % 10;
                    latest.put(order, shop.step(order));
                    done++;
                }
            } catch (SQLException e) {
                failed++;
                reconnected += failures == 0 ? 1 : 0;
                failure = e.getMessage() + " (SQLSTATE " + e.getSQLState() + ", code " + e.getErrorCode() + ")";
            }
        }
        return done;
    }

    /** From the begin of the program to the first order read, and the memory of the process. */
    private void open() throws Exception {
        if (number > 0) {
            fill(number);
        }
        long begin = System.nanoTime();
        try (RawShop shop = new RawShop(product, folder)) {
            shop.verified("o-0");
            double opened = (System.nanoTime() - begin) / 1e6;
            shop.step("o-0");
            long peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
            say("opened and read in %.0f ms; the process has had %,d MB", opened, peak / 1024);
        }
    }
}
