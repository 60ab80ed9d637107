package dev.orderly.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser, who sees and does what the page offers. Whatever a page must not do shows when he leaves. */
final class Visitor implements AutoCloseable {

    final Page page;
    private final BrowserContext context;
    private final String address;
    private final List<String> troubles = new ArrayList<>();

    Visitor(Shops shops) {
        this(shops, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    Visitor(Shops shops, Browser.NewContextOptions options) {
        address = shops.address();
        context = Chromium.get().newContext(options.setLocale(options.locale == null ? "en" : options.locale));
        page = context.newPage();
        page.setDefaultTimeout(10_000);
        page.onDialog(dialog -> {
            troubles.add("a dialog opened: " + dialog.message());
            dialog.dismiss();
        });
        page.onPageError(error -> troubles.add("a script failed: " + error));
        page.onConsoleMessage(this::hear);
    }

    /** Answers such as 404 and 409 show on the console, and are meant; blocked scripts and styles are not. */
    private void hear(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            troubles.add("the console says: " + message.text());
        }
    }

    Visitor opens() {
        page.navigate(address);
        return this;
    }

    Visitor looksUp(String number, String email) {
        opens();
        page.fill("#number", number);
        page.fill("#email", email);
        return turnsThePage(() -> page.keyboard().press("Enter"));
    }

    Visitor looksUp(String number) {
        return looksUp(number, Shops.EMAIL);
    }

    /** Presses a button that is to be seen. */
    Visitor presses(String name) {
        Page.GetByRoleOptions exactly =
                new Page.GetByRoleOptions().setName(name).setExact(true);
        return turnsThePage(() -> page.getByRole(AriaRole.BUTTON, exactly).click());
    }

    /** Opens what an action asks for. */
    Visitor chooses(String action) {
        summary(action).click();
        return this;
    }

    /** Sends the form that is open. */
    Visitor sends() {
        return turnsThePage(() -> page.locator("details[open] button").click());
    }

    /** Does what leads to another page, and waits until that is there. */
    Visitor turnsThePage(Runnable deed) {
        page.evaluate("document.documentElement.dataset.left = 'true'");
        deed.run();
        page.waitForSelector("html:not([data-left]) footer");
        return this;
    }

    Visitor fills(String label, String text) {
        page.locator("details[open]").getByLabel(label).fill(text);
        return this;
    }

    boolean isOffered(String action) {
        return summary(action).count() == 1;
    }

    private Locator summary(String action) {
        return page.locator("summary").filter(new Locator.FilterOptions().setHasText(action));
    }

    String status() {
        return page.locator("#status").innerText();
    }

    String notice() {
        return page.locator(".notice").innerText();
    }

    String problem() {
        return page.locator(".problem").innerText();
    }

    /** The section under a heading. */
    Locator section(String id) {
        return page.locator("[aria-labelledby=" + id + "]");
    }

    String language() {
        return String.valueOf(page.locator("html").getAttribute("lang"));
    }

    /** Opens all that can be opened. */
    void showsAll() {
        eval("document.querySelectorAll('details').forEach(d => d.open = true)");
    }

    /** The class of what has the focus; the browser sets it when it has drawn the page. */
    Object focused() {
        page.waitForFunction("document.activeElement !== document.body");
        return eval("document.activeElement.className");
    }

    /** What stands out of the window or is cut off at the side. */
    List<?> tooWide() {
        return (List<?>) eval("[...document.querySelectorAll('html, body *:not(.hidden)')]"
                + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1"
                + " || (!e.matches('option, select, input') && e.scrollWidth > e.clientWidth + 1"
                + " && getComputedStyle(e).display !== 'inline'))"
                + ".map(e => e.outerHTML.slice(0, 200))");
    }

    /** A value of the page that a program can see. */
    Object eval(String expression) {
        return page.evaluate(expression);
    }

    /** What the page did that it must not, where that was to be. */
    List<String> forgetTroubles() {
        List<String> all = List.copyOf(troubles);
        troubles.clear();
        return all;
    }

    @Override
    public void close() {
        context.close();
        assertThat(troubles).isEmpty();
    }
}
