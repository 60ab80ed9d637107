package dev.orderly.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.orderly.file.Presets;
import dev.orderly.mail.template.MessageTexts;
import dev.orderly.notification.DeliveryException;
import dev.orderly.notification.Notification;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against GreenMail, which is a real server; without encryption. */
class SmtpChannelTest {

    static final MailComposer COMPOSER = MailComposer.builder("sklep@example.org", "Księgarnia Żuraw")
            .texts(MessageTexts.of("Księgarnia Żuraw"))
            .build();

    private final TestShop shop = new TestShop(Presets.ipStore());
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @AfterEach
    void stop() {
        server.stop();
    }

    private SmtpChannelBuilder builder() {
        server.start();
        return SmtpChannel.builder("127.0.0.1", server.getSmtp().getPort(), COMPOSER)
                .encryption(Encryption.NONE);
    }

    private Notification placed() {
        return shop.place("IP-1", TestShop.ANNA, "delivery=carrier").notification();
    }

    private static DeliveryException failure(SmtpChannel channel, Notification notification) {
        DeliveryException failure = catchThrowableOfType(DeliveryException.class, () -> channel.send(notification));
        assertThat(failure).isNotNull();
        return failure;
    }

    @Test
    void a_notification_arrives_as_a_mail() throws Exception {
        try (SmtpChannel channel = builder().build()) {
            channel.send(placed());
        }
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Η παραγγελία IP-1 είναι στα χέρια μας");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Return-Path", null)).isEqualTo("<sklep@example.org>");
    }

    @Test
    void undeliverable_mail_comes_back_to_where_the_shop_wants_it() throws Exception {
        try (SmtpChannel channel = builder().bouncesTo("bounces@example.org").build()) {
            channel.send(placed());
        }
        assertThat(server.getReceivedMessages()[0].getHeader("Return-Path", null))
                .isEqualTo("<bounces@example.org>");
        assertThat(server.getReceivedMessages()[0].getFrom()[0].toString()).contains("sklep@example.org");
    }

    @Test
    void what_the_dispatcher_sends_arrives_in_order() throws Exception {
        shop.place("IP-1", TestShop.ANNA, "delivery=carrier")
                .fire("IP-1", "start", "staff")
                .fire("IP-1", "gather", "staff", "payment-arranged=yes", "details-verified=yes", "stock-confirmed=yes");
        try (SmtpChannel channel = builder().build()) {
            shop.send(channel);
        }
        List<String> subjects = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            subjects.add(mail.getSubject());
        }
        assertThat(subjects)
                .containsExactly(
                        "Η παραγγελία IP-1 είναι στα χέρια μας",
                        "Ξεκινήσαμε με την παραγγελία IP-1",
                        "Μαζεύουμε τα προϊόντα της παραγγελίας IP-1");
    }

    @Test
    void several_threads_can_send_at_once() throws Exception {
        Notification placed = placed();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (SmtpChannel channel = builder().build()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(threads.submit(() -> channel.send(placed)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdown();
        }
        assertThat(server.getReceivedMessages()).hasSize(40);
    }

    @Test
    void a_login_is_used() {
        server.setUser("shop@example.org", "shop", "secret");
        server.getManagers().getUserManager().setAuthRequired(true);
        try (SmtpChannel channel = builder().login("shop", "secret").build()) {
            channel.send(placed());
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_refused_login_is_tried_again_later() {
        server.setUser("shop@example.org", "shop", "secret");
        server.getManagers().getUserManager().setAuthRequired(true);
        try (SmtpChannel channel = builder().login("shop", "wrong").build()) {
            assertThat(failure(channel, placed()))
                    .hasMessage("the mail server refused the login: check the user and the password")
                    .hasNoCause()
                    .matches(e -> !e.isPermanent());
        }
    }

    @Test
    void a_server_that_is_down_is_tried_again_later_and_used_when_it_is_back() {
        Notification placed = placed();
        try (SmtpChannel channel = builder().build()) {
            channel.send(placed);
            int port = server.getSmtp().getPort();
            server.stop();
            assertThat(failure(channel, placed))
                    .hasMessage("no connection to the mail server (ConnectException)")
                    .matches(e -> !e.isPermanent());
            GreenMail again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            again.start();
            channel.send(placed);
            assertThat(again.getReceivedMessages()).hasSize(1);
            again.stop();
        }
    }

    @Test
    void a_closed_channel_sends_nothing_any_more() {
        SmtpChannel channel = builder().build();
        Notification placed = placed();
        channel.send(placed);
        channel.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> channel.send(placed))
                .withMessage("this SmtpChannel is closed");
    }

    @Test
    void settings_are_checked_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmtpChannel.builder(" ", 25, COMPOSER))
                .withMessage("the name of the mail server cannot be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmtpChannel.builder("mail.example.org", 0, COMPOSER))
                .withMessage("the port of the mail server must be between 1 and 65535, but is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SmtpChannel.builder("mail.example.org", 25, COMPOSER).answerTimeout(Duration.ZERO))
                .withMessage("the time to answer must be more than nothing, but is PT0S");
        assertThatIllegalStateException()
                .isThrownBy(() -> SmtpChannel.builder("mail.example.org", 25, COMPOSER)
                        .encryption(Encryption.NONE)
                        .login("shop", "secret")
                        .build())
                .withMessage("the password for mail.example.org would travel unprotected: use Encryption.STARTTLS or"
                        + " Encryption.TLS");
    }
}
