package dev.orderly.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which types are for users, and which are public because a framework or another package needs them. */
class InternalTypesTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/orderly/http");
    private static final Pattern PUBLIC =
            Pattern.compile("^public (final |sealed |abstract )*(class|interface|record|enum) ", Pattern.MULTILINE);
    private static final Pattern MARK = Pattern.compile("[^/]*/\\*\\*\\s*(\\* )?Internal: .*", Pattern.DOTALL);

    @Test
    void the_public_types_without_a_mark_are_those_that_users_need() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> forUsers = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> PUBLIC.matcher(read(file)).find())
                    .filter(file -> !isMarked(file) && !isMarked(file.resolveSibling("package-info.java")))
                    .map(file -> SOURCES.relativize(file)
                            .toString()
                            .replace('\\', '/')
                            .replace(".java", ""))
                    .sorted()
                    .toList();

            assertThat(forUsers)
                    .containsExactly(
                            "ClientAddress",
                            "HttpListener",
                            "OrderlyServlet",
                            "OrderlyServletBuilder",
                            "access/Access",
                            "access/ApiKey",
                            "access/ApiKeys",
                            "access/Caller",
                            "live/ChangeFeed",
                            "metrics/OrderlyMetrics",
                            "metrics/PrometheusRegistry",
                            "page/AccountPage",
                            "page/ActivityPage",
                            "page/LookupPage",
                            "page/PageLayout",
                            "page/Pages",
                            "page/ProblemPage",
                            "page/StatusPage",
                            "page/Texts",
                            "server/OrderlyServer",
                            "server/OrderlyServerBuilder");
        }
    }

    private static boolean isMarked(Path file) {
        return MARK.matcher(read(file)).matches();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
