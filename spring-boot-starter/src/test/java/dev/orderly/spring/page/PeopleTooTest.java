package dev.orderly.spring.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.http.access.ApiKey;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.spring.StarterFixture;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Pages and API behind Spring Security, for people whom it has logged in. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = PeopleToo.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:people;DB_CLOSE_DELAY=-1",
            "orderly.workflow=bookstore",
            "orderly.http.roles=staff,customer"
        })
@DirtiesContext
class PeopleTooTest {

    private static final String RELEASE = "{\"event\":\"release\"}";
    private static final ApiKey.Created KEY = ApiKey.create(Actor.of("staff", "warehouse"));

    @TempDir
    static Path folder;

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private Orders orders;

    private final String number = UUID.randomUUID().toString();
    private Browser browser;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("orderly.http.keys-file", () -> folder.resolve("keys"));
    }

    @BeforeAll
    static void keys() throws IOException {
        Files.writeString(folder.resolve("keys"), KEY.key().line());
    }

    @BeforeEach
    void aPaidOrder() {
        browser = new Browser(port);
        orders.place(number, StarterFixture.place());
        orders.fire(number, StarterFixture.pay());
    }

    private String events() {
        return "/orders/api/v1/orders/" + number + "/events";
    }

    private String status() {
        return orders.find(number).orElseThrow().status();
    }

    @Test
    void who_opens_the_account_is_asked_to_log_in_and_then_sees_it() throws Exception {
        String other = UUID.randomUUID().toString();
        orders.place(other, StarterFixture.place().withCustomer(Customer.of("jan@example.org")));

        assertThat(browser.get("/orders/account").body()).contains("name=\"password\"");
        HttpResponse<String> account = browser.logIn("ewa@example.org", "dune");

        assertThat(account.statusCode()).isEqualTo(200);
        assertThat(account.uri().getPath()).isEqualTo("/orders/account");
        assertThat(account.body()).contains(number).doesNotContain(other);
    }

    @Test
    void a_customer_opens_an_order_from_the_account() throws Exception {
        browser.logIn("ewa@example.org", "dune");
        String ticket = Browser.ticket(browser.get("/orders/account").body());

        assertThat(browser.form("/orders/order", "ticket=" + ticket, "language=en")
                        .body())
                .contains("In progress");
    }

    @Test
    void staff_fire_by_the_api_with_the_token_of_their_session() throws Exception {
        browser.logIn("anna", "paper");

        HttpResponse<String> answer = browser.json(events(), RELEASE, "X-CSRF-TOKEN", browser.csrfToken());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(orders.history(number)
                        .orElseThrow()
                        .entries()
                        .get(2)
                        .activity()
                        .actor())
                .isEqualTo(Actor.of("staff", "anna"));
    }

    @Test
    void a_customer_may_not_do_what_staff_may() throws Exception {
        browser.logIn("ewa@example.org", "dune");

        HttpResponse<String> answer = browser.json(events(), RELEASE, "X-CSRF-TOKEN", browser.csrfToken());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("role-not-allowed");
        assertThat(status()).isEqualTo("in-progress");
    }

    @Test
    void a_session_without_its_token_does_nothing_by_the_api() throws Exception {
        browser.logIn("anna", "paper");

        assertThat(browser.json(events(), RELEASE).statusCode()).isEqualTo(403);
        assertThat(status()).isEqualTo("in-progress");
    }

    @Test
    void a_password_that_a_browser_sends_by_itself_needs_the_token_too() throws Exception {
        String password = "Basic " + Base64.getEncoder().encodeToString("anna:paper".getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> without = browser.json(events(), RELEASE, "Authorization", password);
        assertThat(without.statusCode()).isBetween(401, 403);
        assertThat(status()).isEqualTo("in-progress");

        HttpResponse<String> with =
                browser.json(events(), RELEASE, "Authorization", password, "X-CSRF-TOKEN", browser.csrfToken());
        assertThat(with.statusCode()).isEqualTo(200);
        assertThat(status()).isEqualTo("awaiting-packing");
    }

    @Test
    void a_key_needs_no_token() throws Exception {
        HttpResponse<String> answer = browser.json(events(), RELEASE, "Authorization", "Bearer " + KEY.secret());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(status()).isEqualTo("awaiting-packing");
    }

    @Test
    void neither_does_the_ticket_of_a_lookup() throws Exception {
        String found = browser.json(
                        "/orders/api/v1/lookup", "{\"number\":\"" + number + "\",\"email\":\"ewa@example.org\"}")
                .body();
        String ticket = Browser.found("\"ticket\":\"([^\"]+)\"", found);

        HttpResponse<String> answer = browser.json(
                "/orders/api/v1/orders/" + number + "/comments",
                "{\"text\":\"When will it come?\"}",
                "Authorization",
                "Ticket " + ticket);

        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @Test
    void strangers_need_no_token_for_the_pages() throws Exception {
        assertThat(browser.form("/orders/", "language=pl").statusCode()).isEqualTo(200);
        assertThat(browser.form("/orders/status", "number=" + number, "email=ewa@example.org")
                        .body())
                .contains(number);
    }

    @Test
    void a_customer_who_is_logged_in_is_told_of_changes() throws Exception {
        browser.logIn("ewa@example.org", "dune");

        try (Stream<String> lines = browser.lines("/orders/api/v1/events")) {
            orders.fire(number, Request.of("release", Actor.of("staff")));

            assertThat(lines.filter(line -> line.contains(number) && line.contains("awaiting-packing"))
                            .findFirst())
                    .isPresent();
        }
    }
}
