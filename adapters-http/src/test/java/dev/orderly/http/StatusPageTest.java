package dev.orderly.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.HashChain;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusPageTest {

    private final HttpFixture shop = new HttpFixture();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void asks_for_the_number_and_the_address_in_the_browsers_language() {
        HttpResponse<String> page = shop.get("/", "Accept-Language", "de, bg;q=0.8, en;q=0.5");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"bg\">").contains("Номер на поръчката");
    }

    @Test
    void speaks_english_to_a_browser_whose_wish_cannot_be_read() {
        HttpResponse<String> page = shop.get("/", "Accept-Language", "pl, <svg>");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Language")).hasValue("en");
    }

    @Test
    void shows_the_order_in_the_customers_language() {
        shop.place("2026/118");
        shop.orders.fire("2026/118", Request.of("pay", Actor.of("platform")));

        HttpResponse<String> page = shop.lookup(" 2026/118 ", " IJON.TICHY@example.com ");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<html lang=\"pl\">")
                .contains("Zamówienie 2026/118")
                .contains("W trakcie realizacji")
                .contains("1 × <bdi>Solaris</bdi>")
                .contains("2 × <bdi>Cyberiada</bdi>")
                .contains("dostępne od 15 stycznia 2099");
    }

    @Test
    void shows_parcels_with_the_way_to_track_them() {
        shop.place("7");
        shop.orders.fire("7", Request.of("pay", Actor.of("platform")));
        shop.orders.fire("7", Request.of("release", Actor.of("staff")));
        shop.orders.fire(
                "7",
                Request.of("attach-waybill", Actor.of("staff"))
                        .with("tracking-number", "62 \"><b>1")
                        .with("carrier", "inpost"));

        assertThat(shop.lookup("7", HttpFixture.EMAIL).body())
                .contains("InPost")
                .contains("href=\"https://inpost.pl/sledzenie-przesylek?number=62%20%22%3E%3Cb%3E1\"")
                .doesNotContain("<b>1");
    }

    @Test
    void lets_the_customer_cancel_and_does_it_once_however_often_the_form_is_sent() {
        shop.place("8");
        HttpResponse<String> page = shop.lookup("8", HttpFixture.EMAIL);
        String ticket = HttpFixture.ticket(page);
        assertThat(page.body()).contains("name=\"event\" value=\"cancel\"");

        HttpResponse<String> first = shop.act("r-1", ticket, "event", "cancel", "", "reason", "found it elsewhere");
        HttpResponse<String> second = shop.act("r-1", ticket, "event", "cancel", "", "reason", "found it elsewhere");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("Done: Cancel order").contains("<h2 id=\"status\">Cancelled</h2>");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(shop.orders.find("8").orElseThrow().sequence()).isEqualTo(2);
    }

    @Test
    void says_why_something_is_refused() {
        shop.place("9");
        String ticket = HttpFixture.ticket(shop.lookup("9", HttpFixture.EMAIL));

        HttpResponse<String> page = shop.act("r", ticket, "event", "ship", "");

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("is not possible in status “Awaiting payment”");
    }

    @Test
    void keeps_what_was_sent_with_a_form_that_is_refused() {
        shop.placeAccepted("M-2");
        HttpResponse<String> page = shop.lookup("M-2", HttpFixture.EMAIL);
        assertThat(page.body()).contains("<details>").doesNotContain("<details open");

        HttpResponse<String> again = shop.act(
                "r",
                HttpFixture.ticket(page),
                "open",
                "open",
                "incident",
                "reason",
                "Nothing came, </textarea> and nobody answers",
                "payment",
                "gold");

        assertThat(again.statusCode()).isEqualTo(409);
        Element form = Jsoup.parse(again.body()).expectFirst("details[open] form:has(input[value=incident])");
        assertThat(form.expectFirst("[name='data.reason']").wholeText())
                .isEqualTo("Nothing came, </textarea> and nobody answers");
    }

    @Test
    void takes_no_step_that_is_not_the_customers() {
        shop.place("10");
        String ticket = HttpFixture.ticket(shop.lookup("10", HttpFixture.EMAIL));

        HttpResponse<String> page = shop.act("r", ticket, "event", "pay", "");

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(shop.orders.find("10").orElseThrow().status()).isEqualTo("awaiting-payment");
    }

    @Test
    void shows_what_was_said_but_nothing_internal() {
        shop.place("11");
        Actor staff = Actor.of("staff", "anna");
        shop.orders.comment("11", CommentRequest.of(staff, "It goes out <today>."));
        shop.orders.comment(
                "11", CommentRequest.of(staff, "A difficult customer.").asInternal());

        assertThat(shop.lookup("11", HttpFixture.EMAIL).body())
                .contains("It goes out &lt;today&gt;.")
                .doesNotContain("difficult");
    }

    @Test
    void hands_out_files_for_keeping_and_only_those_that_the_customer_may_see() {
        shop.place("12");
        Actor staff = Actor.of("staff");
        shop.orders.comment(
                "12",
                CommentRequest.of(staff, "The invoice")
                        .withUploads(new Upload("faktura ł.html", "text/html", bytes("<b>"))));
        shop.orders.comment(
                "12",
                CommentRequest.of(staff, "notes")
                        .withUploads(new Upload("notes.txt", "text/plain", bytes("secret")))
                        .asInternal());
        String ticket = HttpFixture.ticket(shop.lookup("12", HttpFixture.EMAIL));

        HttpResponse<String> file = shop.post("/file", "ticket", ticket, "sha256", sha256("<b>"));
        HttpResponse<String> internal = shop.post("/file", "ticket", ticket, "sha256", sha256("secret"));

        assertThat(file.body()).isEqualTo("<b>");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"faktura _.html\"; filename*=UTF-8''faktura%20%C5%82.html");
        assertThat(internal.body()).doesNotContain("secret");
    }

    @Test
    void says_how_many_files_can_be_sent_and_how_large() {
        shop.place("14");

        assertThat(shop.lookup("14", HttpFixture.EMAIL).body()).contains("Najwyżej 10 plików po 10 MB, razem do 50 MB");
    }

    @Test
    void turns_notifications_off_and_on_again() {
        shop.place("13");
        String ticket = HttpFixture.ticket(shop.lookup("13", HttpFixture.EMAIL));

        HttpResponse<String> off = shop.post("/mute", "ticket", ticket, "language", "en", "muted", "true");
        assertThat(off.body()).contains("Turn notifications on again");
        assertThat(shop.orders.find("13").orElseThrow().muted()).isTrue();

        shop.post("/mute", "ticket", ticket, "language", "en", "muted", "false");
        assertThat(shop.orders.find("13").orElseThrow().muted()).isFalse();
    }

    @Test
    void opens_an_incident() {
        shop.placeAccepted("M-1");
        HttpResponse<String> page = shop.lookup("M-1", HttpFixture.EMAIL);
        assertThat(page.body()).contains("name=\"action\" value=\"open\"");

        HttpResponse<String> opened =
                shop.act("r", HttpFixture.ticket(page), "open", "open", "incident", "reason", "Nothing came");

        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body()).contains("Incident 1: Opened");
        assertThat(shop.orders.find("M-1").orElseThrow().hasOpenCase()).isTrue();
    }

    @Test
    void says_to_the_customer_that_only_the_shop_can_do_it_now() {
        shop.place("14");
        String ticket = HttpFixture.ticket(shop.lookup("14", HttpFixture.EMAIL));
        shop.orders.fire("14", Request.of("pay", Actor.of("platform")));

        HttpResponse<String> page = shop.act("r", ticket, "event", "cancel", "");

        assertThat(page.body())
                .contains("“Cancel order” is up to the shop now. Write to us, and we will see what can be done.")
                .contains("<h2 id=\"status\">In progress</h2>");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(String text) {
        return HashChain.sha256(bytes(text));
    }
}
