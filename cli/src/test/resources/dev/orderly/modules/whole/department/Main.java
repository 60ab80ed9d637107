package department;

import com.sun.net.httpserver.HttpServer;
import dev.orderly.Orders;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.http.OrderlyServlet;
import dev.orderly.http.access.ApiKey;
import dev.orderly.http.access.ApiKeys;
import dev.orderly.http.server.OrderlyServer;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.mail.inbound.Replies;
import dev.orderly.mail.inbound.ReplyOutcome.Commented;
import dev.orderly.mail.inbound.ReplyTokens;
import dev.orderly.mail.template.MessageTexts;
import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import dev.orderly.order.Activity;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Order;
import dev.orderly.store.OutboxMessage;
import dev.orderly.webhook.WebhookChannel;
import dev.orderly.webhook.WebhookEndpoint;
import dev.orderly.webhook.WebhookSecret;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Uses every adapter once, and prints what came of it. */
public final class Main {

    private static final String NUMBER = "2026-118";
    private static final String EMAIL = "jan@kowalski.example";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ReplyTokens TOKENS = ReplyTokens.builder("reply+{token}@shop.example")
            .key(1, "a key of this shop, long enough by far".getBytes(StandardCharsets.UTF_8))
            .build();

    private final DataSource database;
    private final Orders orders;

    private Main(DataSource database) {
        this.database = database;
        orders = Orders.builder(JdbcOrderStore.builder(database).migrate().build())
                .workflow(Presets.bookstore())
                .build();
    }

    public static void main(String[] arguments) throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:department;DB_CLOSE_DELAY=-1");
        Main shop = new Main(database);
        shop.printModules();
        shop.orders.place(
                NUMBER,
                Request.of("place", Actor.of("customer"))
                        .withCustomer(Customer.of(EMAIL).withName("Jan Kowalski").withLanguage("pl"))
                        .with("payment", "prepaid"));
        shop.refuse();
        shop.changeByHand();
        shop.findSchema();
        shop.serve();
        shop.write();
        shop.readAnswer();
        shop.call();
        System.exit(0);
    }

    private void printModules() {
        Stream.of(Orders.class, JdbcOrderStore.class, OrderlyServlet.class, Replies.class, WebhookChannel.class)
                .forEach(type -> print("module", type.getModule().getName()));
    }

    private void refuse() {
        if (orders.fire(NUMBER, Request.of("sing", Actor.of("staff"))) instanceof Rejected refusal) {
            print("refusal", refusal.explain(Presets.bookstore(), "pl"));
        }
    }

    /** Triggers are classes, which H2 makes by their names. */
    private void changeByHand() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update orderly_order set status = 'delivered' where number = '" + NUMBER + "'");
            print("by hand", "accepted");
        } catch (SQLException refused) {
            print("by hand", "refused");
        }
    }

    /** As a tool for schemas finds its files: by a class loader. */
    private void findSchema() {
        long files = Stream.of("h2", "mariadb", "postgresql")
                .map(name -> "dev/orderly/jdbc/" + name + "/V1__orderly.sql")
                .filter(name -> ClassLoader.getSystemResource(name) != null)
                .count();
        print("schema", files + " files");
    }

    private void serve() throws Exception {
        ApiKey.Created staff = ApiKey.create(Actor.of("staff", "anna"));
        OrderlyServlet servlet = OrderlyServlet.builder(orders)
                .access(ApiKeys.of(List.of(staff.key())))
                .build();
        try (OrderlyServer server = OrderlyServer.start(servlet, 0)) {
            String shop = "http://localhost:" + server.port();
            String order = shop + "/api/v1/orders/" + NUMBER;
            print("form", send(HttpRequest.newBuilder(URI.create(shop + "/"))));
            print("page", send(HttpRequest.newBuilder(URI.create(shop + "/status"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("number=" + NUMBER + "&email=" + EMAIL))));
            print("comment", send(HttpRequest.newBuilder(URI.create(order + "/comments"))
                    .header("Authorization", "Bearer " + staff.secret())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"text\": \"Paid by phone\"}"))));
            print("order", send(HttpRequest.newBuilder(URI.create(order))
                    .header("Authorization", "Bearer " + staff.secret())));
        }
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        return answer.statusCode() + " "
                + answer.headers().firstValue("Content-Type").orElse("without content");
    }

    private void write() {
        print("subject", MessageTexts.of("Księgarnia")
                .render(notification(), Recipient.of(EMAIL).withLanguage("pl"))
                .subject());
    }

    private void readAnswer() throws Exception {
        String to = TOKENS.of(notification(), Recipient.of(EMAIL)).orElseThrow();
        String mail = """
                From: Jan Kowalski <%s>
                To: %s
                Message-ID: <1@kowalski.example>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: text/html; charset=utf-8

                <p>Patrz plik.</p>
                --b
                Content-Type: application/pdf
                Content-Disposition: attachment; filename="skan.pdf"

                %s
                --b--
                """.formatted(EMAIL, to, "x".repeat(11 << 20)).replace("\n", "\r\n");
        Replies replies = Replies.builder(orders).tokens(TOKENS).build();
        if (replies.handle(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))) instanceof Commented answer) {
            print("answer", answer.comment().text().replaceAll("\\s+", " "));
        }
    }

    private void call() throws Exception {
        CompletableFuture<String> received = new CompletableFuture<>();
        HttpServer warehouse = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        warehouse.createContext("/", call -> {
            received.complete(call.getRequestHeaders().getFirst("Content-Type"));
            call.getRequestBody().readAllBytes();
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        warehouse.start();
        String address = "http://localhost:" + warehouse.getAddress().getPort() + "/";
        WebhookChannel.builder("https://shop.example")
                .endpoint(WebhookEndpoint.unencrypted(address, WebhookSecret.random()))
                .build()
                .send(notification());
        print("webhook", received.get());
        warehouse.stop(0);
    }

    private Notification notification() {
        Order order = orders.find(NUMBER).orElseThrow();
        Activity first = orders.history(NUMBER).orElseThrow().activities().get(0);
        return Notification.of(
                new OutboxMessage(NUMBER, 1, 0, "customer", "mail"), first, order, orders.workflowOf(order));
    }

    private static void print(String what, String value) {
        System.out.println(what + ": " + value);
    }
}
