package dev.orderly.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.orderly.file.Presets;
import dev.orderly.mail.template.MessageTexts;
import dev.orderly.notification.DeliveryException;
import dev.orderly.notification.MessageRenderer;
import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import dev.orderly.notification.Recipients;
import dev.orderly.notification.RenderedMessage;
import dev.orderly.order.Customer;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailComposerTest {

    private static final Links MUTE_BY_HTTPS = new Links() {
        @Override
        public Optional<URI> mute(Notification notification, Recipient recipient) {
            return Optional.of(URI.create("https://shop.example/mute?t=a&b=c"));
        }
    };

    private static Notification placed(String number, Customer customer) {
        return new TestShop(Presets.bookstore())
                .place(number, customer, "payment=prepaid")
                .notification();
    }

    private static MailComposerBuilder builder() {
        return MailComposer.builder("sklep@example.org", "Księgarnia Żuraw").texts(MessageTexts.of("Księgarnia Żuraw"));
    }

    private static MimeMessage mail(MailComposerBuilder builder, Notification notification) {
        return builder.build().compose(notification).orElseThrow();
    }

    private static String raw(MimeMessage mail) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            return bytes.toString(StandardCharsets.US_ASCII);
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> headers(MimeMessage mail) {
        return raw(mail).lines().takeWhile(line -> !line.isEmpty()).toList();
    }

    private static MimeMessage parsed(MimeMessage mail) throws MessagingException {
        byte[] bytes = raw(mail).getBytes(StandardCharsets.US_ASCII);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    @Test
    void names_and_the_subject_arrive_in_any_script() throws Exception {
        MimeMessage mail = parsed(mail(builder(), placed("KS/1", TestShop.ANNA)));
        assertThat(mail.getSubject()).isEqualTo("Mamy Twoje zamówienie KS/1");
        assertThat(mail.getFrom())
                .containsExactly(new InternetAddress("sklep@example.org", "Księgarnia Żuraw", "UTF-8"));
        InternetAddress to = (InternetAddress) mail.getRecipients(RecipientType.TO)[0];
        assertThat(to.getAddress()).isEqualTo("anna@example.org");
        assertThat(to.getPersonal()).isEqualTo("Anna Żółć");
    }

    @Test
    void it_says_the_same_as_text_and_as_html_in_that_order() throws Exception {
        MimeMessage mail = parsed(mail(builder(), placed("KS/1", TestShop.ANNA)));
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat((String) parts.getBodyPart(0).getContent())
                .contains("bezpiecznie zapisane", "- 2 × Kroniki nadrzeczne");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat((String) parts.getBodyPart(1).getContent()).contains("bezpiecznie zapisane", "Kroniki nadrzeczne");
    }

    @Test
    void every_line_is_ascii_and_short_enough_for_any_server() {
        String raw = raw(mail(builder(), placed("KS/1", TestShop.ANNA)));
        assertThat(raw.chars()).allMatch(c -> c < 128);
        assertThat(raw.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998));
    }

    @Test
    void a_message_has_the_same_id_each_time_and_no_other_has_it() throws Exception {
        TestShop shop = new TestShop(Presets.ipStore())
                .place("IP-1", TestShop.ANNA, "delivery=carrier")
                .fire("IP-1", "start", "staff");
        List<Notification> both = shop.notifications();
        String first = mail(builder(), both.get(0)).getMessageID();
        assertThat(first).matches("<[0-9a-f]{32}\\.message@example\\.org>");
        assertThat(mail(builder(), both.get(0)).getMessageID()).isEqualTo(first);
        assertThat(mail(builder(), both.get(1)).getMessageID()).isNotEqualTo(first);
        assertThat(mail(builder().idDomain("mail.example.net"), both.get(0)).getMessageID())
                .endsWith("@mail.example.net>");
    }

    @Test
    void all_mails_of_an_order_refer_to_the_same_root_and_those_of_another_do_not() throws Exception {
        List<Notification> both = new TestShop(Presets.ipStore())
                .place("IP-1", TestShop.ANNA, "delivery=carrier")
                .fire("IP-1", "start", "staff")
                .notifications();
        String root = mail(builder(), both.get(0)).getHeader("References", null);
        assertThat(root).matches("<[0-9a-f]{32}\\.order@example\\.org>");
        assertThat(mail(builder(), both.get(0)).getHeader("In-Reply-To", null)).isEqualTo(root);
        assertThat(mail(builder(), both.get(1)).getHeader("References", null)).isEqualTo(root);
        assertThat(mail(builder(), placed("IP-2", TestShop.ANNA)).getHeader("References", null))
                .isNotEqualTo(root);
    }

    @Test
    void it_is_dated_when_the_step_happened_and_asks_programs_not_to_answer() throws Exception {
        MimeMessage mail = parsed(mail(builder(), placed("KS/1", TestShop.ANNA)));
        assertThat(mail.getSentDate()).isEqualTo("2026-05-04T08:12:00Z");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getHeader("Content-Language", null)).isEqualTo("pl");
    }

    @Test
    void a_link_to_mute_becomes_the_unsubscribe_button_of_mail_programs() throws Exception {
        MimeMessage mail = mail(
                builder()
                        .texts(MessageTexts.builder("Shop").links(MUTE_BY_HTTPS).build()),
                placed("KS/1", TestShop.ANNA));
        assertThat(mail.getHeader("List-Unsubscribe", null)).isEqualTo("<https://shop.example/mute?t=a&b=c>");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    void a_link_that_is_not_https_promises_no_single_click_and_no_link_no_button() throws Exception {
        Links http = new Links() {
            @Override
            public Optional<URI> mute(Notification notification, Recipient recipient) {
                return Optional.of(URI.create("http://shop.example/mute"));
            }
        };
        Notification placed = placed("KS/1", TestShop.ANNA);
        MimeMessage mail =
                mail(builder().texts(MessageTexts.builder("Shop").links(http).build()), placed);
        assertThat(mail.getHeader("List-Unsubscribe", null)).isEqualTo("<http://shop.example/mute>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).isNull();
        assertThat(mail(builder(), placed).getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void answers_go_where_the_shop_says() throws Exception {
        Notification placed = placed("KS/1", TestShop.ANNA);
        MimeMessage mail = mail(builder().answersTo((n, r) -> Optional.of("reply+abc@example.org")), placed);
        assertThat(mail.getReplyTo()).containsExactly(new InternetAddress("reply+abc@example.org"));
        assertThat(mail(builder(), placed).getHeader("Reply-To")).isNull();
    }

    @Test
    void a_line_break_in_an_order_number_begins_no_header() throws Exception {
        MimeMessage mail = mail(builder(), placed("KS\r\nBcc: everybody@example.org", TestShop.ANNA));
        assertThat(headers(mail)).noneMatch(line -> line.startsWith("Bcc"));
        assertThat(parsed(mail).getSubject()).isEqualTo("Mamy Twoje zamówienie KS Bcc: everybody@example.org");
    }

    @Test
    void a_line_break_in_a_name_begins_no_header() throws Exception {
        Customer hostile = Customer.of("a@example.org")
                .withName("Eve\r\nBcc: b@example.org\n\n<script>")
                .withLanguage("pl");
        MimeMessage mail = mail(builder(), placed("KS/1", hostile));
        assertThat(headers(mail)).noneMatch(line -> line.startsWith("Bcc"));
        InternetAddress to = (InternetAddress) parsed(mail).getRecipients(RecipientType.TO)[0];
        assertThat(to.getPersonal()).isEqualTo("Eve Bcc: b@example.org <script>");
        assertThat(parsed(mail).getAllRecipients()).hasSize(1);
    }

    @Test
    void a_line_break_in_a_subject_or_language_of_the_shops_own_begins_no_header() throws Exception {
        MessageRenderer hostile = (n, r) -> RenderedMessage.of("pl\r\nX-A: 1", "text")
                .withSubject("Hi\r\nBcc: b@example.org\u2028x")
                .withHtml("<p>");
        MimeMessage mail = mail(builder().texts(hostile), placed("KS/1", TestShop.ANNA));
        assertThat(headers(mail)).noneMatch(line -> line.startsWith("Bcc") || line.startsWith("X-A"));
        assertThat(parsed(mail).getSubject()).isEqualTo("Hi Bcc: b@example.org x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org\r\nBcc: b@example.org",
                "a@example.org\n",
                "\ta@example.org",
                "a@example.org, b@example.org",
                "a b@example.org",
                "Anna <a@example.org>",
                "\"a b\"@example.org",
                "a@b@example.org",
                "a..b@example.org",
                ".a@example.org",
                "a@-example.org",
                "a@example..org",
                "a@[127.0.0.1]",
                "żółw@example.org",
                "a@example.org> SIZE=1",
                "@example.org",
                "a@",
                "anna"
            })
    void what_is_not_one_plain_address_is_refused_for_good_and_not_repeated(String address) {
        Notification placed = placed("KS/1", Customer.of(address));
        MailComposer composer = builder().build();
        assertThatExceptionOfType(DeliveryException.class)
                .isThrownBy(() -> composer.compose(placed))
                .withMessage("the e-mail address of the customer is none")
                .matches(DeliveryException::isPermanent);
    }

    @ParameterizedTest
    @ValueSource(strings = {" anna@example.org ", "anna+books@example.org", "o'hara@example.co.uk", "staff@localhost"})
    void plain_addresses_are_written_to(String address) throws Exception {
        MimeMessage mail = mail(builder(), placed("KS/1", Customer.of(address)));
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress(address.strip()));
    }

    @Test
    void a_domain_in_other_letters_is_written_in_ascii() throws Exception {
        MimeMessage mail = mail(builder(), placed("KS/1", Customer.of("anna@żuraw.example")));
        assertThat(mail.getAllRecipients()[0]).hasToString("anna@xn--uraw-99a.example");
    }

    @Test
    void no_mail_is_composed_where_no_address_is_known() {
        assertThat(builder().build().compose(placed("KS/1", Customer.UNKNOWN))).isEmpty();
        assertThat(builder().build().compose(placed("KS/1", Customer.of("  ")))).isEmpty();
    }

    @Test
    void a_shop_names_the_recipients_of_other_roles() throws Exception {
        Notification sale = new TestShop(Presets.marketplaceSeller())
                .place("BG-1", TestShop.ANNA)
                .fire("BG-1", "confirm-payment", "platform")
                .notification();
        assertThat(builder().build().compose(sale)).isEmpty();
        Recipients sellers = Recipients.customers()
                .or("seller", n -> Recipient.of("seller@example.org").withName("Иван"));
        MimeMessage mail = mail(builder().recipients(sellers), sale);
        assertThat(mail.getSubject()).isEqualTo("Имате продажба: поръчка BG-1 е платена");
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("seller@example.org", "Иван", "UTF-8"));
        assertThat(builder()
                        .recipients(Recipients.customers().or("seller", n -> null))
                        .build()
                        .compose(sale))
                .isEmpty();
    }

    @Test
    void what_a_shop_configures_is_checked_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailComposer.builder("shop", "Shop"))
                .withMessage("the address that mails come from must be one e-mail address, such as shop@example.org,"
                        + " but is \"shop\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().idDomain("a b"))
                .withMessage("the domain for ids of mails must be a domain name, but is \"a b\"");
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> MailComposer.builder("shop@example.org", "Shop").build())
                .withMessage("nothing says what the mails say: call texts(...), for instance with"
                        + " MessageTexts.of(\"My shop\")");
    }
}
