package dev.orderly.mail.outage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.mail.Encryption;
import dev.orderly.mail.MailComposer;
import dev.orderly.mail.SmtpChannel;
import dev.orderly.mail.template.MessageTexts;
import dev.orderly.notification.Dispatcher;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A bookshop: takes orders, ships them, and sends its mails at the same time. When everything is sent it writes
 * {@code done} and ends; every request has an id, so whoever is killed just begins again. Arguments: where the database is,
 * the mail server's port, how many orders, and a log of the orders that the customer was told were shipped.
 */
final class ShopProcess {

    static final int SENDERS = 2;
    private static final int CLERKS = 4;

    private final Orders orders;
    private final Path log;

    private ShopProcess(Orders orders, Path log) {
        this.orders = orders;
        this.log = log;
    }

    public static void main(String[] arguments) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setMaximumPoolSize(CLERKS + SENDERS + 1);
        Path log = Path.of(arguments[3]);
        try (HikariDataSource source = new HikariDataSource(config)) {
            JdbcOrderStore store = JdbcOrderStore.builder(source).migrate().build();
            ShopProcess shop = new ShopProcess(
                    Orders.builder(store).workflow(Presets.bookstore()).build(), log);
            try (SmtpChannel mail = mail(Integer.parseInt(arguments[1]));
                    Dispatcher dispatcher = dispatcher(store, mail)) {
                dispatcher.start();
                shop.sell(Integer.parseInt(arguments[2]));
                while (store.outbox().backlog().waiting() > 0) {
                    Thread.sleep(50);
                }
            }
        }
        write(log, "done");
    }

    private static SmtpChannel mail(int port) {
        MailComposer composer = MailComposer.from("sklep@example.org", "Księgarnia Żuraw")
                .texts(MessageTexts.of("Księgarnia Żuraw"))
                .build();
        return SmtpChannel.to("127.0.0.1", port, composer)
                .encryption(Encryption.NONE)
                .build();
    }

    private static Dispatcher dispatcher(JdbcOrderStore store, SmtpChannel mail) {
        return Dispatcher.over(store)
                .channel("mail", mail)
                .threads(SENDERS)
                .lease(Duration.ofSeconds(4))
                .poll(Duration.ofMillis(200))
                .backoff(Duration.ofMillis(100), Duration.ofSeconds(1))
                .build();
    }

    private void sell(int count) throws InterruptedException {
        ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
        IntStream.range(0, count).forEach(i -> clerks.execute(() -> sell("KS-" + i)));
        clerks.shutdown();
        if (!clerks.awaitTermination(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the clerks do not come to an end");
        }
    }

    private void sell(String number) {
        Actor staff = Actor.of("staff");
        accepted(orders.place(
                number,
                Request.of("place", Actor.of("customer"))
                        .with("payment", "cash-on-delivery")
                        .customer(Customer.of(number + "@example.com").speaking("pl"))
                        .id("place")));
        accepted(orders.fire(number, Request.of("release", staff).id("release")));
        accepted(orders.fire(
                number,
                Request.of("ship", staff)
                        .with("tracking-number", "62-" + number)
                        .id("ship")));
        write(log, number);
    }

    private static void accepted(Decision decision) {
        if (!decision.isAccepted()) {
            throw new IllegalStateException("refused: " + decision);
        }
    }

    private static void write(Path log, String line) {
        try {
            Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
