package dev.orderly.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Finds out what one must know of a machine to understand its figures. */
final class Machine {

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final Path SYSTEM = Path.of("/etc/os-release");

    private Machine() {}

    /** Processor, memory, system and virtual machine; nothing that identifies the machine's owner. */
    static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "Processor",
                value(PROCESSOR, "model name\\s*:", System.getProperty("os.arch")) + ", of which "
                        + Runtime.getRuntime().availableProcessors() + " can be used");
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        facts.put(
                "Memory",
                String.format(
                        Locale.ROOT,
                        "%.1f GB; %.1f GB of it for the heap",
                        system.getTotalMemorySize() / 1e9,
                        Runtime.getRuntime().maxMemory() / 1e9));
        facts.put(
                "System",
                value(SYSTEM, "PRETTY_NAME=", System.getProperty("os.name")) + ", " + System.getProperty("os.name")
                        + " " + System.getProperty("os.version"));
        facts.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        return facts;
    }

    private static String value(Path file, String key, String otherwise) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.matches(key + ".*"))
                    .findFirst()
                    .map(line -> line.replaceFirst(key, "").replace("\"", "").strip())
                    .orElse(otherwise);
        } catch (IOException e) {
            return otherwise; // not a Linux
        }
    }
}
