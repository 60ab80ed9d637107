package dev.orderly.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.Request;
import dev.orderly.http.access.Access;
import dev.orderly.http.access.Caller;
import dev.orderly.http.page.Texts;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    private static final Pattern ORDER = Pattern.compile("<h2[^>]*>Order ([^<]+)</h2>");
    private static final Pattern NEXT = Pattern.compile("name=\"after\" value=\"([^\"]+)\"");

    /** The host application's part: a header says who has signed in. */
    private static final Access SIGNED_IN = request -> {
        String who = request.getHeader("X-Signed-In");
        if (who == null) {
            return Optional.empty();
        }
        return Optional.of(who.equals("anna") ? Caller.of(Actor.of("staff", who)) : Caller.customer(who));
    };

    private final HttpFixture shop =
            new HttpFixture(builder -> builder.access(SIGNED_IN).build());

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void lists_the_customers_active_orders_and_no_others() {
        shop.place("1");
        shop.place("2");
        cancel("2");
        shop.orders.place(
                "3",
                Request.of("place", Actor.of("customer"))
                        .with("payment", "prepaid")
                        .withCustomer(Customer.of("somebody@example.com")));

        HttpResponse<String> page = account("");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(numbers(page)).containsExactly("1");
        assertThat(page.body()).contains("Solaris, Cyberiada").contains("<strong>Awaiting payment</strong>");
    }

    @Test
    void lists_done_orders_when_the_filter_is_lifted_and_by_status() {
        shop.place("1");
        shop.place("2");
        cancel("2");

        assertThat(numbers(account("?status=all"))).containsExactlyInAnyOrder("1", "2");
        String cancelled = option(account(""), "Cancelled");
        assertThat(numbers(account("?status=" + cancelled))).containsExactly("2");
    }

    @Test
    void overlooks_what_others_add_to_the_address() {
        shop.place("1");

        // "continue" is what Spring Security sends people on with who have just logged in
        assertThat(numbers(account("?continue"))).containsExactly("1");
        assertThat(numbers(account("?status=all&email=somebody%40example.com"))).containsExactly("1");
    }

    @Test
    void an_open_case_keeps_a_done_order_among_the_active_ones() {
        shop.placeAccepted("M-1");
        assertThat(shop.orders
                        .openCase(
                                "M-1",
                                "incident",
                                Request.of("open", Actor.of("customer")).with("reason", "Nothing came"))
                        .isAccepted())
                .isTrue();

        HttpResponse<String> page = account("");

        assertThat(numbers(page)).containsExactly("M-1");
        assertThat(page.body()).contains("<dt>Incident 1</dt>").contains("<strong>Opened</strong>");
    }

    @Test
    void goes_from_page_to_page_without_leaving_out_or_repeating_an_order() {
        for (int i = 100; i < 145; i++) {
            shop.place("n" + i);
        }
        cancel("n120");

        List<String> seen = new ArrayList<>();
        HttpResponse<String> page = account("");
        Matcher next = NEXT.matcher(page.body());
        seen.addAll(numbers(page));
        assertThat(seen).hasSize(20);
        while (next.find()) {
            page = account("?after=" + next.group(1));
            next = NEXT.matcher(page.body());
            seen.addAll(numbers(page));
        }

        assertThat(seen).hasSize(44).doesNotHaveDuplicates().doesNotContain("n120");
    }

    @Test
    void a_list_that_just_fills_a_page_offers_no_other() {
        for (int i = 0; i < 20; i++) {
            shop.place("n" + i);
        }

        assertThat(account("").body()).doesNotContain("name=\"after\"");
    }

    @Test
    void opens_an_order_by_a_form_so_that_no_address_names_a_person_or_holds_a_ticket() {
        shop.place("1");
        HttpResponse<String> page = account("");

        HttpResponse<String> order = shop.post("/order", "ticket", HttpFixture.ticket(page), "language", "en");

        assertThat(order.body()).contains("<h2 id=\"status\">Awaiting payment</h2>");
        assertThat(page.body()).doesNotContain(HttpFixture.EMAIL);
        assertThat(Pattern.compile("(href|action)=\"[^\"]*\\?")
                        .matcher(page.body())
                        .find())
                .isFalse();
    }

    @Test
    void shows_the_history_of_an_order_with_roles_but_nothing_internal() {
        shop.place("1");
        Actor staff = Actor.of("staff", "anna");
        shop.orders.fire("1", Request.of("pay", Actor.of("platform")));
        shop.orders.comment(
                "1",
                CommentRequest.of(staff, "It goes out <today>.")
                        .withUploads(new Upload("invoice.pdf", "application/pdf", new byte[] {1})));
        shop.orders.comment(
                "1", CommentRequest.of(staff, "A difficult customer.").asInternal());
        shop.orders.mute("1", Actor.of("customer"), true);

        HttpResponse<String> page = shop.post("/activity", "ticket", HttpFixture.ticket(account("")), "language", "en");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .containsSubsequence(
                        "Place order – Awaiting payment",
                        "<small>You, <time",
                        "In progress",
                        "<small>The platform, <time",
                        "Message",
                        "It goes out &lt;today&gt;.\ninvoice.pdf",
                        "<small>The shop, <time",
                        "Notifications turned off")
                .doesNotContain("difficult")
                .doesNotContain("anna");
    }

    static List<String> languages() {
        return Texts.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void speaks_the_language_that_was_chosen(String language) {
        shop.place("1");

        HttpResponse<String> page = account("?language=" + language);
        HttpResponse<String> activity =
                shop.post("/activity", "ticket", HttpFixture.ticket(page), "language", language);

        assertThat(page.body()).contains("<html lang=\"" + language + "\">");
        assertThat(activity.body()).contains("<html lang=\"" + language + "\">");
    }

    @Test
    void an_unidentified_visitor_is_asked_to_sign_in() {
        HttpResponse<String> page = shop.get("/account", "Accept-Language", "pl");

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(page.body()).contains("Zaloguj się").contains("href=\"/\"");
    }

    @Test
    void a_caller_of_another_role_is_refused_because_the_list_is_for_customers() {
        HttpResponse<String> page = shop.get("/account", "X-Signed-In", "anna", "Accept-Language", "en");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("This list is for customers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?status=none", "?after=x", "?after=bm9uZQ", "?status=all&status=all"})
    void what_the_list_does_not_know_is_refused(String query) {
        assertThat(account(query).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> account(String query) {
        return shop.get("/account" + query, "X-Signed-In", HttpFixture.EMAIL, "Accept-Language", "en");
    }

    private void cancel(String number) {
        shop.orders.fire(number, Request.of("cancel", Actor.of("customer")).with("reason", "no"));
    }

    private static List<String> numbers(HttpResponse<String> page) {
        return ORDER.matcher(page.body()).results().map(m -> m.group(1)).toList();
    }

    private static String option(HttpResponse<String> page, String label) {
        Matcher option = Pattern.compile("<option value=\"([^\"]+)\"[^>]*>" + label + "<")
                .matcher(page.body());
        assertThat(option.find()).as(page.body()).isTrue();
        return URLEncoder.encode(option.group(1), StandardCharsets.UTF_8);
    }
}
