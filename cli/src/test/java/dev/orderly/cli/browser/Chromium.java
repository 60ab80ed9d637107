package dev.orderly.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The machine's Chromium, started once for all tests. Needed where ORDERLY_REQUIRE_TOOLS is set, as in CI; elsewhere the
 * tests say that they did not run.
 */
final class Chromium {

    private static @Nullable Browser browser;

    private Chromium() {}

    static synchronized Browser get() {
        Optional<Path> chromium = find("chromium", "chromium-browser", "google-chrome");
        Optional<Path> node = find("node", "nodejs");
        boolean found = chromium.isPresent() && node.isPresent();
        if ("true".equals(System.getenv("ORDERLY_REQUIRE_TOOLS"))) {
            assertThat(found).as("Chromium and node must be installed here").isTrue();
        }
        assumeTrue(found, "Chromium or node is not installed, so nobody looks at the pages here");
        if (browser == null) {
            browser = start(chromium.orElseThrow(), node.orElseThrow());
        }
        return browser;
    }

    private static Browser start(Path chromium, Path node) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        environment.put("PLAYWRIGHT_NODEJS_PATH", node.toString());
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private static Optional<Path> find(String... names) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(names)
                .flatMap(name ->
                        Stream.of(path.split(Pattern.quote(File.pathSeparator))).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
