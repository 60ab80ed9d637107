package dev.orderly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.order.Actor;
import dev.orderly.order.ChainKeys;
import dev.orderly.order.Customer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("processes")
class ServeCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "KS-1042, jan@example.com, Zrealizowane",
        "IP-5001, eleni@example.com, Παραδόθηκε σε Μεταφορική/Courier",
        "BG-7001, mila@example.com, SHIPPED",
        "MA-3001, ola@example.com, Otrzymano",
        "RU-9001, darya@example.com, Готово к выдаче"
    })
    void a_demonstration_shows_orders_of_every_shop_in_its_language(String number, String email, String status)
            throws Exception {
        try (Program serve = new Program("serve", "--demo", "--port", "0")) {
            assertThat(serve.get("/").body()).contains(number).contains(email);
            assertThat(serve.lookup(number, email).body()).contains("<h2 id=\"status\">" + status + "</h2>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jdbc:sqlite:", "jdbc:h2:"})
    void orders_in_a_file_are_there_again_after_the_process_was_killed(String scheme) throws Exception {
        String url = scheme + folder.resolve("orders");
        String before;
        try (Program serve = new Program("serve", "--demo", "--port", "0", "--db", url)) {
            before = serve.lookup("KS-1041", "zofia@example.com").body();
            serve.process.destroyForcibly().waitFor();
        }

        try (Program serve = new Program("serve", "--demo", "--port", "0", "--db", url)) {
            String after = serve.lookup("KS-1041", "zofia@example.com").body();
            assertThat(withoutTickets(after)).isEqualTo(withoutTickets(before));
        }
    }

    @Test
    void a_request_to_stop_is_heard() throws Exception {
        try (Program serve = new Program("serve", "--port", "0")) {
            serve.process.destroy();

            assertThat(serve.process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(serve.process.exitValue()).isEqualTo(128 + 15);
        }
    }

    @Test
    void a_port_that_is_taken_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Cli cli = Cli.run("serve", "--port", taken.getLocalPort());

            assertThat(cli.exitCode()).isEqualTo(2);
            assertThat(cli.err()).contains("the server does not start on port " + taken.getLocalPort());
        }
    }

    @Test
    void a_demonstration_gives_a_key_for_each_role_and_is_not_open_to_the_network() throws Exception {
        try (Program serve = new Program("serve", "--demo", "--metrics", "--port", "0")) {
            serve.waitFor("/metrics$");

            assertThat(serve.said())
                    .contains("reached from  this machine only")
                    .contains("kept          in a temporary file")
                    .contains("mails         Messages are not sent")
                    .contains("staff      ord_", "seller     ord_", "carrier    ord_", "platform   ord_")
                    .contains("customer   ord_");
            assertThat(serve.get("/metrics").statusCode()).isEqualTo(401);
            assertThat(serve.get("/metrics", "Authorization", "Bearer " + serve.key("metrics"))
                            .body())
                    .contains("orderly_server_connections");
            assertThat(serve.get("/health").body()).isEqualTo("{\"status\":\"UP\",\"unreadableOrders\":0}");
        }
    }

    @Test
    void without_keys_it_says_so() throws Exception {
        try (Program serve = new Program("serve", "--port", "0")) {
            serve.waitFor("mails");

            assertThat(serve.said())
                    .contains(
                            "nobody has a key (--keys), so there is only the lookup by order number and e-mail address")
                    .contains("reached from  everywhere");
            assertThat(serve.get("/metrics").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_key_that_was_made_opens_what_it_is_for() throws Exception {
        Cli key = Cli.run("key", "metrics");
        Path keys = Files.writeString(folder.resolve("keys.txt"), key.out());
        String secret = key.err().substring(key.err().indexOf("ord_")).strip();

        try (Program serve = new Program("serve", "--port", "0", "--metrics", "--keys", keys.toString())) {
            serve.waitFor("mails");

            assertThat(serve.said()).contains("with the keys of " + keys).doesNotContain(secret);
            assertThat(serve.get("/metrics", "Authorization", "Bearer " + secret)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_ticket_is_good_after_a_restart_where_the_secret_is_kept() throws Exception {
        String url = folder.resolve("orders.db").toString();
        String secret = folder.resolve("secret").toString();
        String[] command = {"serve", "--demo", "--port", "0", "--db", url, "--secret", secret};
        String ticket;
        try (Program serve = new Program(command)) {
            ticket = Program.ticket(serve.lookup("KS-1041", "zofia@example.com").body());
        }

        try (Program serve = new Program(command)) {
            assertThat(serve.post("/order", "ticket=" + ticket).body()).contains("KS-1041");
        }
    }

    @Test
    void entries_are_chained_with_the_key_of_a_file() throws Exception {
        String url = "jdbc:h2:" + folder.resolve("orders");
        Path keys = Files.writeString(
                folder.resolve("chain-keys"),
                "2026-11 " + Base64.getEncoder().encodeToString(new byte[32]) + " since 2026-11-01T00:00:00Z\n");
        try (Program serve =
                new Program("serve", "--demo", "--port", "0", "--db", url, "--chain-keys", keys.toString())) {
            assertThat(serve.get("/health").statusCode()).isEqualTo(200);
            serve.process.destroyForcibly().waitFor();
        }

        assertThat(Cli.run("verify", "--db", url).out()).contains("entries cannot be checked");
        assertThat(Cli.run("verify", "--db", url, "--chain-keys", keys).exitCode())
                .isZero();
    }

    @Test
    void every_answer_is_logged_without_anything_personal() throws Exception {
        try (Program serve = new Program("serve", "--demo", "--port", "0")) {
            serve.lookup("KS-1041", "zofia@example.com");
            serve.get("/track/KS-1041?email=zofia@example.com");

            serve.waitFor("POST /status 200 \\d+ B \\d+ ms");
            serve.waitFor("127.0.0.0 GET - 404");
            assertThat(serve.log()).doesNotContain("KS-1041", "zofia");
        }
    }

    @Test
    void messages_that_waited_are_mailed_where_there_is_a_mail_server() throws Exception {
        String url = folder.resolve("orders.db").toString();
        try (Database database = Database.open(url, ChainKeys.NONE)) {
            Orders orders = Orders.builder(database.store())
                    .workflow(Presets.bookstore())
                    .build();
            orders.place(
                    "A-1",
                    Request.of("place", Actor.of("customer"))
                            .with("payment", "prepaid")
                            .withCustomer(Customer.of("ewa@example.com")));
        }
        GreenMail post = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        post.start();
        String server = "127.0.0.1:" + post.getSmtp().getPort();
        try (Program serve = new Program(
                "serve",
                "--port",
                "0",
                "--db",
                url,
                "--smtp",
                server,
                "--smtp-encryption",
                "none",
                "--mail-from",
                "orders@shop.example",
                "--shop",
                "Corner Shop",
                "--public-url",
                "https://shop.example/orders")) {
            assertThat(post.waitForIncomingEmail(60_000, 1)).isTrue();
            MimeMessage mail = post.getReceivedMessages()[0];
            assertThat(mail.getAllRecipients()[0]).hasToString("ewa@example.com");
            assertThat(GreenMailUtil.getWholeMessage(mail)).contains("https://shop.example/orders");
            serve.waitFor("mails");
            assertThat(serve.said()).contains("Messages are sent by " + server);
        } finally {
            post.stop();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--demo --workflow bookstore | --demo shows all presets, so leave --workflow out, or --demo",
                "--demo --keys keys.txt | --demo makes keys of its own, so leave --keys out, or --demo",
                "--metrics | --metrics needs --keys, with a key of the role metrics: orderly key metrics >> keys.txt",
                "--keys nowhere.txt | nowhere.txt cannot be read: there is no such file",
                "--smtp mail.example.org | --smtp mail.example.org: write the mail server as HOST:PORT, such as"
                        + " smtp.example.org:587",
                "--smtp mail.example.org:587 | --smtp needs --mail-from: the address that mails come from",
                "--workflow nowhere.yaml | nowhere.yaml cannot be read: there is no such file",
            })
    void what_does_not_go_together_is_said(String options, String message) {
        Cli cli = Cli.run(
                Stream.concat(Stream.of("serve"), Stream.of(options.split(" "))).toArray());

        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).isEqualToIgnoringNewLines(message);
    }

    /** Tickets and the names of attempts are made anew for each page. */
    private static String withoutTickets(String page) {
        return page.replaceAll("(name=\"(ticket|request)\" value|data-ticket)=\"[^\"]*\"", "");
    }
}
