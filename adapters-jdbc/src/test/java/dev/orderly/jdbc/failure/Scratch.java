package dev.orderly.jdbc.failure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

/** Folders that go when the tests are over, after the processes that work in them. */
final class Scratch {

    private static final Deque<ProcessHandle> PROCESSES = new ConcurrentLinkedDeque<>();
    private static final Deque<Path> FOLDERS = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            PROCESSES.forEach(ServerProcess::kill);
            FOLDERS.forEach(Scratch::delete);
        }));
    }

    private Scratch() {}

    static Path folder(String name) throws IOException {
        Path folder = Files.createTempDirectory("orderly-" + name);
        FOLDERS.add(folder);
        return folder;
    }

    static void ends(Process process) {
        ends(process.toHandle());
    }

    static void ends(ProcessHandle process) {
        PROCESSES.add(process);
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            System.err.println(folder + " could not be deleted: " + e);
        }
    }
}
