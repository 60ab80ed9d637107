package dev.orderly.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.mail.inbound.ReplyOutcome.Commented;
import dev.orderly.mail.inbound.ReplyOutcome.Ignored;
import dev.orderly.mail.inbound.ReplyOutcome.Program;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutoReplyDetectorTest {

    private final Orders orders = Mails.orders();
    private final Replies replies = Replies.builder(orders).tokens(Mails.TOKENS).build();

    @Test
    void an_out_of_office_note_is_no_comment() throws IOException {
        String mail = Mails.headers("1").replace("Re: Zamowienie", "Automatic reply: Zamowienie") + """
                Auto-Submitted: auto-replied
                X-Auto-Response-Suppress: All
                Content-Type: text/plain; charset=utf-8

                Jestem na urlopie do 15 marca.
                """;

        assertThat(handle(mail)).isEqualTo(new Ignored(Program.AUTO_REPLY));
    }

    @Test
    void a_bounce_is_no_comment_although_it_came_to_the_right_address() throws IOException {
        String mail = Mails.headers("1")
                        .replace("Return-Path: <jan@kowalski.example>", "Return-Path: <>")
                        .replace(
                                "From: Jan Kowalski <jan@kowalski.example>",
                                "From: Mail Delivery System <MAILER-DAEMON@mx.example>")
                + """
                Auto-Submitted: auto-replied
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                I'm sorry to have to inform you that your message could not be delivered.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; jan@kowalski.example
                Action: failed
                Status: 5.1.1
                --b
                Content-Type: message/rfc822

                Subject: your order

                Hello
                --b--
                """;

        assertThat(handle(mail)).isEqualTo(new Ignored(Program.REPORT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-generated | AUTO_REPLY",
                "Auto-Submitted: Auto-Replied (vacation) | AUTO_REPLY",
                "auto-submitted: auto-notified; owner-email=a@b.example | AUTO_REPLY",
                "X-Autoreply: yes | AUTO_REPLY",
                "X-Autorespond: | AUTO_REPLY",
                "X-Autoresponder: 1 | AUTO_REPLY",
                "X-AutoReply-From: a@b.example | AUTO_REPLY",
                "X-POST-MessageClass: 9; Autoresponder | AUTO_REPLY",
                "Precedence: auto_reply | AUTO_REPLY",
                "Delivered-To: Autoresponder | AUTO_REPLY",
                "X-Failed-Recipients: a@b.example | REPORT",
                "Content-Type: multipart/report; report-type=disposition-notification; boundary=b | REPORT",
                "Precedence: Bulk | BULK",
                "Precedence: list | BULK",
                "Precedence: junk | BULK",
                "List-Id: <news.shop.example> | BULK",
            })
    void a_header_of_a_program_shows_which_kind_it_is(String header, Program program) throws IOException {
        assertThat(handle(Mails.headers("1") + header + "\n\nI am away")).isEqualTo(new Ignored(program));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAILER-DAEMON@mx.example", "postmaster@mx.example", "MAILER-DAEMON"})
    void a_mail_system_as_sender_makes_a_report(String sender) throws IOException {
        String mail = Mails.headers("1").replace("From: Jan Kowalski <jan@kowalski.example>", "From: " + sender);

        assertThat(handle(mail + "\nIt failed")).isEqualTo(new Ignored(Program.REPORT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Automatic reply: Your order",
                "Out of Office: Your order",
                "Auto-Reply: Your order",
                "=?UTF-8?B?QXV0b21hdHljem5hIG9kcG93aWVkxbo6IFphbcOzd2llbmll?=",
                "Odpowiedź automatyczna: Zamówienie",
                "Αυτόματη απάντηση: Παραγγελία",
                "Автоматичен отговор: Поръчка",
                "Автоматический ответ: Заказ",
                "Автоответ: Заказ",
            })
    void a_subject_of_an_out_of_office_note_is_enough_in_each_language(String subject) throws IOException {
        String mail = Mails.headers("1").replaceAll("Subject: .*", "Subject: " + subject);

        assertThat(handle(mail + "\nI am away")).isEqualTo(new Ignored(Program.AUTO_REPLY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no",
                "X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply",
                "Precedence: first-class",
                "X-Spam-Status: No",
                "Subject: Re: my automatic reply to you was wrong",
                "List-Unsubscribe: <https://example.org/>",
            })
    void what_people_send_is_no_programs(String header) throws IOException {
        String mail = Mails.headers("1");
        String replaced = header.startsWith("Subject") ? mail.replaceAll("Subject: .*", header) : mail + header;

        assertThat(handle(replaced.strip() + "\n\nHello")).isInstanceOf(Commented.class);
    }

    private ReplyOutcome handle(String mail) throws IOException {
        ReplyOutcome outcome = replies.handle(Mails.raw(mail));
        int expected = outcome instanceof Commented ? 2 : 1;
        assertThat(orders.history(Mails.NUMBER).orElseThrow().activities()).hasSize(expected);
        return outcome;
    }
}
