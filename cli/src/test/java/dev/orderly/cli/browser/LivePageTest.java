package dev.orderly.cli.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages of which somebody watches what happens. */
@Tag("browser")
class LivePageTest {

    private static Shops shops;

    @BeforeAll
    static void open() {
        Chromium.get();
        shops = Shops.live();
    }

    @AfterAll
    static void close() {
        if (shops != null) {
            shops.close();
        }
    }

    @Test
    void a_page_shows_a_new_status_by_itself_and_keeps_what_is_being_written() {
        shops.place("V-1", "bookstore", "en", "payment", "prepaid");
        try (Visitor visitor = new Visitor(shops).looksUp("V-1")) {
            visitor.page.fill("#text", "Is it a hard");

            shops.fire("V-1", "pay", "platform");

            assertThat(visitor.page.locator("#status")).hasText("In progress");
            assertThat(visitor.page).hasTitle("In progress – Order V-1");
            assertThat(visitor.page.locator("#text").inputValue()).isEqualTo("Is it a hard");
            assertThat(visitor.page.locator("body > [role=status]").innerText()).isNotBlank();
        }
    }

    @Test
    void what_the_shop_writes_appears() {
        shops.place("V-2", "bookstore", "en", "payment", "prepaid");
        try (Visitor visitor = new Visitor(shops).looksUp("V-2")) {
            shops.say("V-2", "staff", "We have it in blue, too.");

            assertThat(visitor.section("talk").locator(".said")).hasText("We have it in blue, too.");
        }
    }
}
