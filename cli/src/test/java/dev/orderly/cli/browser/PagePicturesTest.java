package dev.orderly.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.orderly.http.page.LookupPage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the README's pictures of the pages, on demand: {@code -Dpictures=take}. */
@Tag("browser")
@EnabledIfSystemProperty(named = "pictures", matches = "take")
class PagePicturesTest {

    private static final Path FOLDER = Path.of("..", "docs", "pictures");

    @Test
    void the_readme_shows_the_pages_as_they_are() throws IOException {
        try (Shops shops = new Shops()) {
            take(shops, "", "start-page", false, ColorScheme.LIGHT);
            take(shops, "", "start-page-phone", true, ColorScheme.LIGHT);
            take(shops, "MA-3001", "status-page", false, ColorScheme.LIGHT);
            take(shops, "RU-9001", "status-page-phone", true, ColorScheme.LIGHT);
            take(shops, "IP-5001", "status-page-phone-dark", true, ColorScheme.DARK);
            take(shops, "KS-1041", "status-page-talk", false, ColorScheme.LIGHT);
        }
    }

    private static void take(Shops shops, String number, String name, boolean phone, ColorScheme scheme)
            throws IOException {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setDeviceScaleFactor(phone ? 2 : 1)
                .setViewportSize(phone ? 390 : 1120, phone ? 844 : 700);
        try (Visitor visitor = new Visitor(shops, options).opens()) {
            if (!number.isEmpty()) {
                LookupPage.Example example = shops.examples.stream()
                        .filter(e -> e.number().equals(number))
                        .findFirst()
                        .orElseThrow();
                visitor.looksUp(number, example.email());
            }
            byte[] picture = visitor.page.screenshot(new Page.ScreenshotOptions().setFullPage(!phone));
            Path file = FOLDER.resolve(name + ".png");
            ImageIO.write(Palette.reduce(ImageIO.read(new ByteArrayInputStream(picture))), "png", file.toFile());
            assertThat(Files.size(file)).isLessThan(100_000);
        }
    }
}
