package dev.orderly.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS) // a stream that stays silent would be waited for for ever
class LiveStreamsTest {

    private static final String CHANGED = "event: change\ndata: {}";
    private static final Actor STAFF = Actor.of("staff", "anna");

    private final LiveFixture shop = new LiveFixture();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void the_page_of_an_order_receives_that_it_changed_and_nothing_else() throws IOException {
        shop.place("1", LiveFixture.EMAIL);
        try (StreamReader page = shop.page("1")) {
            shop.pay("1");

            assertThat(page.next()).isEqualTo(CHANGED);
            assertThat(page.response.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(page.response.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(page.response.headers().firstValue("Content-Security-Policy"))
                    .isPresent();
        }
    }

    @Test
    void a_page_receives_neither_other_orders_nor_internal_entries() throws IOException {
        shop.place("1", LiveFixture.EMAIL);
        shop.place("2", LiveFixture.EMAIL);
        try (StreamReader page = shop.page("1");
                StreamReader staff = shop.api(shop.staff, "")) {
            shop.pay("2");
            shop.orders.comment(
                    "1", CommentRequest.of(STAFF, "A difficult customer.").asInternal());
            shop.server.close();

            assertThat(staff.next()).contains("\"order\":\"2\"");
            assertThat(staff.next()).contains("\"type\":\"comment\"");
            assertThat(page.next()).as("the stream has ended").isEmpty();
        }
    }

    @Test
    void a_page_receives_changes_of_another_node() throws IOException {
        shop.place("1", LiveFixture.EMAIL);
        try (StreamReader page = shop.page("1")) {
            shop.elsewhere.fire("1", Request.of("pay", Actor.of("platform")));

            assertThat(page.next()).isEqualTo(CHANGED);
        }
    }

    @Test
    void staff_receive_the_changes_of_every_order_but_no_text() throws IOException {
        shop.place("1 \"\\\u0001ł", LiveFixture.EMAIL);
        shop.place("2", LiveFixture.EMAIL);
        try (StreamReader staff = shop.api(shop.staff, "")) {
            shop.pay("2");
            shop.orders.comment("2", CommentRequest.of(STAFF, "hush").asInternal());
            shop.orders.mute("2", Actor.of("customer"), true);

            assertThat(staff.next())
                    .matches(
                            "event: change\ndata: \\{\"order\":\"2\",\"sequence\":2,\"type\":\"transition\",\"event\":\"pay\","
                                    + "\"status\":\"in-progress\",\"at\":\"[^\"]+Z\"}");
            assertThat(staff.next())
                    .contains("\"sequence\":3,\"type\":\"comment\",\"status\":\"in-progress\"")
                    .doesNotContain("hush");
            assertThat(staff.next()).contains("\"sequence\":4,\"type\":\"notification-preference\"");
        }
    }

    @Test
    void a_number_is_written_so_that_it_can_be_read_again() throws IOException {
        try (StreamReader staff = shop.api(shop.staff, "")) {
            shop.place("1 \"\\ł", LiveFixture.EMAIL);

            assertThat(staff.next()).contains("\"order\":\"1 \\\"\\\\ł\",");
        }
    }

    @Test
    void a_customer_receives_changes_of_his_own_orders_only_and_nothing_internal() throws IOException {
        shop.place("1", LiveFixture.EMAIL);
        shop.place("2", "somebody@example.com");
        try (StreamReader customer = shop.api(shop.customer, "")) {
            shop.pay("2");
            shop.orders.comment("1", CommentRequest.of(STAFF, "hush").asInternal());
            shop.pay("1");

            assertThat(customer.next())
                    .contains("\"order\":\"1\"")
                    .contains("\"type\":\"transition\"")
                    .doesNotContain("\"event\":\"pay\"");
        }
    }

    @Test
    void a_caller_who_names_orders_receives_each_of_their_changes_once_whichever_node_made_it() throws IOException {
        shop.place("1", LiveFixture.EMAIL);
        shop.place("2", LiveFixture.EMAIL);
        shop.place("3", LiveFixture.EMAIL);
        try (StreamReader staff = shop.api(shop.staff, "?order=1&order=2")) {
            shop.pay("3");
            shop.pay("1");
            shop.elsewhere.comment("1", CommentRequest.of(STAFF, "one"));
            shop.elsewhere.fire("2", Request.of("pay", Actor.of("platform")));

            assertThat(staff.next()).contains("\"order\":\"1\",\"sequence\":2");
            assertThat(List.of(staff.next(), staff.next()))
                    .anySatisfy(
                            event -> assertThat(event).contains("\"order\":\"1\",\"sequence\":3,\"type\":\"comment\""))
                    .anySatisfy(event ->
                            assertThat(event).contains("\"order\":\"2\",\"sequence\":2,\"type\":\"transition\""));
        }
    }

    @Test
    void a_reader_that_stops_reading_delays_no_other_and_is_disconnected() throws IOException {
        String number = "1".repeat(100);
        shop.place(number, LiveFixture.EMAIL);
        int changes = 30_000; // about 7 MB, more than the system buffers for a reader that does not read
        try (Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(4096);
            deaf.connect(new InetSocketAddress("localhost", shop.server.port()));
            OutputStream request = deaf.getOutputStream();
            request.write(("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + shop.staff.secret() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            request.flush();
            int first = deaf.getInputStream().read();
            for (int i = 0; i < changes; i++) {
                shop.orders.mute(number, STAFF, i % 2 == 0);
            }
            String received = new String(deaf.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(first).isEqualTo('H');
            assertThat(shop.orders.find(number).orElseThrow().sequence()).isEqualTo(changes + 1);
            assertThat(received).contains("\"sequence\":2,").doesNotContain("\"sequence\":" + (changes + 1) + ",");
        }
    }

    @Test
    void a_server_that_closes_ends_its_streams_at_once() throws IOException {
        shop.place("1", LiveFixture.EMAIL);
        try (StreamReader page = shop.page("1");
                StreamReader staff = shop.api(shop.staff, "")) {
            shop.server.close();

            assertThat(page.next()).isEmpty();
            assertThat(staff.next()).isEmpty();
        }
    }

    @Test
    void only_so_many_streams_can_be_open() throws IOException {
        try (LiveFixture small = new LiveFixture(builder -> builder.mostStreams(2));
                StreamReader first = small.api(small.staff, "")) {
            HttpResponse<String> refused;
            try (StreamReader second = small.api(small.staff, "")) {
                refused = small.send(small.events(small.staff, ""), BodyHandlers.ofString());
                assertThat(second.response.statusCode()).isEqualTo(200);
            }

            assertThat(first.response.statusCode()).isEqualTo(200);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
            assertThat(refused.body()).contains("\"status\":503");
        }
    }

    @Test
    void one_order_cannot_take_all_streams() {
        shop.place("1", LiveFixture.EMAIL);
        String ticket = shop.ticket("1");
        HttpRequest request = shop.form("/live", "ticket=" + LiveFixture.encoded(ticket));
        List<HttpResponse<?>> answers = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            answers.add(shop.send(request, BodyHandlers.ofInputStream()));
        }

        assertThat(answers.stream().filter(a -> a.statusCode() == 200)).hasSize(20);
        assertThat(answers.get(20).statusCode()).isEqualTo(503);
    }

    @Test
    void a_stream_is_for_a_good_ticket_in_the_body_only() {
        shop.place("1", LiveFixture.EMAIL);
        String ticket = LiveFixture.encoded(shop.ticket("1"));

        assertThat(status(shop.form("/live", ""))).isEqualTo(403);
        assertThat(status(shop.form("/live", "ticket=" + ticket + "x"))).isEqualTo(403);
        assertThat(status(shop.form("/live?ticket=" + ticket, ""))).isEqualTo(400);
        assertThat(status(shop.form("/live", "ticket=" + "x".repeat(10_000)))).isEqualTo(413);
    }

    @Test
    void strangers_and_parameters_that_there_are_not_are_refused() {
        HttpRequest stranger =
                HttpRequest.newBuilder(shop.uri("/api/v1/events")).build();

        assertThat(status(stranger)).isEqualTo(401);
        assertThat(status(shop.events(shop.staff, "?since=1"))).isEqualTo(400);
        assertThat(status(shop.events(shop.staff, "?" + "order=1&".repeat(101))))
                .isEqualTo(400);
    }

    @Test
    void the_page_brings_its_script_which_is_served_as_one() {
        shop.place("1", LiveFixture.EMAIL);
        HttpResponse<String> page = shop.send(
                shop.form("/status", "number=1&email=" + LiveFixture.encoded(LiveFixture.EMAIL)),
                BodyHandlers.ofString());
        HttpResponse<String> script =
                shop.send(HttpRequest.newBuilder(shop.uri("/live.js")).build(), BodyHandlers.ofString());

        assertThat(page.body()).contains("<script src=\"/live.js\"");
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
    }

    private int status(HttpRequest request) {
        return shop.send(request, BodyHandlers.ofString()).statusCode();
    }
}
