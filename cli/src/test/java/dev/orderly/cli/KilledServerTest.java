package dev.orderly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered is not lost, whenever the process is killed. */
@Tag("processes")
class KilledServerTest {

    private static final int WRITERS = 4;
    private static final int ENOUGH = 80;

    @TempDir
    Path folder;

    @Test
    void every_comment_that_was_answered_is_there_after_a_kill() throws Exception {
        String[] command = {
            "serve",
            "--demo",
            "--port",
            "0",
            "--db",
            folder.resolve("orders.db").toString()
        };
        Collection<String> answered = new ConcurrentLinkedQueue<>();
        Collection<String> failed = new ConcurrentLinkedQueue<>();
        try (Program serve = new Program(command)) {
            String ticket =
                    Program.ticket(serve.lookup("KS-1043", "ewa@example.com").body());
            CountDownLatch enough = new CountDownLatch(ENOUGH);
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                String name = "writer " + i + ", line ";
                writers.add(new Thread(() -> write(serve, ticket, name, answered, failed, enough)));
            }
            writers.forEach(Thread::start);
            enough.await();
            serve.process.destroyForcibly().waitFor();
            for (Thread writer : writers) {
                writer.join();
            }
        }
        assertThat(failed).hasSize(WRITERS); // each was writing when the process was killed

        try (Program serve = new Program(command)) {
            String page = serve.lookup("KS-1043", "ewa@example.com").body();

            assertThat(answered)
                    .hasSizeGreaterThanOrEqualTo(ENOUGH)
                    .allSatisfy(comment -> assertThat(page).contains(comment + "."));
        }
    }

    /** Writes comments one after another until the server is gone. */
    private static void write(
            Program serve,
            String ticket,
            String name,
            Collection<String> answered,
            Collection<String> failed,
            CountDownLatch enough) {
        for (int i = 0; ; i++) {
            try {
                if (serve.comment(ticket, name + i + ".").statusCode() != 200) {
                    throw new IOException("not taken");
                }
            } catch (IOException e) {
                failed.add(name + i);
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            answered.add(name + i);
            enough.countDown();
        }
    }
}
