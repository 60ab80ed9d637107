package dev.orderly.spring.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.spring.StarterFixture;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;

/** The status page behind Spring Security, for people whom it does not know. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = StrangersOnly.class,
        properties = {"spring.datasource.url=jdbc:h2:mem:strangers;DB_CLOSE_DELAY=-1", "orderly.workflow=bookstore"})
@DirtiesContext
class StrangersOnlyTest {

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private Orders orders;

    private final String number = "2026/" + UUID.randomUUID();
    private Browser browser;

    @BeforeEach
    void anOrder() {
        browser = new Browser(port);
        orders.place(number, StarterFixture.place());
    }

    private HttpResponse<String> lookUp(String email) throws Exception {
        return browser.form("/orders/status", "number=" + number, "email=" + email, "language=en");
    }

    @Test
    void an_order_is_looked_up_without_token_and_session() throws Exception {
        HttpResponse<String> page = lookUp("ewa@example.org");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Awaiting payment");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_failed_lookup_is_answered_as_without_a_login() throws Exception {
        HttpResponse<String> page = lookUp("eve@example.org");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("name=\"number\"");
    }

    @Test
    void a_customer_acts_by_the_ticket_of_the_page() throws Exception {
        String ticket = Browser.ticket(lookUp("ewa@example.org").body());

        browser.form("/orders/act", "ticket=" + ticket, "action=event", "event=cancel");

        assertThat(orders.find(number).orElseThrow().status()).isEqualTo("cancelled");
    }

    @Test
    void the_pages_keep_their_own_headers() throws Exception {
        HttpResponse<String> page = browser.get("/orders/");

        assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void the_rest_of_the_shop_is_for_those_who_are_known() throws Exception {
        assertThat(browser.get("/anything").statusCode()).isEqualTo(403);
    }
}
