package dev.orderly.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orderly.file.Presets;
import dev.orderly.notification.DeliveryException;
import dev.orderly.notification.Notification;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the refusals of a server, and that its words, which may hold an address, stay out of the problem. */
class SmtpProblemTest {

    private static final String ECHO = " <anna@example.org> is not welcome";

    private final Notification placed = new TestShop(Presets.ipStore())
            .place("IP-1", TestShop.ANNA, "delivery=carrier")
            .notification();
    private ScriptedServer server;
    private SmtpChannel channel;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer(null);
        channel = builder().build();
    }

    private SmtpChannelBuilder builder() {
        return SmtpChannel.builder("localhost", server.port(), SmtpChannelTest.COMPOSER)
                .encryption(Encryption.NONE);
    }

    @AfterEach
    void stop() throws IOException {
        channel.close();
        server.close();
    }

    private DeliveryException failure() {
        return failure(channel);
    }

    private DeliveryException failure(SmtpChannel sender) {
        DeliveryException failure = catchThrowableOfType(DeliveryException.class, () -> sender.send(placed));
        assertThat(failure).isNotNull();
        assertThat(failure).hasNoCause();
        assertThat(failure.getMessage()).doesNotContain("anna", "example", "welcome");
        return failure;
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1, the mail server refuses the recipient (RCPT: 550 5.1.1)",
        "RCPT, 550, the mail server refuses the recipient (RCPT: 550)",
        "RCPT, 553, the mail server refuses the recipient (RCPT: 553)",
        "RCPT, 501 5.1.3, the mail server refuses the recipient (RCPT: 501 5.1.3)",
        "MAIL, 552 5.3.4, the mail server refuses the sender (MAIL: 552 5.3.4)",
        "DATA, 554 5.6.0, the mail server refuses the mail (DATA: 554 5.6.0)",
        "., 554 5.6.0, the mail server refuses the mail (DATA: 554 5.6.0)",
        "., 550, the mail server refuses the mail (DATA: 550)"
    })
    void a_permanent_problem_makes_a_dead_letter_at_once(String command, String code, String problem) {
        server.answer(command, code + ECHO);
        assertThat(failure()).hasMessage(problem).matches(DeliveryException::isPermanent);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 4.2.0, the mail server refuses the recipient (RCPT: 450 4.2.0)",
        "RCPT, 452, the mail server refuses the recipient (RCPT: 452)",
        "RCPT, 550 5.7.1, the mail server at present refuses the recipient (RCPT: 550 5.7.1)",
        "RCPT, 530 5.7.0, the mail server at present refuses the recipient (RCPT: 530 5.7.0)",
        "RCPT, 503, the mail server at present refuses the recipient (RCPT: 503)",
        "MAIL, 550 5.1.8, the mail server at present refuses the sender (MAIL: 550 5.1.8)",
        "MAIL, 451, the mail server refuses the sender (MAIL: 451)",
        "DATA, 451 4.3.0, the mail server refuses the mail (DATA: 451 4.3.0)",
        "., 554 5.7.1, the mail server at present refuses the mail (DATA: 554 5.7.1)",
        "., 421 4.3.2, the mail server refuses the mail (DATA: 421 4.3.2)"
    })
    void what_may_pass_is_tried_again(String command, String code, String problem) {
        server.answer(command, code + ECHO);
        assertThat(failure()).hasMessage(problem).matches(e -> !e.isPermanent());
    }

    @ParameterizedTest
    @CsvSource({"MAIL", "RCPT", "DATA", "."})
    void a_server_that_falls_silent_is_given_up_and_asked_again(String command) {
        server.answer(command, ScriptedServer.SILENCE);
        try (SmtpChannel impatient =
                builder().answerTimeout(Duration.ofMillis(300)).build()) {
            assertThat(failure(impatient).isPermanent()).isFalse();
        }
        server.answer(command, command.equals("DATA") ? "354 go on" : "250 ok");
        channel.send(placed);
    }

    @ParameterizedTest
    @CsvSource({"MAIL", "RCPT", "DATA"})
    void a_connection_that_breaks_is_made_anew(String command) {
        server.answer(command, ScriptedServer.HANG_UP);
        assertThat(failure().isPermanent()).isFalse();
        server.answer(command, command.equals("DATA") ? "354 go on" : "250 ok");
        channel.send(placed);
    }

    @Test
    void one_connection_serves_many_mails() {
        channel.send(placed);
        channel.send(placed);
        assertThat(server.heard().stream().filter(line -> line.startsWith("EHLO")))
                .hasSize(1);
        assertThat(server.heard().stream().filter(line -> line.startsWith("RCPT")))
                .hasSize(2);
    }

    @Test
    void a_connection_that_the_server_has_ended_is_replaced_without_a_failure() {
        channel.send(placed);
        server.answer("NOOP", ScriptedServer.HANG_UP);
        channel.send(placed);
        assertThat(server.heard().stream().filter(line -> line.startsWith("EHLO")))
                .hasSize(2);
    }
}
