package dev.orderly.examples.ipstore;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Request;
import dev.orderly.examples.Story;
import dev.orderly.file.Presets;
import dev.orderly.mail.Encryption;
import dev.orderly.mail.MailComposer;
import dev.orderly.mail.SmtpChannel;
import dev.orderly.mail.inbound.MailboxPoller;
import dev.orderly.mail.inbound.Replies;
import dev.orderly.mail.inbound.ReplyTokens;
import dev.orderly.mail.template.MessageTexts;
import dev.orderly.notification.Dispatcher;
import dev.orderly.notification.Recipient;
import dev.orderly.notification.Recipients;
import dev.orderly.order.ActivityKind;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.view.RoleView;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/**
 * The messages between the supplier and its customers: a mail at every stage, an answer to a mail that becomes a
 * comment on the order, and an order about which its customer wants no more mails. The mail server is a real one, in
 * this process.
 */
public final class Correspondence {

    private static final Actor CUSTOMER = Actor.customer();
    private static final Actor STAFF = Actor.of("staff", "maria");
    private static final String ELENI = "eleni@example.org";
    private static final String KOSTAS = "kostas@example.org";
    private static final String OFFICE = "office@ip-store.example";

    private final Story story = new Story(Presets.ipStore());
    private final InMemoryOrderStore store = new InMemoryOrderStore();
    private final Orders orders = Orders.builder(store)
            .workflow(Presets.ipStore())
            .clock(story.clock())
            .build();
    private final ReplyTokens tokens = ReplyTokens.builder("reply+{token}@ip-store.example")
            .key(1, secret())
            .clock(story.clock())
            .build();
    private final GreenMail server;

    private Correspondence(GreenMail server) {
        this.server = server;
        server.setUser("reply@ip-store.example", "reply", "secret");
        server.getUserManager().setSieveIgnoreDetail(true); // what is sent to reply+anything@ comes to reply@
    }

    public static void main(String[] arguments) throws MessagingException {
        GreenMail server = new GreenMail(ServerSetup.dynamicPort(ServerSetup.SMTP_IMAP));
        server.start();
        try {
            Correspondence shop = new Correspondence(server);
            shop.answeredByMail();
            shop.muted();
        } finally {
            server.stop();
        }
    }

    private void answeredByMail() throws MessagingException {
        story.at("2026-03-02T11:00", "Eleni orders two cameras, and gets a mail.");
        place("IP-1", ELENI);
        sendMails();
        MimeMessage mail = mailsTo(ELENI).get(0);
        story.print("Eleni gets: " + mail.getSubject());

        story.at("2026-03-02T11:20", "She just answers it, and her mail program quotes what it answers.");
        MimeMessage answer = (MimeMessage) mail.reply(false);
        answer.setFrom(new InternetAddress(ELENI));
        answer.setText("Can you send it before Friday?\n\nOn 2 March 2026 at 11:00, IP Store wrote:\n> Hello", "UTF-8");
        send(answer);

        story.at("2026-03-02T11:25", "The shop looks into its mailbox: her words are a comment on the order.");
        lookIntoMailbox();
        story.check("comments", List.of("customer: Can you send it before Friday?"), comments("IP-1"));
        sendMails();
        story.check("mails to the office", 1, mailsTo(OFFICE).size());

        story.at("2026-03-02T11:40", "Maria answers on the order's page, and Eleni gets a mail.");
        orders.comment("IP-1", CommentRequest.of(STAFF, "Yes, it leaves tomorrow."));
        sendMails();
        story.check("mails to Eleni", 2, mailsTo(ELENI).size());
    }

    private void muted() throws MessagingException {
        story.at("2026-03-02T12:00", "Kostas orders as well, and turns notifications off for this order.");
        place("IP-2", KOSTAS);
        sendMails();
        orders.mute("IP-2", CUSTOMER, true);

        story.at("2026-03-02T12:30", "His order goes on; he has a question, and Maria answers it.");
        story.granted(orders.fire("IP-2", Request.of("start", STAFF)));
        orders.comment("IP-2", CommentRequest.of(CUSTOMER, "Does it come with a cable?"));
        orders.comment("IP-2", CommentRequest.of(STAFF, "It does."));
        orders.comment(
                "IP-2",
                CommentRequest.of(STAFF, "Ask the supplier for a longer one.").asInternal());
        sendMails();
        // The office is notified of the question. Kostas is not, after the confirmation; his page shows all of it.
        story.check("mails to the office", 2, mailsTo(OFFICE).size());
        story.check("mails to Kostas", 1, mailsTo(KOSTAS).size());
        story.check(
                "comments that he can see",
                List.of("customer: Does it come with a cable?", "staff: It does."),
                comments("IP-2"));
    }

    private void place(String number, String email) {
        story.granted(orders.place(
                number,
                Request.of("place", CUSTOMER)
                        .with("delivery", "carrier")
                        .withCustomer(Customer.of(email).withLanguage("en"))));
    }

    private List<String> comments(String number) {
        RoleView view = RoleView.of(Presets.ipStore(), "customer", "en");
        return view.entries(orders.history(number).orElseThrow()).stream()
                .filter(entry -> entry.kind() == ActivityKind.COMMENT)
                .map(comment -> comment.actor().role() + ": " + comment.text())
                .toList();
    }

    /** Sends all that is due. A service calls {@code start()} once instead. */
    private void sendMails() {
        MailComposer composer = MailComposer.builder("orders@ip-store.example", "IP Store")
                .texts(MessageTexts.of("IP Store"))
                .recipients(Recipients.customers().or("staff", n -> Recipient.of(OFFICE)))
                .answersTo(tokens)
                .build();
        int port = server.getSmtp().getPort();
        try (SmtpChannel mail = SmtpChannel.builder("127.0.0.1", port, composer)
                        .encryption(Encryption.NONE)
                        .build();
                Dispatcher dispatcher = Dispatcher.builder(store)
                        .channel("mail", mail)
                        .clock(story.clock())
                        .build()) {
            story.print("mails sent: " + dispatcher.run().sent());
        }
    }

    /** Looks into the mailbox once. Here, too, a service calls {@code start()}. */
    private void lookIntoMailbox() throws MessagingException {
        Replies replies = Replies.builder(orders).tokens(tokens).build();
        try (MailboxPoller poller = MailboxPoller.builder(
                        "127.0.0.1", server.getImap().getPort(), replies)
                .encryption(Encryption.NONE)
                .login("reply", "secret")
                .build()) {
            story.check("mails that became comments", 1, poller.poll().commented());
        }
    }

    private void send(MimeMessage mail) throws MessagingException {
        mail.saveChanges();
        try (Transport transport = server.getSmtp().createSession().getTransport()) {
            transport.connect();
            transport.sendMessage(mail, mail.getRecipients(Message.RecipientType.TO));
        }
    }

    private List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(server.getReceivedMessagesForDomain(address)).toList();
    }

    /** In a shop, 32 random bytes from its configuration. */
    private static byte[] secret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
