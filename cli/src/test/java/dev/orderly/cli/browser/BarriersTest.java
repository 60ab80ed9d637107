package dev.orderly.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.orderly.http.page.LookupPage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** WCAG 2.2 AA on every page and in every state of it, as far as a program can tell. */
@Tag("browser")
class BarriersTest {

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
                visitor.showsAll();
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
            visitor.showsAll();
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
            assertThat(visitor.tooWide()).isEmpty();

            visitor.turnsThePage(() -> visitor.page
                    .locator("form[action$=activity] button")
                    .first()
                    .click());
            hasNoBarrier(visitor);

            visitor.page.navigate(shops.address() + "no/such/page");
            assertThat(visitor.focused()).isEqualTo("problem");
            hasNoBarrier(visitor);
        }
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
}
