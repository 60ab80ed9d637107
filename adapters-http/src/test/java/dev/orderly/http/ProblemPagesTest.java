package dev.orderly.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.http.page.AccountPage;
import dev.orderly.http.page.ActivityPage;
import dev.orderly.http.page.LookupPage;
import dev.orderly.http.page.Pages;
import dev.orderly.http.page.ProblemPage;
import dev.orderly.http.page.StatusPage;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProblemPagesTest {

    private final HttpFixture shop = new HttpFixture();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void an_address_that_leads_nowhere_is_answered_by_a_page_with_a_way_back() {
        HttpResponse<String> page = shop.get("/no/such/page", "Accept-Language", "el");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.body())
                .contains("<html lang=\"el\">")
                .contains("Η σελίδα δεν υπάρχει")
                .contains("<a href=\"/\">");
    }

    @Test
    void a_page_that_only_a_form_can_ask_for_says_where_to_begin() {
        HttpResponse<String> page = shop.get("/status", "Accept-Language", "bg");

        assertThat(page.statusCode()).isEqualTo(405);
        assertThat(page.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("POST"));
        assertThat(page.body()).contains("Моля, започнете от началната страница.");
    }

    @Test
    void a_form_that_is_no_form_is_answered_by_a_page() {
        HttpResponse<String> page = post("/status", "application/json", "{}");

        assertThat(page.statusCode()).isEqualTo(415);
        assertThat(page.body()).contains("That could not be understood");
    }

    @Test
    void a_form_with_a_field_too_many_is_answered_by_a_page() {
        HttpResponse<String> page = post("/status", "application/x-www-form-urlencoded", "number=1&email=e&admin=1");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("That could not be understood").doesNotContain("admin");
    }

    @Test
    void what_is_too_large_is_answered_by_a_page() {
        HttpResponse<String> page =
                post("/status", "application/x-www-form-urlencoded", "number=" + "x".repeat(70_000));

        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("That was too much");
    }

    @Test
    void what_breaks_is_answered_by_a_number_that_the_log_has_too_and_by_nothing_else() {
        try (HttpFixture broken =
                new HttpFixture(builder -> builder.pages(new BrokenPages()).build())) {
            HttpResponse<String> page = broken.get("/", "Accept-Language", "en");

            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body())
                    .containsPattern("please mention [0-9a-f-]{36}\\.")
                    .doesNotContain("the printer is on fire")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void the_paths_of_the_api_get_no_pages() {
        HttpResponse<String> answer = shop.get("/api/v1/none");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("<html");
    }

    private HttpResponse<String> post(String path, String type, String body) {
        return shop.send(
                HttpRequest.newBuilder(shop.uri(path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)),
                "Accept-Language",
                "en");
    }

    /** The library's pages, of which the first cannot be shown. */
    private static final class BrokenPages implements Pages {

        private final Pages standard = Pages.standard();

        @Override
        public String lookup(LookupPage page) {
            throw new IllegalStateException("the printer is on fire");
        }

        @Override
        public String status(StatusPage page) {
            return standard.status(page);
        }

        @Override
        public String account(AccountPage page) {
            return standard.account(page);
        }

        @Override
        public String activity(ActivityPage page) {
            return standard.activity(page);
        }

        @Override
        public String problem(ProblemPage page) {
            return standard.problem(page);
        }
    }
}
