package dev.orderly.benchmarks.cold;

import dev.orderly.benchmarks.peers.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts whole virtual machines, in alternation, from a jar with nothing but the program and what it needs, and takes the
 * time until the first decision is there; once as they are, and once with an archive of classes. Needs an operating system
 * on which {@code System.nanoTime} is the same for all processes, as it is on Linux.
 */
final class ColdStart {

    private static final int QUICK_ROUNDS = 7;
    private static final int FULL_ROUNDS = 31;

    private ColdStart() {}

    /** Measures every program, without and with an archive. */
    static List<ColdResult> measure(Effort effort) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("orderly-cold-start");
        try {
            return measure(folder, effort == Effort.QUICK ? QUICK_ROUNDS : FULL_ROUNDS);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static List<ColdResult> measure(Path folder, int rounds) throws IOException, InterruptedException {
        List<Launch> launches = launches(folder);
        for (Launch launch : launches) {
            launch.prepare();
        }
        for (int round = 0; round < rounds; round++) {
            for (Launch launch : launches) {
                launch.measure();
            }
        }
        List<ColdResult> results = new ArrayList<>();
        for (Launch launch : launches) {
            double[] medians = launch.medians();
            long[] classes = launch.classes(folder);
            results.add(new ColdResult(
                    launch.program(),
                    launch.archived(),
                    medians[0],
                    launch.least(),
                    medians[1],
                    medians[2],
                    medians[3],
                    medians[4],
                    medians[5],
                    classes[0],
                    classes[1],
                    medians[0] / table(launches, launch.archived())));
        }
        return results;
    }

    private static List<Launch> launches(Path folder) throws IOException {
        Path table = folder.resolve("table.jar");
        Path orderly = folder.resolve("orderly.jar");
        LeanJar.write(table, LeanJar.TABLE);
        LeanJar.write(orderly, LeanJar.ORDERLY);
        List<Launch> launches = new ArrayList<>();
        for (boolean archived : new boolean[] {false, true}) {
            for (Program program : Program.values()) {
                launches.add(new Launch(program, archived, folder, program == Program.TABLE ? table : orderly));
            }
        }
        return launches;
    }

    private static double table(List<Launch> launches, boolean archived) {
        return launches.stream()
                .filter(launch -> launch.program() == Program.TABLE && launch.archived() == archived)
                .findFirst()
                .orElseThrow()
                .medians()[0];
    }
}
