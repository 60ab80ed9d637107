package dev.orderly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoMailTest {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    @Test
    void it_shows_the_messages_of_all_five_shops_in_their_language_and_in_english() {
        Cli answer = Cli.run("demo", "--mail");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains("Subject: Mamy Twoje zamówienie KS-1041", "Subject: We have your order KS-1041")
                .contains("Subject: Πώς σας φάνηκε η παραγγελία IP-5001;", "Subject: How did you like order IP-5001?")
                .contains("Subject: Имате продажба: поръчка BG-7001 е платена")
                .contains("Subject: Klient zgłasza problem z zamówieniem PL-3001")
                .contains("comment → staff by mail", "Subject: Νέο μήνυμα για την παραγγελία IP-5001")
                .contains("Заказ 77-1204 готов!", "Order 77-1204 is ready");
    }

    @Test
    void a_message_shows_the_headers_that_matter_and_its_text() {
        assertThat(Cli.run("demo", "--mail").out().lines())
                .containsSubsequence(
                        "ship → customer by mail · en",
                        "  From: Księgarnia Nadrzeczna <orders@shop.example>",
                        "  To: Anna Nowak <customer@example.org>",
                        "  List-Unsubscribe: <https://shop.example/mute/KS-1041>",
                        "  Subject: The books of order KS-1041 are on their way",
                        "  Track the parcel: https://inpost.pl/sledzenie-przesylek?number=620512345678");
    }

    @Test
    void each_kind_of_message_is_shown_once() {
        List<String> titles = Cli.run("demo", "--mail")
                .out()
                .lines()
                .filter(line -> line.contains("receive → customer by mail · el"))
                .toList();
        assertThat(titles).hasSize(1);
    }

    @Test
    void with_a_folder_it_writes_mails_pages_and_an_index_that_leads_to_each_of_them() throws Exception {
        Path mails = folder.resolve("new/mails");
        assertThat(Cli.run("demo", "--mail", mails).exitCode()).isZero();
        Matcher link = LINK.matcher(Files.readString(mails.resolve("index.html")));
        List<String> linked = link.results().map(r -> r.group(1)).sorted().toList();
        try (Stream<Path> all = Files.list(mails)) {
            assertThat(all.map(p -> p.getFileName().toString())
                            .filter(name -> !name.endsWith(".eml") && !name.equals("index.html"))
                            .sorted())
                    .isEqualTo(linked);
        }
        assertThat(linked).contains("bookstore-place-customer.pl.html", "pickup-point-arrive-customer.en.txt");
        assertThat(mail(mails.resolve("bookstore-place-customer.pl.eml")).getSubject())
                .isEqualTo("Mamy Twoje zamówienie KS-1041");
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_a_mistake_of_the_user() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Cli answer = Cli.run("demo", "--mail", file);
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains(file + " cannot be written: it is a file, not a folder");
    }

    private static MimeMessage mail(Path file) throws IOException, MessagingException {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }
}
