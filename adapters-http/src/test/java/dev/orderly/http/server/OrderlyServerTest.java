package dev.orderly.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderlyServerTest {

    private static final String HEAD = "GET / HTTP/1.1\r\nHost: shop\r\n";

    /** Says how much it read, or waits, or breaks. */
    private static final class Echo extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final transient CountDownLatch entered = new CountDownLatch(1);
        private final transient CountDownLatch leave = new CountDownLatch(1);

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().endsWith("/break")) {
                throw new IllegalStateException("secret of the house");
            }
            if (request.getRequestURI().endsWith("/wait")) {
                entered.countDown();
                try {
                    leave.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            int length = request.getInputStream().readAllBytes().length;
            response.getWriter().write("read " + length + " of " + request.getPathInfo());
        }
    }

    private final Echo echo = new Echo();

    private OrderlyServerBuilder server() {
        return OrderlyServer.builder(echo).host("localhost");
    }

    @Test
    void a_head_that_comes_byte_by_byte_is_not_waited_for() throws Exception {
        try (OrderlyServer server =
                        server().headerTimeout(Duration.ofMillis(300)).start();
                RawClient client = new RawClient(server.port())) {
            assertThat(client.dribble(HEAD + "X-Slow: " + "x".repeat(1000), 20)).isTrue();
            assertThat(client.everything()).doesNotContain("200");
        }
    }

    @Test
    void the_head_of_a_second_request_is_not_waited_for_either() throws Exception {
        try (OrderlyServer server =
                        server().headerTimeout(Duration.ofMillis(300)).start();
                RawClient client = new RawClient(server.port())) {
            client.send(HEAD + "\r\n");
            assertThat(client.firstLine()).isEqualTo("HTTP/1.1 200 OK");

            assertThat(client.dribble(HEAD + "X-Slow: " + "x".repeat(1000), 20)).isTrue();
        }
    }

    @Test
    void a_client_that_rests_between_requests_is_served_again() throws Exception {
        try (OrderlyServer server =
                        server().headerTimeout(Duration.ofMillis(100)).start();
                RawClient client = new RawClient(server.port())) {
            client.send(HEAD + "\r\n");
            assertThat(client.firstLine()).isEqualTo("HTTP/1.1 200 OK");
            TimeUnit.MILLISECONDS.sleep(300);

            client.send(HEAD + "Connection: close\r\n\r\n");

            assertThat(client.everything()).contains("HTTP/1.1 200 OK");
        }
    }

    @Test
    void a_body_that_comes_byte_by_byte_is_not_waited_for() throws Exception {
        try (OrderlyServer server = server().headerTimeout(Duration.ofMillis(300))
                        .minBodyRate(10_000)
                        .start();
                RawClient client = new RawClient(server.port())) {
            client.send("POST / HTTP/1.1\r\nHost: shop\r\nContent-Length: 1000\r\n\r\n");

            assertThat(client.dribble("x".repeat(1000), 20)).isTrue();
            assertThat(client.everything()).doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void a_short_body_is_not_too_slow_because_the_server_takes_its_time() throws Exception {
        try (OrderlyServer server = server().headerTimeout(Duration.ofMillis(50))
                        .minBodyRate(10_000)
                        .start();
                RawClient client = new RawClient(server.port())) {
            client.send("POST /wait HTTP/1.1\r\nHost: shop\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab");
            assertThat(echo.entered.await(30, TimeUnit.SECONDS)).isTrue();
            TimeUnit.MILLISECONDS.sleep(300);

            echo.leave.countDown();

            assertThat(client.everything()).startsWith("HTTP/1.1 200 OK").contains("read 2 of /wait");
        }
    }

    @Test
    void a_client_that_says_nothing_is_not_waited_for() throws Exception {
        try (OrderlyServer server = server().idleTimeout(Duration.ofMillis(200)).start();
                RawClient silent = new RawClient(server.port());
                RawClient halfway = new RawClient(server.port())) {
            halfway.send("POST / HTTP/1.1\r\nHost: shop\r\nContent-Length: 1000\r\n\r\nhalf");

            assertThat(silent.everything()).isEmpty();
            assertThat(halfway.everything()).doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void a_head_that_is_too_long_is_refused() throws Exception {
        try (OrderlyServer server = server().start();
                RawClient client = new RawClient(server.port())) {
            client.send(HEAD + "X-Long: " + "x".repeat(20_000) + "\r\n\r\n");

            assertThat(client.everything()).startsWith("HTTP/1.1 431 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0016\u0003\u0001 this is TLS\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: shop\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: shop\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: shop\r\nContent-Length: -5\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: shop\r\n\r\n",
                "GET /<script>alert(1)</script>%00 HTTP/1.1\r\nHost: shop\r\n\r\n",
            })
    void what_is_no_request_is_refused_without_a_word_about_the_server(String garbage) throws Exception {
        try (OrderlyServer server = server().start();
                RawClient client = new RawClient(server.port())) {
            client.send(garbage);

            String answer = client.everything();
            assertThat(answer)
                    .startsWith("HTTP/1.1 400 ")
                    .doesNotContainIgnoringCase("jetty")
                    .doesNotContain("script", "passwd", "Exception", "\tat ");
        }
    }

    @Test
    void garbage_behind_a_request_is_refused_by_itself() throws Exception {
        try (OrderlyServer server = server().start();
                RawClient client = new RawClient(server.port())) {
            client.send(HEAD + "\r\n" + "\u0001\u0002\u0003 garbage\r\n\r\n");

            assertThat(client.everything())
                    .startsWith("HTTP/1.1 200 OK")
                    .contains("HTTP/1.1 400 ")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void what_breaks_inside_does_not_show() throws Exception {
        try (OrderlyServer server = server().start();
                RawClient client = new RawClient(server.port())) {
            client.send("GET /break HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n");

            assertThat(client.everything())
                    .startsWith("HTTP/1.1 500 ")
                    .contains("Content-Type: application/problem+json")
                    .endsWith("{\"type\":\"about:blank\",\"title\":\"Server Error\",\"status\":500}")
                    .doesNotContain("secret", "break");
        }
    }

    @Test
    void a_slash_within_a_part_of_the_path_stays_one_part() throws Exception {
        try (OrderlyServer server = server().start();
                RawClient client = new RawClient(server.port())) {
            client.send("GET /orders/2026%2F118 HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n");

            assertThat(client.everything()).startsWith("HTTP/1.1 200 ").contains("read 0 of /orders/2026/118");
        }
    }

    @Test
    void more_connections_than_allowed_wait_until_another_one_ends() throws Exception {
        try (OrderlyServer server = server().maxConnections(2).start()) {
            RawClient first = new RawClient(server.port());
            RawClient second = new RawClient(server.port());
            first.send(HEAD + "\r\n");
            second.send(HEAD + "\r\n");
            assertThat(first.firstLine()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(second.firstLine()).isEqualTo("HTTP/1.1 200 OK");

            try (RawClient third = new RawClient(server.port())) {
                CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> {
                    try {
                        third.send(HEAD + "\r\n");
                        return third.firstLine();
                    } catch (IOException e) {
                        return e.toString();
                    }
                });
                TimeUnit.MILLISECONDS.sleep(300);
                assertThat(answer).isNotDone();
                first.close();
                assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo("HTTP/1.1 200 OK");
            } finally {
                second.close();
            }
        }
    }

    @Test
    void a_request_that_has_begun_is_answered_before_the_server_stops() throws Exception {
        OrderlyServer server = server().start();
        try (RawClient client = new RawClient(server.port())) {
            client.send("GET /wait HTTP/1.1\r\nHost: shop\r\n\r\n");
            assertThat(echo.entered.await(30, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
            TimeUnit.MILLISECONDS.sleep(200);
            assertThat(closed).isNotDone();

            echo.leave.countDown();

            assertThat(client.everything()).startsWith("HTTP/1.1 200 OK").contains("read 0 of /wait");
            closed.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void an_address_that_cannot_be_listened_on_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> OrderlyServer.start(echo, port))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("the server does not start on port " + port + ": ");
        }
        assertThatThrownBy(() -> OrderlyServer.builder(echo).host("203.0.113.1").start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the server does not start on port 0 of 203.0.113.1: ");
    }
}
