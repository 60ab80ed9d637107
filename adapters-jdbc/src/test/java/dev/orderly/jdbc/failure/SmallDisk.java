package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in memory that is soon full. Only an administrator can mount one. */
final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 4096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Needed where ORDERLY_REQUIRE_TOOLS is set, as in CI; elsewhere the test says that it did not run. */
    static SmallDisk mount(int megabytes) throws Exception {
        Path folder = Files.createTempDirectory("orderly-disk");
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        if ("true".equals(System.getenv("ORDERLY_REQUIRE_TOOLS"))) {
            assertThat(mounted).as("a tmpfs can be mounted here").isTrue();
        }
        if (!mounted) {
            Scale.report("skipped: no disk was filled up, for a tmpfs cannot be mounted here");
        }
        assumeTrue(mounted, "a tmpfs cannot be mounted here, so no disk was filled up");
        return new SmallDisk(folder);
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command).start().onExit().join().exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    /** Leaves no more than so many bytes free. */
    void fillUpTo(long free) throws IOException {
        long space = Files.getFileStore(folder).getUsableSpace() - free;
        try (OutputStream out = Files.newOutputStream(ballast())) {
            byte[] block = new byte[BLOCK];
            for (long written = 0; written < space; written += BLOCK) {
                out.write(block);
            }
        }
    }

    void freeSpace() throws IOException {
        Files.delete(ballast());
    }

    @Override
    public void close() {
        run("umount", "-l", folder.toString());
        run("rmdir", folder.toString());
    }
}
