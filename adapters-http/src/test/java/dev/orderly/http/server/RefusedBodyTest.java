package dev.orderly.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.file.Presets;
import dev.orderly.http.OrderlyServlet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refused request whose body comes late: the connection can be used for the next request all the same. */
class RefusedBodyTest {

    @ParameterizedTest
    @CsvSource({
        "/status, application/json, 415",
        "/nowhere, text/plain, 404",
        "/orderly.css, text/plain, 405",
        "/api/v1/orders, application/json, 401"
    })
    void does_not_cost_the_client_the_connection(String path, String type, int status) throws Exception {
        OrderlyServlet servlet =
                OrderlyServlet.builder(Orders.inMemory(Presets.bookstore())).build();
        try (OrderlyServer server = OrderlyServer.start(servlet, 0);
                RawClient client = new RawClient(server.port())) {
            client.send("POST " + path + " HTTP/1.1\r\nHost: shop\r\nContent-Type: " + type
                    + "\r\nContent-Length: 2\r\n\r\n");
            TimeUnit.MILLISECONDS.sleep(300);
            client.send("{}GET / HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n");

            assertThat(client.everything()).contains("HTTP/1.1 " + status).contains("HTTP/1.1 200 OK");
        }
    }
}
