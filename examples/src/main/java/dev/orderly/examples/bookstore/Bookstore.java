package dev.orderly.examples.bookstore;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.examples.Story;
import dev.orderly.file.Presets;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.mail.Encryption;
import dev.orderly.mail.MailComposer;
import dev.orderly.mail.SmtpChannel;
import dev.orderly.mail.template.MessageTexts;
import dev.orderly.notification.DispatchReport;
import dev.orderly.notification.Dispatcher;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.workflow.Workflow;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A publisher's bookshop in Poland. For some time its mail server was down: confirmations were lost, and customers
 * asked by the hundreds whether their orders had been placed at all. In this story it is down as well, the shop's
 * program is even restarted meanwhile, and no customer has to ask. Another customer has ordered a book that is not out
 * yet.
 */
public final class Bookstore {

    private static final Actor CUSTOMER = Actor.customer();
    private static final Actor STAFF = Actor.of("staff", "jan");
    private static final Line IN_PRINT = Line.of("978-83-01", "Atlas ptaków", 1);
    private static final Line PRE_RELEASE =
            Line.of("978-83-02", "Kroniki nadrzeczne", 1).withAvailableFrom(LocalDate.of(2026, 5, 20));

    private final Workflow workflow = Presets.bookstore();
    private final Story story = new Story(workflow);
    private final JdbcDataSource database = new JdbcDataSource();
    private final int mailPort;

    private Bookstore(int mailPort) {
        this.mailPort = mailPort;
        database.setURL("jdbc:h2:mem:bookstore;DB_CLOSE_DELAY=-1");
    }

    public static void main(String[] arguments) throws Exception {
        new Bookstore(freePort()).run();
    }

    private void run() throws MessagingException {
        whileTheMailServerIsDown(new Shop());
        GreenMail server = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try {
            afterwards(new Shop(), server); // a new program, which knows only what is in the database
        } finally {
            server.stop();
        }
    }

    private void whileTheMailServerIsDown(Shop shop) {
        story.at("2026-05-04T10:12", "Anna orders two books, one of which comes out on 20 May.");
        story.granted(shop.orders.place("KS-1", order("anna@example.org").withLines(IN_PRINT, PRE_RELEASE)));
        story.granted(shop.orders.fire("KS-1", Request.of("pay", Actor.of("platform"))));
        story.granted(shop.orders.fire("KS-1", Request.of("release", STAFF)));

        story.at("2026-05-04T10:40", "Piotr orders one that is in print.");
        story.granted(shop.orders.place("KS-2", order("piotr@example.org").withLines(IN_PRINT)));
        story.granted(shop.orders.fire("KS-2", Request.of("pay", Actor.of("platform"))));
        story.granted(shop.orders.fire("KS-2", Request.of("release", STAFF)));

        // A step's messages are written with the step, in one transaction: no step waits for the mail server.
        story.at("2026-05-05T09:00", "The mail server does not answer. Piotr's parcel leaves all the same.");
        story.granted(shop.orders.fire("KS-2", parcel("6200002")));
        DispatchReport report = shop.sendMails();
        story.check("mails sent", 0L, report.sent());
        story.check("mails that wait", 3L, shop.store.outbox().backlog().waiting());

        story.at("2026-05-06T08:30", "Anna's book is not out. The warehouse cannot send the parcel by mistake.");
        story.refused("line-not-available", shop.orders.fire("KS-1", parcel("6200001")));
    }

    private void afterwards(Shop shop, GreenMail server) throws MessagingException {
        story.at("2026-05-07T12:00", "The shop's program was restarted, and the mail server is back.");
        server.start();
        story.check("mails sent", 3L, shop.sendMails().sent());
        story.check("Anna has", List.of("Mamy Twoje zamówienie KS-1"), subjects(server, "anna@example.org"));
        // The messages of one order come in their order: the confirmation before that of the parcel.
        story.check(
                "Piotr has",
                List.of("Mamy Twoje zamówienie KS-2", "Książki z zamówienia KS-2 są w drodze"),
                subjects(server, "piotr@example.org"));

        story.at("2026-05-20T08:30", "The book is out, and the same request is granted.");
        Order order = story.granted(shop.orders.fire("KS-1", parcel("6200001")));
        shop.sendMails();
        story.check(
                "Anna has",
                List.of("Mamy Twoje zamówienie KS-1", "Książki z zamówienia KS-1 są w drodze"),
                subjects(server, "anna@example.org"));
        story.check("mails that wait", 0L, shop.store.outbox().backlog().waiting());

        story.at("2026-05-20T14:00", "“What is happening with my order?”");
        story.print("placed: " + story.local(order.placedAt()));
        story.print("books: " + order.lines().stream().map(Line::title).toList());
        story.check("status", "Zrealizowane", workflow.statusLabel(order.status(), "pl"));
        story.check(
                "parcel",
                "https://inpost.pl/sledzenie-przesylek?number=6200001",
                String.valueOf(order.parcels().get(0).link()));
    }

    private static Request order(String email) {
        return Request.of("place", CUSTOMER)
                .with("payment", "prepaid")
                .withCustomer(Customer.of(email).withLanguage("pl"));
    }

    private static Request parcel(String number) {
        return Request.of("ship", STAFF).with("tracking-number", number).with("carrier", "inpost");
    }

    private static List<String> subjects(GreenMail server, String email) throws MessagingException {
        List<String> subjects = new ArrayList<>();
        for (Message mail : server.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().equals(email)) {
                subjects.add(mail.getSubject());
            }
        }
        return subjects;
    }

    /** A port without a server, until the mail server is started there. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The shop's program. */
    private final class Shop {

        private final JdbcOrderStore store =
                JdbcOrderStore.builder(database).migrate().build();
        private final Orders orders =
                Orders.builder(store).workflow(workflow).clock(story.clock()).build();

        /** Sends all that is due. A service calls {@code start()} once instead, and mails go out by themselves. */
        private DispatchReport sendMails() {
            MailComposer composer = MailComposer.builder("sklep@example.com", "Księgarnia Nadrzeczna")
                    .texts(MessageTexts.of("Księgarnia Nadrzeczna"))
                    .build();
            try (SmtpChannel mail = SmtpChannel.builder("127.0.0.1", mailPort, composer)
                            .encryption(Encryption.NONE)
                            .build();
                    Dispatcher dispatcher = Dispatcher.builder(store)
                            .channel("mail", mail)
                            .clock(story.clock())
                            .build()) {
                return dispatcher.run();
            }
        }
    }
}
