package dev.orderly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeCommandTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

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

    @Test
    void orders_in_a_file_are_there_again_after_the_process_was_killed() throws Exception {
        String url = "jdbc:h2:" + folder.resolve("orders");
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

    /** Tickets and the names of attempts are made anew for each page. */
    private static String withoutTickets(String page) {
        return page.replaceAll("name=\"(ticket|request)\" value=\"[^\"]*\"", "");
    }

    /** The program in a Java machine of its own. */
    private static final class Program implements AutoCloseable {

        private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");

        private final Process process;
        private final String address;

        Program(String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.orderly.cli.Main"));
            command.addAll(List.of(arguments));
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            BufferedReader out = process.inputReader();
            StringBuilder said = new StringBuilder();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.append(line).append('\n');
                Matcher matcher = ADDRESS.matcher(line);
                if (matcher.find()) {
                    address = matcher.group();
                    return;
                }
            }
            throw new AssertionError("serve ended before it served: " + said);
        }

        HttpResponse<String> get(String path) throws Exception {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
        }

        HttpResponse<String> lookup(String number, String email) throws Exception {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create(address + "/status"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("number=" + number + "&email=" + email))
                            .build(),
                    BodyHandlers.ofString());
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
