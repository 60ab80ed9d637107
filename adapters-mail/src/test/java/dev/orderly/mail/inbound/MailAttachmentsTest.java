package dev.orderly.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.management.ThreadMXBean;
import dev.orderly.Orders;
import dev.orderly.mail.inbound.ReplyOutcome.Commented;
import dev.orderly.order.Attachment;
import dev.orderly.order.Comment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailAttachmentsTest {

    private static final String MIXED = """
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8

            Patrz załącznik.
            """;

    private final Orders orders = Mails.orders();
    private final Replies replies = Replies.builder(orders).tokens(Mails.TOKENS).build();

    @Test
    void files_are_kept_with_their_bytes_and_types() throws IOException {
        byte[] photo = {(byte) 0xff, (byte) 0xd8, 1, 2, 3};

        Comment comment = commented(
                MIXED + file("image/jpeg", "photo.jpg", photo) + file("application/pdf", "a.pdf", "%PDF") + "--b--");

        assertThat(comment.text()).isEqualTo("Patrz załącznik.");
        assertThat(comment.attachments())
                .extracting(Attachment::name, Attachment::mediaType)
                .containsExactly(tuple("photo.jpg", "image/jpeg"), tuple("a.pdf", "application/pdf"));
        assertThat(orders.attachment(Mails.NUMBER, comment.attachments().get(0).sha256()))
                .contains(photo);
    }

    @Test
    void a_file_of_30_megabytes_is_left_out_and_named_without_being_held_in_memory() throws IOException {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        String head = Mails.headers("1") + MIXED
                + "--b\nContent-Type: video/mp4; name=film.mp4\nContent-Transfer-Encoding: base64\n\n";
        replies.handle(Mails.raw(Mails.headers("0") + MIXED + "--b--"));
        long before = thread.getCurrentThreadAllocatedBytes();

        ReplyOutcome outcome = replies.handle(new SequenceInputStream(
                Mails.raw(head), new SequenceInputStream(new Base64Lines(30_000_000), Mails.raw("\n--b--\n"))));

        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(8_000_000);
        Comment comment = ((Commented) outcome).comment();
        assertThat(comment.text()).isEqualTo("Patrz załącznik.\n\n[Nie zachowano załącznika: film.mp4, 30,0 MB]");
        assertThat(comment.attachments()).isEmpty();
    }

    @Test
    void files_beyond_their_number_or_size_are_left_out_and_named() throws IOException {
        Replies strict = Replies.builder(orders)
                .tokens(Mails.TOKENS)
                .maxAttachments(2)
                .maxAttachmentSize(10)
                .maxAttachmentsSize(15)
                .build();
        String mail = MIXED + file("text/csv", "one.csv", "1234567890") + file("text/csv", "long.csv", "12345678901")
                + file("text/csv", "over.csv", "123456") + file("text/csv", "two.csv", "12345")
                + file("text/csv", "third.csv", "") + "--b--";

        Comment comment = ((Commented) strict.handle(Mails.raw(Mails.headers("1") + mail))).comment();

        assertThat(comment.attachments()).extracting(Attachment::name).containsExactly("one.csv", "two.csv");
        assertThat(comment.text()).isEqualTo("""
                Patrz załącznik.

                [Nie zachowano załącznika: long.csv, 0,1 MB]
                [Nie zachowano załącznika: over.csv, 0,1 MB]
                [Nie zachowano załącznika: third.csv, 0,0 MB]""");
    }

    @Test
    void very_many_files_are_counted_where_they_cannot_all_be_named() throws IOException {
        Comment comment =
                commented(MIXED + file("text/csv", "a".repeat(90) + ".csv", "1").repeat(150) + "--b--");

        assertThat(comment.attachments()).hasSize(10);
        assertThat(comment.text()).endsWith("[Innych niezachowanych załączników: 126]");
    }

    @Test
    void a_file_that_is_damaged_is_left_out_and_named() throws IOException {
        Comment comment = commented(MIXED
                + "--b\nContent-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\nAAAA=AAA\n--b--");

        assertThat(comment.attachments()).isEmpty();
        assertThat(comment.text()).contains("[Nie zachowano załącznika: a.png");
    }

    @Test
    void small_pictures_inside_the_text_are_decoration_and_large_ones_are_not() throws IOException {
        String related = """
                Content-Type: multipart/related; boundary="b"

                --b
                Content-Type: text/html; charset=utf-8

                <p>Broken, see <img src="cid:photo"></p><p>Jan <img src="cid:logo"></p>
                """;

        Comment comment = commented(related
                + picture("logo", "logo.png", 8 * 1024 - 57)
                + picture("photo", "photo.jpg", 8 * 1024 + 57)
                + "--b--");

        assertThat(comment.text()).isEqualTo("Broken, see\n\nJan");
        assertThat(comment.attachments()).extracting(Attachment::name).containsExactly("photo.jpg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filename=\"../../etc/passwd\" | passwd",
                "filename=\"C:\\\\temp\\\\a.exe\" | a.exe",
                "filename=\"=?UTF-8?B?xbzDs8WCdy5qcGc=?=\" | żółw.jpg",
                "filename*=UTF-8''%C5%BC%C3%B3%C5%82w.jpg | żółw.jpg",
                "filename*0*=UTF-8''%C5%BC; filename*1*=%C3%B3%C5%82w.jpg | żółw.jpg",
                "filename=\"a\u202egpj.exe\" | agpj.exe",
                "filename= | file",
                "filename=\"..\" | file",
            })
    void a_name_loses_its_folder_and_what_disguises_it(String parameter, String name) throws IOException {
        Comment comment =
                commented(MIXED + "--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; "
                        + parameter + "\n\nx\n--b--");

        assertThat(comment.attachments()).extracting(Attachment::name).containsExactly(name);
    }

    @Test
    void a_name_that_is_too_long_keeps_its_ending() throws IOException {
        Comment comment = commented(MIXED + file("image/jpeg", "a".repeat(400) + ".jpg", "x") + "--b--");

        assertThat(comment.attachments().get(0).name()).isEqualTo("a".repeat(251) + ".jpg");
    }

    @Test
    void a_mail_inside_the_mail_is_a_file_and_a_signature_is_none() throws IOException {
        Comment comment = commented(MIXED + "--b\nContent-Type: message/rfc822\n\nSubject: older\n\nWords of another\n"
                + file("application/pkcs7-signature", "smime.p7s", "x") + "--b--");

        assertThat(comment.text()).isEqualTo("Patrz załącznik.");
        assertThat(comment.attachments()).extracting(Attachment::name).containsExactly("message.eml");
    }

    @Test
    void a_file_alone_is_a_comment_too() throws IOException {
        Comment comment = commented("Content-Type: application/pdf; name=\"scan.pdf\"\n\n%PDF-1.7");

        assertThat(comment.text()).isEmpty();
        assertThat(comment.attachments()).extracting(Attachment::name).containsExactly("scan.pdf");
    }

    private Comment commented(String mail) throws IOException {
        ReplyOutcome outcome = replies.handle(Mails.raw(Mails.headers("1") + mail));
        assertThat(outcome).isInstanceOf(Commented.class);
        return ((Commented) outcome).comment();
    }

    private static String file(String type, String name, String content) {
        return file(type, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String type, String name, byte[] content) {
        return "--b\nContent-Type: " + type + "\nContent-Disposition: attachment; filename=\"" + name
                + "\"\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getEncoder().encodeToString(content) + "\n";
    }

    private static String picture(String id, String name, int size) {
        return "--b\nContent-Type: image/png; name=\"" + name + "\"\nContent-ID: <" + id
                + ">\nContent-Disposition: inline\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder(76, new byte[] {10}).encodeToString(new byte[size]) + "\n";
    }

    /** Base64 of so many zeros in lines of 76 letters, made while it is read. */
    private static final class Base64Lines extends InputStream {

        private final ByteArrayInputStream line =
                new ByteArrayInputStream(("A".repeat(76) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        private long left;

        Base64Lines(long zeros) {
            left = zeros / 57 * 78;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            if (line.available() == 0) {
                line.reset();
            }
            int read = line.read(bytes, offset, (int) Math.min(length, left));
            left -= read;
            return read;
        }
    }
}
