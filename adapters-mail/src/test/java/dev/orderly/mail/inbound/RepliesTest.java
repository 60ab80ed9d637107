package dev.orderly.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderly.Orders;
import dev.orderly.decision.Reason;
import dev.orderly.mail.inbound.ReplyOutcome.Commented;
import dev.orderly.mail.inbound.ReplyOutcome.Obstacle;
import dev.orderly.mail.inbound.ReplyOutcome.Refused;
import dev.orderly.order.Actor;
import dev.orderly.order.Attachment;
import dev.orderly.order.Comment;
import dev.orderly.order.Visibility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTest {

    private final Orders orders = Mails.orders();
    private final Replies replies = Replies.builder(orders).tokens(Mails.TOKENS).build();

    @Test
    void a_reply_becomes_a_comment_of_the_role_that_was_notified() throws IOException {
        Comment comment = commented(Mails.headers("1") + """
                Content-Type: text/plain; charset=utf-8

                Czy mogę dodać książkę?

                pon., 2 mar 2026 o 10:00 Księgarnia <shop@shop.example> napisał(a):
                > Przyjęliśmy zamówienie
                """);

        assertThat(comment.text()).isEqualTo("Czy mogę dodać książkę?");
        assertThat(comment.actor()).isEqualTo(Actor.of("customer"));
        assertThat(comment.visibility()).isEqualTo(Visibility.EVERYONE);
        assertThat(orders.history(Mails.NUMBER).orElseThrow().activities())
                .hasSize(2)
                .contains(comment);
    }

    @Test
    void a_sellers_reply_becomes_a_comment_of_the_seller() throws IOException {
        assertThat(commented(Mails.headers("1", Mails.replyTo("seller")) + "\nIt leaves today.")
                        .actor())
                .isEqualTo(Actor.of("seller"));
    }

    @Test
    void the_same_mail_twice_is_one_comment() throws IOException {
        String mail = Mails.headers("1") + "\nOnce";

        Comment first = commented(mail);
        Comment second = commented(mail);

        assertThat(second).isEqualTo(first);
        assertThat(activities()).isEqualTo(2);
    }

    @Test
    void the_same_mail_without_an_id_twice_is_one_comment() throws IOException {
        String mail = Mails.headers("1").replaceAll("Message-ID.*\n", "") + "\nOnce";

        assertThat(commented(mail)).isEqualTo(commented(mail));
        assertThat(commented(mail + " more").text()).isEqualTo("Once more");
        assertThat(activities()).isEqualTo(3);
    }

    @Test
    void a_token_that_was_changed_writes_on_nothing() throws IOException {
        String address = Mails.replyTo("customer");
        int last = address.indexOf('@') - 2;
        String forged =
                address.substring(0, last) + (address.charAt(last) == 'a' ? 'b' : 'a') + address.substring(last + 1);

        assertThat(handle(Mails.headers("1", forged) + "\nI am another")).isEqualTo(Refused.because(Obstacle.FORGED));
        assertThat(activities()).isEqualTo(1);
    }

    @Test
    void a_mail_to_no_token_is_refused() throws IOException {
        assertThat(handle(Mails.headers("1", "orders@shop.example") + "\nHello"))
                .isEqualTo(Refused.because(Obstacle.NO_TOKEN));
        assertThat(handle("\nno headers at all")).isEqualTo(Refused.because(Obstacle.NO_TOKEN));
        assertThat(handle("")).isEqualTo(Refused.because(Obstacle.NO_TOKEN));
    }

    @Test
    void a_token_of_long_ago_is_refused() throws IOException {
        String old = Mails.TOKENS
                .address(new ReplyPermission(Mails.NUMBER, "customer", 20_000))
                .orElseThrow();

        assertThat(handle(Mails.headers("1", old) + "\nHello")).isEqualTo(Refused.because(Obstacle.EXPIRED));
    }

    @Test
    void a_mail_to_two_roles_at_once_is_refused_and_to_one_of_them_twice_is_not() throws IOException {
        String both = Mails.replyTo("customer") + ">, <" + Mails.replyTo("seller");
        assertThat(handle(Mails.headers("1", both) + "\nHello")).isEqualTo(Refused.because(Obstacle.AMBIGUOUS));

        String twice = Mails.headers("2") + "Delivered-To: " + Mails.replyTo("customer") + "\n";
        assertThat(commented(twice + "\nHello").text()).isEqualTo("Hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cc", "Delivered-To", "X-Original-To", "Envelope-To"})
    void the_token_counts_in_every_header_with_the_address_that_a_mail_went_to(String header) throws IOException {
        String mail = Mails.headers("1", "orders@shop.example") + header + ": " + Mails.replyTo("customer") + "\n";

        assertThat(commented(mail + "\nHello").text()).isEqualTo("Hello");
    }

    @Test
    void an_order_that_is_not_there_refuses_with_its_reason() throws IOException {
        String unknown = Mails.TOKENS
                .address(new ReplyPermission("99", "customer", 30_000))
                .orElseThrow();

        ReplyOutcome outcome = handle(Mails.headers("1", unknown) + "\nHello");

        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.obstacle()).isEqualTo(Obstacle.REJECTED);
            assertThat(refused.reasons()).extracting(Reason::code).containsExactly("unknown-order");
        });
    }

    @Test
    void a_reply_that_only_quotes_is_refused_as_empty() throws IOException {
        assertThat(handle(Mails.headers("1") + "\nOn 3/2/26 10:00, Bookshop wrote:\n> Hello"))
                .isEqualTo(Refused.because(Obstacle.EMPTY));
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-2, iso-8859-2, Zażółć gęślą jaźń",
        "windows-1250, windows-1250, Zażółć gęślą jaźń",
        "windows-1251, windows-1251, Къде е поръчката ми?",
        "windows-1253, windows-1253, Πού είναι η παραγγελία μου;",
        "ISO-8859-7, iso-8859-7, Πού είναι η παραγγελία μου;",
        "KOI8-R, koi8-r, Где мой заказ?",
        "UTF-8, utf8, Zażółć gęślą jaźń",
        "UTF-16BE, utf-16be, Где",
        "windows-1252, iso-8859-1, it’s “quoted”",
    })
    void a_text_is_read_in_the_encoding_that_its_mail_names(String real, String named, String text) throws IOException {
        assertThat(encoded(real, "; charset=\"" + named + "\"", text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1250, ; charset=unknown-8bit, Zażółć gęślą jaźń",
        "windows-1250, ; charset=us-ascii, Zażółć gęślą jaźń",
        "windows-1250, ; charset=utf-8, Zażółć gęślą jaźń",
        "windows-1250, '', Zażółć gęślą jaźń",
        "UTF-8, ; charset=no-such-thing!, Zażółć gęślą jaźń",
        "UTF-8, ; charset=, Zażółć gęślą jaźń",
        "UTF-8, ; charset=us-ascii, Zażółć gęślą jaźń",
    })
    void a_text_whose_encoding_is_wrong_is_read_as_the_customers_language_makes_likely(
            String real, String parameter, String text) throws IOException {
        assertThat(encoded(real, parameter, text)).isEqualTo(text);
    }

    @Test
    void encoded_transfer_is_undone_even_where_it_is_damaged() throws IOException {
        assertThat(commented(Mails.headers("1") + """
                        Content-Type: text/plain; charset=iso-8859-2
                        Content-Transfer-Encoding: Quoted-Printable

                        Za=BF=F3=B3=E6 g=EA=B6l=B1 ja=
                        =BC=F1
                        """).text()).isEqualTo("Zażółć gęślą jaźń");
        assertThat(commented(Mails.headers("2") + """
                        Content-Type: text/plain; charset=utf-8
                        Content-Transfer-Encoding: base64

                        WmHFvMOzxYLEhyBnxJnF
                        m2zEhSBqYcW6xYQ=
                        """).text()).isEqualTo("Zażółć gęślą jaźń");
    }

    @Test
    void html_becomes_text_where_there_is_nothing_plainer() throws IOException {
        assertThat(commented(Mails.headers("1") + """
                        Content-Type: text/html; charset=utf-8

                        <p>Proszę o <b>fakturę</b>.</p><script>alert(1)</script><blockquote>old</blockquote>
                        """).text()).isEqualTo("Proszę o fakturę.");
        assertThat(commented(Mails.headers("2") + """
                        Content-Type: multipart/alternative; boundary=b

                        --b
                        Content-Type: text/plain

                        \s
                        --b
                        Content-Type: text/html

                        <p>Only in HTML</p>
                        --b--
                        """).text()).isEqualTo("Only in HTML");
        assertThat(commented(Mails.headers("3") + """
                        Content-Type: multipart/alternative; boundary=b

                        --b
                        Content-Type: text/plain

                        Plain
                        --b
                        Content-Type: text/html

                        <p>HTML</p>
                        --b--
                        """).text()).isEqualTo("Plain");
    }

    @Test
    void a_text_that_is_too_long_is_shortened_and_kept_whole_as_a_file() throws IOException {
        String word = "słowo ";

        Comment comment =
                commented(Mails.headers("1") + "Content-Type: text/plain; charset=utf-8\n\n" + word.repeat(3000));

        assertThat(comment.text())
                .startsWith(word)
                .endsWith("…\n\n[Skrócono; cały tekst jest w pliku reply.txt]")
                .hasSizeLessThan(10_000);
        Attachment whole = comment.attachments().get(0);
        assertThat(whole.name()).isEqualTo("reply.txt");
        assertThat(new String(orders.attachment(Mails.NUMBER, whole.sha256()).orElseThrow(), StandardCharsets.UTF_8))
                .isEqualTo(word.repeat(3000).strip());
    }

    @Test
    void characters_that_disguise_or_cannot_be_kept_are_left_out() throws IOException {
        assertThat(commented(Mails.headers("1")
                                + "Content-Type: text/plain; charset=utf-8\n\na\u0000b\u0007c\u202ed\u2069e\tf")
                        .text())
                .isEqualTo("abcde\tf");
    }

    @Test
    void a_mail_is_read_up_to_a_size_and_no_further() throws IOException {
        Replies small = Replies.builder(orders)
                .tokens(Mails.TOKENS)
                .maxMessageSize(1000)
                .build();
        InputStream endless = new SequenceInputStream(Mails.raw("a".repeat(1001)), new Broken());

        assertThat(small.handle(endless)).isEqualTo(Refused.because(Obstacle.TOO_LARGE));
    }

    @Test
    void a_mail_made_of_too_many_or_too_deeply_nested_parts_is_refused() throws IOException {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        assertThat(handle(Mails.headers("1") + deep)).isEqualTo(Refused.because(Obstacle.UNREADABLE));

        String many = Mails.headers("2") + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(1000);
        assertThat(handle(many)).isEqualTo(Refused.because(Obstacle.UNREADABLE));

        String more = Mails.headers("3") + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n".repeat(20_000);
        assertThat(handle(more)).isEqualTo(Refused.because(Obstacle.UNREADABLE));

        String header = Mails.headers("4") + "X-Long: a\n".repeat(30_000) + "\nHello";
        assertThat(handle(header)).isEqualTo(Refused.because(Obstacle.UNREADABLE));
        assertThat(activities()).isEqualTo(1);
    }

    @Test
    void nothing_stays_in_the_temporary_folder() throws IOException {
        long before = spooled();
        commented(Mails.headers("1") + "\nHello");
        handle(Mails.headers("2", "orders@shop.example") + "\nHello");
        handle(Mails.headers("3") + "X-Long: a\n".repeat(30_000));

        assertThat(spooled()).isEqualTo(before);
    }

    @Test
    void a_mail_that_breaks_off_while_it_is_read_can_be_handed_in_again() {
        assertThatThrownBy(() -> replies.handle(new Broken()))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    @Test
    void replies_without_tokens_or_with_limits_that_make_no_sense_are_not_built() {
        assertThatThrownBy(() -> Replies.builder(orders).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("replies need tokens: give those of the mail channel to tokens(…)");
        assertThatThrownBy(() -> Replies.builder(orders).maxAttachments(11))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxAttachments must be from 1 to 10, but is 11");
        assertThatThrownBy(() -> Replies.builder(orders).maxMessageSize(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxMessageSize must be at least 1 byte, but is 0");
    }

    private String encoded(String charset, String parameter, String text) throws IOException {
        String head =
                Mails.headers("1") + "Content-Type: text/plain" + parameter + "\nContent-Transfer-Encoding: 8bit\n\n";
        byte[] first = head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] second = text.getBytes(Charset.forName(charset));
        InputStream mail = new SequenceInputStream(new ByteArrayInputStream(first), new ByteArrayInputStream(second));
        return ((Commented) replies.handle(mail)).comment().text();
    }

    private Comment commented(String mail) throws IOException {
        ReplyOutcome outcome = handle(mail);
        assertThat(outcome).isInstanceOf(Commented.class);
        return ((Commented) outcome).comment();
    }

    private ReplyOutcome handle(String mail) throws IOException {
        return replies.handle(Mails.raw(mail));
    }

    private int activities() {
        return orders.history(Mails.NUMBER).orElseThrow().activities().size();
    }

    private static long spooled() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName().toString().startsWith("orderly-mail-"))
                    .count();
        }
    }

    /** A connection that is reset. */
    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }
}
