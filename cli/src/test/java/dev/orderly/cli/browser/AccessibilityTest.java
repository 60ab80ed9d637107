package dev.orderly.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.orderly.http.page.LookupPage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** WCAG 2.2 AA, as far as a program can tell. */
class AccessibilityTest {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

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
    void axe_finds_no_barrier_on_the_start_page_nor_when_nothing_was_found() {
        try (Visitor visitor = new Visitor(shops).opens()) {
            hasNoBarrier(visitor);
            visitor.looksUp("no such order");
            hasNoBarrier(visitor);
        }
    }

    @Test
    void axe_sees_a_field_that_lost_its_name_and_words_that_are_too_pale() {
        try (Visitor visitor = new Visitor(shops).opens()) {
            visitor.eval("document.querySelector('label[for=number]').remove()");
            visitor.eval("document.querySelector('h1').style.color = '#ccc'");

            assertThat(barriers(axe(visitor).withTags(RULES)))
                    .anyMatch(barrier -> barrier.startsWith("label: "))
                    .anyMatch(barrier -> barrier.startsWith("color-contrast: "));
        }
    }

    @Test
    void axe_finds_no_barrier_on_the_pages_of_the_demo_orders() {
        try (Visitor visitor = new Visitor(shops)) {
            for (LookupPage.Example example : shops.examples) {
                visitor.looksUp(example.number(), example.email());
                showAll(visitor);
                hasNoBarrier(visitor);
            }
        }
    }

    @Test
    void axe_finds_no_barrier_when_something_was_done_refused_or_came_too_late() {
        Shops own = new Shops();
        own.place("A-1", "marketplace-acceptance", "pl", "payment", "cash-on-delivery");
        own.fire("A-1", "accept", "seller");
        own.place("A-2", "bookstore", "el", "payment", "prepaid");
        try (own;
                Visitor visitor = new Visitor(own)) {
            visitor.looksUp("A-1").chooses("Zgłoś incydent");
            visitor.fills("Co się stało", "Brak").sends();
            own.fireCase("A-1", "answer", "seller", "answer", "Już jedzie");
            visitor.presses("Wyłącz powiadomienia");
            showAll(visitor);
            hasNoBarrier(visitor);

            visitor.looksUp("A-2").chooses("Cancel order");
            own.fire("A-2", "pay", "platform");
            visitor.sends();
            assertThat(visitor.problem()).contains("Cancel order");
            hasNoBarrier(visitor);

            own.pass(Duration.ofMinutes(31));
            visitor.presses("Δείτε ξανά");
            assertThat(visitor.page.locator("#number").count()).isEqualTo(1);
            hasNoBarrier(visitor);
        }
    }

    @Test
    void axe_finds_no_barrier_on_the_account_its_activity_and_pages_that_say_what_went_wrong() {
        shops.place("Y-1", "marketplace-acceptance", "en", "payment", "cash-on-delivery");
        shops.fire("Y-1", "accept", "seller");
        try (Visitor visitor = new Visitor(shops)) {
            visitor.page.navigate(shops.address() + "account");
            assertThat(visitor.page.locator("h2").allInnerTexts()).contains("Order Y-1");
            hasNoBarrier(visitor);
            visitor.page.setViewportSize(320, 844);
            assertThat(tooWide(visitor)).isEmpty();

            visitor.turnsThePage(() -> visitor.page
                    .locator("form[action$=activity] button")
                    .first()
                    .click());
            hasNoBarrier(visitor);

            visitor.page.navigate(shops.address() + "no/such/page");
            assertThat(focused(visitor)).isEqualTo("problem");
            hasNoBarrier(visitor);
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
                    assertThat(tooWide(visitor))
                            .as("start page, %d px, %d %%", width, text)
                            .isEmpty();
                }
            }
            for (int width : new int[] {320, 390, 640, 1280}) {
                visitor.page.setViewportSize(width, 844);
                visitor.looksUp("N-1");
                showAll(visitor);
                assertThat(tooWide(visitor)).as("order, %d px", width).isEmpty();
                visitor.eval(size(200));
                assertThat(tooWide(visitor)).as("order, %d px, 200 %%", width).isEmpty();
            }
        }
    }

    @Test
    void everything_that_can_be_pressed_is_large_enough_for_a_finger() {
        try (Visitor visitor = phone()) {
            visitor.looksUp("MA-3001", "ola@example.com");
            showAll(visitor);

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
            assertThat(focused(visitor)).isEqualTo("problem");
            assertThat(visitor.page.title()).startsWith("Error: We found no order");
            assertThat(visitor.page.locator("#number").getAttribute("aria-describedby"))
                    .isEqualTo("problem");
            assertThat(visitor.page.locator("#email").getAttribute("aria-describedby"))
                    .isEqualTo("problem");

            visitor.looksUp("F-1").presses("Turn notifications off");
            assertThat(focused(visitor)).isEqualTo("notice");
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

    /** In light; in dark, where only the colours differ, their contrast. */
    private static void hasNoBarrier(Visitor visitor) {
        visitor.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(barriers(axe(visitor).withTags(RULES)))
                .as(visitor.page.title())
                .isEmpty();
        visitor.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(barriers(axe(visitor).withRules(List.of("color-contrast"))))
                .as("%s, in the dark", visitor.page.title())
                .isEmpty();
    }

    private static AxeBuilder axe(Visitor visitor) {
        return new AxeBuilder(visitor.page).setLegacyMode(true); // else it opens a window for frames, which no page has
    }

    private static List<String> barriers(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": "
                        + rule.getNodes().stream().map(CheckedNode::getHtml).toList())
                .toList();
    }

    private static void showAll(Visitor visitor) {
        visitor.eval("document.querySelectorAll('details').forEach(d => d.open = true)");
    }

    private static String size(int percent) {
        return "document.documentElement.style.fontSize = '" + percent + "%'";
    }

    /** What stands out of the window, and whether the window scrolls sideways. */
    private static List<?> tooWide(Visitor visitor) {
        return (List<?>) visitor.eval("[...document.querySelectorAll('html, body *:not(.hidden)')]"
                + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1"
                + " || (!e.matches('option, select, input') && e.scrollWidth > e.clientWidth + 1"
                + " && getComputedStyle(e).display !== 'inline'))"
                + ".map(e => e.outerHTML.slice(0, 200))");
    }

    private static Object focused(Visitor visitor) {
        return visitor.eval("document.activeElement.className");
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
