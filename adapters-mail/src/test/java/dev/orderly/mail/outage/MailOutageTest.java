package dev.orderly.mail.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.orderly.jdbc.TestDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An SMTP outage of the bookshop: its mail server is down while orders are placed and shipped, and its process is killed twice
 * meanwhile, and once more while the mails go out at last. {@code -Doutage.orders=10000} makes it a busier week.
 */
@Tag("servers")
class MailOutageTest {

    private static final int ORDERS = Integer.getInteger("outage.orders", 300);
    private static final int MAILS = 2 * ORDERS;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"H2_FILE", "POSTGRESQL", "MARIADB"})
    @Timeout(300)
    void every_mail_arrives_in_order_and_twice_only_where_the_process_died_over_it(TestDatabase database)
            throws Exception {
        String url = database.newUrl();
        int port = freePort();

        killWhen(() -> lines() >= ORDERS / 3, url, port);
        killWhen(() -> lines() >= ORDERS * 2 / 3, url, port);
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            killWhen(() -> server.getReceivedMessages().length >= MAILS / 2, url, port);
            Process last = shop(url, port);
            assertThat(last.waitFor()).as(this::said).isZero();

            check(server.getReceivedMessages());
        } finally {
            server.stop();
        }
    }

    private static void check(MimeMessage[] mails) throws MessagingException {
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        for (MimeMessage mail : mails) {
            if (ids.add(mail.getMessageID())) {
                String customer = mail.getAllRecipients()[0].toString();
                String number = customer.substring(0, customer.indexOf('@'));
                subjects.computeIfAbsent(number, n -> new ArrayList<>())
                        .add(mail.getSubject().replace(number, "…"));
            }
        }
        assertThat(ids).hasSize(MAILS);
        assertThat(mails.length - MAILS).as("sent twice").isBetween(0, ShopProcess.SENDERS);
        assertThat(subjects).hasSize(ORDERS);
        assertThat(new HashSet<>(subjects.values()))
                .containsExactly(List.of("Mamy Twoje zamówienie …", "Książki z zamówienia … są w drodze"));
    }

    private void killWhen(BooleanSupplier isTime, String url, int port) throws Exception {
        Process process = shop(url, port);
        try {
            while (!isTime.getAsBoolean()) {
                assertThat(process.isAlive()).as(this::said).isTrue();
                Thread.sleep(10);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process shop(String url, int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ShopProcess.class.getName(),
                        url,
                        Integer.toString(port),
                        Integer.toString(ORDERS),
                        log().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
                .start();
    }

    private Path log() {
        return folder.resolve("shipped");
    }

    private Path output() {
        return folder.resolve("output");
    }

    /** How many orders were shipped. */
    private int lines() {
        return Files.exists(log())
                ? read(log()).lines().collect(Collectors.toSet()).size()
                : 0;
    }

    private String said() {
        return Files.exists(output()) ? read(output()) : "";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
