package dev.orderly.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages for fingers, keyboards, small screens, large letters and ears. */
@Tag("browser")
class AccessibilityTest {

    private static Shops shops;

    @BeforeAll
    static void open() {
        Chromium.get();
        shops = new Shops();
    }

    @AfterAll
    static void close() {
        if (shops != null) {
            shops.close();
        }
    }

    @Test
    void nothing_is_cut_off_or_scrolls_sideways_on_a_small_screen_or_in_large_letters() {
        shops.place("N-1", "marketplace-acceptance", "pl", "payment", "cash-on-delivery");
        shops.fire("N-1", "accept", "seller");
        String endless = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3);
        shops.say("N-1", "seller", endless + " https://example.com/" + endless);
        shops.fire("N-1", "ship", "seller", "tracking-number", "9".repeat(90), "carrier", "dpd");
        try (Visitor visitor = new Visitor(shops)) {
            for (int width : new int[] {320, 390, 640, 1280}) {
                for (int text : new int[] {100, 200}) {
                    visitor.page.setViewportSize(width, 844);
                    visitor.opens().eval(size(text));
                    assertThat(visitor.tooWide())
                            .as("start page, %d px, %d %%", width, text)
                            .isEmpty();
                }
            }
            for (int width : new int[] {320, 390, 640, 1280}) {
                visitor.page.setViewportSize(width, 844);
                visitor.looksUp("N-1");
                visitor.showsAll();
                assertThat(visitor.tooWide()).as("order, %d px", width).isEmpty();
                visitor.eval(size(200));
                assertThat(visitor.tooWide()).as("order, %d px, 200 %%", width).isEmpty();
            }
        }
    }

    @Test
    void everything_that_can_be_pressed_is_large_enough_for_a_finger() {
        try (Visitor visitor = phone()) {
            visitor.looksUp("MA-3001", "ola@example.com");
            visitor.showsAll();

            assertThat(visitor.eval("[...document.querySelectorAll("
                            + "'a, button, summary, select, textarea, input:not([type=hidden])')]"
                            + ".map(e => [e.outerHTML, e.getBoundingClientRect()])"
                            + ".filter(([html, box]) => box.width < 24 || box.height < 24).map(([html]) => html)"))
                    .isEqualTo(List.of());
        }
    }

    @Test
    void the_keyboard_alone_is_enough_and_shows_where_it_is() {
        shops.place("T-1", "bookstore", "pl", "payment", "prepaid");
        try (Visitor visitor = new Visitor(shops).opens()) {
            Page page = visitor.page;
            tabTo(visitor, "e => e.id === 'number'");
            page.keyboard().type("T-1");
            page.keyboard().press("Tab");
            page.keyboard().type(Shops.EMAIL);
            visitor.turnsThePage(() -> page.keyboard().press("Enter"));

            tabTo(visitor, "e => e.innerText === 'Anuluj zamówienie'");
            page.keyboard().press("Enter");
            tabTo(visitor, "e => e.name === 'data.reason'");
            page.keyboard().type("Rozmyśliłem się");
            tabTo(visitor, "e => e.tagName === 'BUTTON'");
            visitor.turnsThePage(() -> page.keyboard().press("Enter"));

            assertThat(visitor.status()).isEqualTo("Anulowane");
        }
    }

    @Test
    void what_is_new_on_a_page_has_the_focus_and_stands_in_its_title_even_without_script() {
        shops.place("F-1", "bookstore", "en", "payment", "prepaid");
        Browser.NewContextOptions bare = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        try (Visitor visitor = new Visitor(shops, bare)) {
            visitor.looksUp("F-1", "wrong@example.com");
            assertThat(visitor.focused()).isEqualTo("problem");
            assertThat(visitor.page.title()).startsWith("Error: We found no order");
            assertThat(visitor.page.locator("#number").getAttribute("aria-describedby"))
                    .isEqualTo("problem");
            assertThat(visitor.page.locator("#email").getAttribute("aria-describedby"))
                    .isEqualTo("problem");

            visitor.looksUp("F-1").presses("Turn notifications off");
            assertThat(visitor.focused()).isEqualTo("notice");
            assertThat(visitor.page.title()).isEqualTo("Notifications are off for this order. – Order F-1");
        }
    }

    @Test
    void a_page_says_its_language_and_that_of_words_in_another_one() {
        shops.place("L-1", "bookstore", "pl", "payment", "prepaid");
        try (Visitor visitor = new Visitor(shops).looksUp("L-1")) {
            for (Map.Entry<String, String> wanted : Map.of(
                            "en", "Awaiting payment – Order L-1", "pl", "Oczekuje na płatność – Zamówienie L-1")
                    .entrySet()) {
                chooseLanguage(visitor, wanted.getKey());
                assertThat(visitor.language()).isEqualTo(wanted.getKey());
                assertThat(visitor.page.title()).isEqualTo(wanted.getValue());
                assertThat(visitor.page.locator("main [lang]").count()).isZero();
            }

            chooseLanguage(visitor, "ru"); // which a Polish shop does not speak
            assertThat(visitor.language()).isEqualTo("ru");
            assertThat(visitor.page.locator("#status").getAttribute("lang")).isEqualTo("en");
            assertThat(visitor.status()).isEqualTo("Awaiting payment");
            assertThat(visitor.page.locator("main [lang=en]").allInnerTexts()).contains("Cancel order");
        }
    }

    private static void chooseLanguage(Visitor visitor, String language) {
        visitor.page.selectOption("#language", language);
        visitor.turnsThePage(() -> visitor.page.locator("footer button").click());
    }

    private static Visitor phone() {
        return new Visitor(
                shops,
                new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setHasTouch(true)
                        .setIsMobile(true));
    }

    private static String size(int percent) {
        return "document.documentElement.style.fontSize = '" + percent + "%'";
    }

    /** Presses Tab until something has the focus, and sees on the way that whatever has it shows it. */
    private static void tabTo(Visitor visitor, String test) {
        for (int i = 0; i < 60; i++) {
            visitor.page.keyboard().press("Tab");
            assertThat(visitor.eval("(() => { const style = getComputedStyle(document.activeElement);"
                            + " return style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2 })()"))
                    .as("focus shows on %s", visitor.eval("document.activeElement.outerHTML"))
                    .isEqualTo(true);
            if (Boolean.TRUE.equals(visitor.eval("(" + test + ")(document.activeElement)"))) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to " + test);
    }
}
