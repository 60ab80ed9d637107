package dev.orderly.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What pages do without scripts, and scripts that strangers would like them to have. */
@Tag("browser")
class PlainPagesTest {

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
    void everything_works_without_script() {
        shops.place("S-1", "marketplace-acceptance", "pl", "payment", "cash-on-delivery");
        shops.fire("S-1", "accept", "seller");
        Browser.NewContextOptions bare = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        try (Visitor visitor = new Visitor(shops, bare)) {
            visitor.looksUp("S-1").chooses("Zgłoś incydent");
            visitor.fills("Co się stało", "Nic nie przyszło").sends();
            assertThat(visitor.section("cases").innerText()).contains("Nic nie przyszło");

            visitor.page.fill("#text", "Dzień dobry");
            visitor.page.setInputFiles("#files", new FilePayload("list.txt", "text/plain", new byte[] {65}));
            visitor.presses("Wyślij");
            assertThat(visitor.section("talk").innerText())
                    .contains("Dzień dobry")
                    .contains("list.txt");

            shops.fire("S-1", "ship", "seller", "tracking-number", "1", "carrier", "dpd");
            visitor.presses("Sprawdź ponownie");
            assertThat(visitor.status()).isEqualTo("Wysłano");

            visitor.page.selectOption("#language", "en");
            visitor.turnsThePage(() -> visitor.page.locator("footer button").click());
            assertThat(visitor.status()).isEqualTo("Shipped");
        }
    }

    @Test
    void hostile_text_is_shown_and_never_run() {
        String script = "<script>window.pwned = 1; alert(1)</script>";
        String svg = "\"><svg onload=alert(2)><img src=x onerror=alert(3)>";
        String turned = "\u202Etxet desrever\u202C ${7*7} {{7*7}} @{7*7}";
        String number = "H'\"><b>1</b>";
        Actor seller = Actor.of("seller");
        shops.orders.place(
                number,
                "marketplace-acceptance",
                Request.of("place", Actor.of("customer"))
                        .with("payment", "cash-on-delivery")
                        .withCustomer(Customer.of(Shops.EMAIL).withLanguage("pl"))
                        .withLines(Line.of("1", script, 1), Line.of("2", svg, 1), Line.of("3", turned, 1)));
        shops.fire(number, "accept", "seller");
        shops.fire(number, "ship", "seller", "tracking-number", svg, "carrier", "javascript:alert(4)");
        shops.orders.comment(
                number,
                CommentRequest.of(seller, script + svg + turned)
                        .withUploads(new Upload(svg + ".html", "text/html", script.getBytes(StandardCharsets.UTF_8))));
        shops.orders.openCase(
                number, "incident", Request.of("open", Actor.of("customer")).with("reason", svg));
        try (Visitor visitor = new Visitor(shops)) {
            visitor.looksUp(script, "a@example.com");
            assertThat(visitor.page.locator("#number").inputValue()).isEqualTo(script);

            visitor.looksUp(number);
            assertThat(visitor.page.locator("h1").innerText()).isEqualTo("Zamówienie " + number);
            assertThat(visitor.section("lines").innerText()).contains(script, svg, turned);
            assertThat(visitor.section("talk").innerText()).contains(script, svg, turned);
            assertThat(visitor.section("cases").innerText()).contains(svg);
            assertThat(visitor.section("parcels").innerText()).contains(svg);
            assertThat(visitor.page
                            .locator("main :is(script:not(#live), svg, img, b)")
                            .count())
                    .isZero();
            assertThat(visitor.eval("window.pwned === undefined")).isEqualTo(true);
        }
    }

    @Test
    void a_script_that_came_into_a_page_after_all_would_not_run() {
        try (Visitor visitor = new Visitor(shops).opens()) {
            visitor.eval("document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror=\"window.pwned = 1\">')");
            visitor.page.waitForTimeout(100);

            assertThat(visitor.eval("window.pwned === undefined")).isEqualTo(true);
            assertThat(visitor.forgetTroubles()).anyMatch(trouble -> trouble.contains("Content Security Policy"));
        }
    }
}
