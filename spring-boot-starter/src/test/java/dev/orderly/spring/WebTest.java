package dev.orderly.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.http.HttpListener;
import dev.orderly.http.access.ApiKey;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Pages, API, figures and health over HTTP, on Spring Boot's own web server. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = {StarterFixture.Application.class, WebTest.Ear.class},
        properties = {
            "orderly.workflow=bookstore",
            "orderly.http.stylesheet=classpath:shop.css",
            "management.endpoints.web.exposure.include=health",
            "management.endpoint.health.show-details=always"
        })
@DirtiesContext
class WebTest {

    /** The application's own, beside the figures. */
    static final class Ear implements HttpListener {

        private final Set<String> routes = new CopyOnWriteArraySet<>();

        @Override
        public void answered(String method, String route, int status, Duration time) {
            routes.add(route);
        }
    }

    private static final ApiKey.Created KEY = ApiKey.createForCustomer("ewa@example.org");

    @TempDir
    static Path folder;

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private Orders orders;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private MeterRegistry registry;

    @Autowired
    private Ear ear;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", StarterFixture::emptyDatabase);
        properties.add("orderly.http.keys-file", () -> folder.resolve("keys"));
    }

    @BeforeAll
    static void keys() throws IOException {
        Files.writeString(folder.resolve("keys"), KEY.key().line());
    }

    @BeforeEach
    void anOrder() {
        orders.place("A-1", StarterFixture.place());
    }

    @Test
    void the_first_page_asks_for_number_and_address() throws Exception {
        HttpResponse<String> page = get("/orders/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"number\"").contains("name=\"email\"");
    }

    @Test
    void an_order_is_shown_to_whom_knows_number_and_address() throws Exception {
        HttpResponse<String> page = post("/orders/status", "number=A-1&email=ewa%40example.org&language=en");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Awaiting payment");
    }

    @Test
    void a_failed_lookup_is_answered_later_without_a_thread() throws Exception {
        assertThat(post("/orders/status", "number=A-1&email=eve%40example.org").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_file_comes_through_to_the_servlet_that_reads_it() throws Exception {
        String page =
                post("/orders/status", "number=A-1&email=ewa%40example.org").body();
        String ticket = page.replaceFirst("(?s).*name=\"ticket\" value=\"([^\"]+)\".*", "$1");
        String form = part("\"ticket\"", ticket)
                + part("\"text\"", "Is this the right one?")
                + part("\"file\"; filename=\"cover.txt\"", "Dune")
                + "--part--\r\n";
        HttpRequest request = HttpRequest.newBuilder(uri("/orders/comment"))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofString(form))
                .build();

        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Is this the right one?").contains("cover.txt");
    }

    private static String part(String name, String content) {
        return "--part\r\nContent-Disposition: form-data; name=" + name + "\r\n\r\n" + content + "\r\n";
    }

    @Test
    void the_shops_own_style_comes_after_that_of_the_pages() throws Exception {
        String page = get("/orders/").body();
        String link = page.replaceFirst("(?s).*<link rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");

        assertThat(get(URI.create("/orders/").resolve(link).toString()).body()).contains("--accent: #a03");
    }

    @Test
    void a_key_opens_what_it_is_for() throws Exception {
        assertThat(get("/orders/account").statusCode()).isEqualTo(401);
        assertThat(get("/orders/account", "Authorization", "Bearer " + KEY.secret())
                        .body())
                .contains("A-1");
    }

    @Test
    void changes_are_told_while_they_happen() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/orders/api/v1/events"))
                .header("Authorization", "Bearer " + KEY.secret())
                .build();
        try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
            orders.place("A-2", StarterFixture.place());
            orders.fire("A-2", StarterFixture.pay());

            assertThat(lines.filter(line -> line.contains("A-2") && line.contains("in-progress"))
                            .findFirst())
                    .isPresent();
        }
    }

    @Test
    void steps_and_lookups_are_counted() throws Exception {
        post("/orders/status", "number=A-1&email=ewa%40example.org");

        assertThat(registry.get("orderly.transitions")
                        .tag("event", "place")
                        .counter()
                        .count())
                .isPositive();
        assertThat(registry.get("orderly.lookups")
                        .tag("result", "found")
                        .counter()
                        .count())
                .isPositive();
        assertThat(registry.get("orderly.outbox.waiting").gauge().value()).isPositive();
        assertThat(ear.routes).contains("/status");
    }

    @Test
    @DirtiesContext
    void health_tells_what_is_to_be_sent_and_that_the_store_is_gone() throws Exception {
        assertThat(get("/actuator/health/orderly").body())
                .contains("\"status\":\"UP\"")
                .containsPattern("\"waiting\":[1-9]")
                .contains("\"deadLettered\":0");

        jdbc.execute("drop all objects");

        HttpResponse<String> health = get("/actuator/health/orderly");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("\"status\":\"DOWN\"");
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
