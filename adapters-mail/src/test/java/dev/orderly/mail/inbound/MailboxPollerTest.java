package dev.orderly.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.orderly.Orders;
import dev.orderly.file.Presets;
import dev.orderly.mail.Encryption;
import dev.orderly.mail.MailComposer;
import dev.orderly.mail.template.MessageTexts;
import dev.orderly.order.Activity;
import dev.orderly.order.Actor;
import dev.orderly.order.Comment;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailboxPollerTest {

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(
                    ServerSetup.dynamicPort(new ServerSetup[] {ServerSetupTest.SMTP, ServerSetupTest.IMAP}))
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("reply@shop.example", "reply", "secret"))
            .withPerMethodLifecycle(true);

    private final FragileStore store = new FragileStore();
    private final Orders orders = Orders.builder(store.asStore())
            .workflow(Presets.bookstore())
            .attempts(1)
            .build();
    private final Replies replies = Replies.builder(orders).tokens(Mails.TOKENS).build();

    @BeforeEach
    void oneMailboxForAllTokens() {
        GreenMailUser user = SERVER.getUserManager().getUser("reply");
        SERVER.getUserManager().setMessageDeliveryHandler((mail, address) -> user);
        Mails.place(orders, Mails.NUMBER);
    }

    @Test
    void an_answer_to_a_real_notification_becomes_a_comment() throws Exception {
        MimeMessage notification = MailComposer.builder("orders@shop.example", "Księgarnia")
                .texts(MessageTexts.of("Księgarnia"))
                .answersTo(Mails.TOKENS)
                .build()
                .compose(Mails.placed(Mails.NUMBER, "customer"))
                .orElseThrow();
        MimeMessage answer = (MimeMessage) notification.reply(false);
        answer.setFrom(new InternetAddress("jan@kowalski.example", "Jan Kowalski"));
        answer.setText("Dziękuję!\n\nW dniu 02.03.2026 o 10:00, Księgarnia pisze:\n> Dzień dobry", "ISO-8859-2");
        send(answer);

        assertThat(poller().poll()).isEqualTo(new PollReport(1, 0, 0, 0, 0));

        Comment comment = comments().get(0);
        assertThat(comment.text()).isEqualTo("Dziękuję!");
        assertThat(comment.actor()).isEqualTo(Actor.of("customer"));
        assertThat(poller().poll()).isEqualTo(new PollReport(0, 0, 0, 0, 0));
    }

    @Test
    void each_kind_of_mail_is_marked_and_nothing_is_deleted() throws Exception {
        deliver(Mails.headers("1") + "\nHello");
        deliver(Mails.headers("2") + "Auto-Submitted: auto-replied\n\nI am away");
        deliver(Mails.headers("3", "reply+forged@shop.example") + "\nHello");

        assertThat(poller().poll()).isEqualTo(new PollReport(1, 1, 1, 0, 0));

        assertThat(marks("INBOX")).containsExactly("OrderlyCommented", "OrderlyIgnored", "OrderlyRefused");
        assertThat(comments()).extracting(Comment::text).containsExactly("Hello");
    }

    @Test
    void mails_are_moved_to_folders_that_are_made_for_them() throws Exception {
        deliver(Mails.headers("1") + "\nHello");
        deliver(Mails.headers("2") + "Precedence: bulk\n\nBuy this");
        deliver(Mails.headers("3", "orders@shop.example") + "\nHello");

        assertThat(builder()
                        .moveTo("Done", "Ignored", "Refused", "Failed")
                        .build()
                        .poll())
                .isEqualTo(new PollReport(1, 1, 1, 0, 0));

        assertThat(marks("INBOX")).isEmpty();
        assertThat(marks("Done")).containsExactly("OrderlyCommented");
        assertThat(marks("Ignored")).containsExactly("OrderlyIgnored");
        assertThat(marks("Refused")).containsExactly("OrderlyRefused");
    }

    @Test
    void while_the_store_is_down_mails_wait_however_long_it_takes() throws Exception {
        deliver(Mails.headers("1") + "\nHello");
        deliver(Mails.headers("2") + "\nHello again");
        MailboxPoller poller = builder().maxTries(2).build();
        store.setDown(true);

        for (int look = 0; look < 5; look++) {
            assertThat(poller.poll()).isEqualTo(new PollReport(0, 0, 0, 1, 0));
        }
        assertThat(unseen()).isEqualTo(2);
        store.setDown(false);

        assertThat(poller.poll()).isEqualTo(new PollReport(2, 0, 0, 0, 0));
        assertThat(comments()).extracting(Comment::text).containsExactly("Hello", "Hello again");
    }

    @Test
    void a_mail_that_fails_again_and_again_holds_up_no_other_and_is_given_up() throws Exception {
        deliver(Mails.headers("1") + "\nThis one the store cannot take");
        deliver(Mails.headers("2") + "\nHello");
        MailboxPoller poller = builder().maxTries(3).build();
        store.failAt("cannot take");

        assertThat(poller.poll()).isEqualTo(new PollReport(1, 0, 0, 1, 0));
        assertThat(poller.poll()).isEqualTo(new PollReport(0, 0, 0, 1, 0));
        assertThat(unseen()).isEqualTo(1);
        assertThat(poller.poll()).isEqualTo(new PollReport(0, 0, 0, 0, 1));
        assertThat(poller.poll()).isEqualTo(new PollReport(0, 0, 0, 0, 0));

        assertThat(marks("INBOX")).containsExactly("OrderlyFailed", "OrderlyCommented");
        assertThat(comments()).extracting(Comment::text).containsExactly("Hello");
    }

    @Test
    void a_mail_that_was_handled_but_not_marked_makes_no_second_comment() throws Exception {
        deliver(Mails.headers("1") + "\nHello");
        poller().poll();
        inFolder("INBOX", folder -> folder.getMessage(1).setFlag(Flags.Flag.SEEN, false));

        assertThat(poller().poll()).isEqualTo(new PollReport(1, 0, 0, 0, 0));
        assertThat(comments()).hasSize(1);
    }

    @Test
    void a_started_poller_looks_until_it_is_closed() throws Exception {
        try (MailboxPoller poller = builder().interval(Duration.ofMillis(10)).build()) {
            poller.start();
            assertThatThrownBy(poller::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the poller of the mailbox runs already");
            deliver(Mails.headers("1") + "\nHello");
            while (comments().isEmpty()) {
                Thread.onSpinWait();
            }
        }
        assertThat(comments()).hasSize(1);
    }

    @Test
    void a_server_that_is_not_there_is_said_to_be() {
        MailboxPoller poller = builder().login("reply", "wrong").build();

        assertThatThrownBy(poller::poll).isInstanceOf(MessagingException.class);
    }

    @Test
    void a_password_does_not_travel_unprotected_to_another_machine() {
        assertThatThrownBy(() -> MailboxPoller.builder("imap.shop.example", 143, replies)
                        .login("reply", "secret")
                        .encryption(Encryption.NONE)
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the password for imap.shop.example would travel unprotected: use Encryption.STARTTLS or"
                        + " Encryption.TLS");
        assertThatThrownBy(() ->
                        MailboxPoller.builder("imap.shop.example", 993, replies).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a mailbox needs a login: give one to login(…)");
    }

    private MailboxPoller poller() {
        return builder().build();
    }

    private MailboxPollerBuilder builder() {
        return MailboxPoller.builder("127.0.0.1", SERVER.getImap().getPort(), replies)
                .encryption(Encryption.NONE)
                .login("reply", "secret");
    }

    private void deliver(String mail) throws MessagingException {
        send(new MimeMessage(session(), Mails.raw(mail)));
    }

    private static void send(MimeMessage mail) throws MessagingException {
        String id = mail.getMessageID();
        if (id == null) {
            mail.saveChanges();
        }
        try (Transport transport = session().getTransport("smtp")) {
            transport.connect("127.0.0.1", SERVER.getSmtp().getPort(), null, null);
            transport.sendMessage(mail, new InternetAddress[] {new InternetAddress("reply@shop.example")});
        }
    }

    private static Session session() {
        return Session.getInstance(new Properties());
    }

    private List<Comment> comments() {
        List<Comment> comments = new ArrayList<>();
        for (Activity activity : orders.history(Mails.NUMBER).orElseThrow().activities()) {
            if (activity instanceof Comment comment) {
                comments.add(comment);
            }
        }
        return comments;
    }

    private List<String> marks(String name) throws Exception {
        List<String> marks = new ArrayList<>();
        inFolder(name, folder -> {
            for (Message mail : folder.getMessages()) {
                assertThat(mail.isSet(Flags.Flag.DELETED)).isFalse();
                marks.addAll(Arrays.asList(mail.getFlags().getUserFlags()));
            }
        });
        return marks;
    }

    private int unseen() throws Exception {
        List<Integer> counts = new ArrayList<>();
        inFolder("INBOX", folder -> counts.add(folder.getUnreadMessageCount()));
        return Objects.requireNonNull(counts.get(0));
    }

    /** Something that looks at a folder. */
    private interface Look {
        void at(Folder folder) throws MessagingException, IOException;
    }

    private static void inFolder(String name, Look look) throws Exception {
        try (Store mailbox = session().getStore("imap")) {
            mailbox.connect("127.0.0.1", SERVER.getImap().getPort(), "reply", "secret");
            try (Folder folder = mailbox.getFolder(name)) {
                folder.open(Folder.READ_WRITE);
                look.at(folder);
            }
        }
    }
}
