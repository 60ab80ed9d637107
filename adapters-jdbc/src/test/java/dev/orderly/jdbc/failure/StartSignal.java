package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lets processes begin at the same moment: each makes its log when it is ready, and waits for a file beside it. */
final class StartSignal {

    private static final String NAME = "start";

    private StartSignal() {}

    static void await(Path log) throws InterruptedException {
        while (!Files.exists(log.resolveSibling(NAME))) {
            Thread.sleep(1);
        }
    }

    static void give(Path folder, List<ChildJvm> processes, List<String> logs)
            throws IOException, InterruptedException {
        while (!logs.stream().allMatch(log -> Files.exists(folder.resolve(log)))) {
            processes.forEach(
                    process -> assertThat(process.isAlive()).as(process::said).isTrue());
            Thread.sleep(10);
        }
        Files.createFile(folder.resolve(NAME));
    }
}
