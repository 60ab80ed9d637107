package dev.orderly.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.orderly.file.Presets;
import dev.orderly.notification.DeliveryException;
import dev.orderly.notification.Notification;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails travel protected or not at all. */
class SmtpEncryptionTest {

    @TempDir
    private static Path folder;

    private static Certificate own;
    private static Certificate anothers;

    private final Notification placed = new TestShop(Presets.ipStore())
            .place("IP-1", TestShop.ANNA, "delivery=carrier")
            .notification();

    @BeforeAll
    static void make() throws Exception {
        own = Certificate.of("ip:127.0.0.1", folder);
        anothers = Certificate.of("dns:mail.example.org", folder);
        System.setProperty(
                DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY,
                own.file().toString());
        System.setProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY, Certificate.PASSWORD);
    }

    @AfterAll
    static void forget() {
        System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY);
        System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY);
    }

    private static SmtpChannelBuilder to(int port) {
        return SmtpChannel.builder("127.0.0.1", port, SmtpChannelTest.COMPOSER);
    }

    private DeliveryException failure(SmtpChannelBuilder builder) {
        try (SmtpChannel channel = builder.build()) {
            DeliveryException failure = catchThrowableOfType(DeliveryException.class, () -> channel.send(placed));
            assertThat(failure).isNotNull();
            assertThat(failure.isPermanent()).isFalse();
            return failure;
        }
    }

    @Test
    void tls_from_the_first_byte() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        server.start();
        int port = server.getSmtps().getPort();
        try (SmtpChannel channel =
                to(port).encryption(Encryption.TLS).trusting(own.context()).build()) {
            channel.send(placed);
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(failure(to(port).encryption(Encryption.TLS)))
                    .hasMessage("no connection to the mail server (SunCertPathBuilderException)");
        } finally {
            server.stop();
        }
    }

    @Test
    void starttls_before_anything_is_said() throws Exception {
        try (ScriptedServer server = new ScriptedServer(own.context());
                SmtpChannel channel = to(server.port()).trusting(own.context()).build()) {
            channel.send(placed);
            assertThat(server.heard()).contains("STARTTLS", "TLS RCPT TO:<anna@example.org>");
            assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("RCPT"));
        }
    }

    @Test
    void a_server_without_starttls_gets_no_mail_and_no_password() throws Exception {
        try (ScriptedServer server = new ScriptedServer(null)) {
            assertThat(failure(to(server.port()))).hasMessage("no connection to the mail server (MessagingException)");
            assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("RCPT"));
        }
    }

    @Test
    void a_certificate_for_another_name_is_not_trusted() throws Exception {
        try (ScriptedServer server = new ScriptedServer(anothers.context())) {
            failure(to(server.port()).trusting(anothers.context()));
            assertThat(server.heard()).noneMatch(line -> line.contains("RCPT"));
        }
    }

    @Test
    void a_certificate_of_an_unknown_authority_is_not_trusted() throws Exception {
        try (ScriptedServer server = new ScriptedServer(own.context())) {
            failure(to(server.port()));
            assertThat(server.heard()).noneMatch(line -> line.contains("RCPT"));
        }
    }
}
