package dev.orderly.jdbc.failure;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.notification.DeliveryException;
import dev.orderly.notification.Dispatcher;
import dev.orderly.notification.Notification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Sends messages until it is killed. Its channel is down until a file exists. Arguments: where
 * the database is, the log of what was carried on, the file.
 */
final class NotifyingProcess {

    static final Duration LEASE = Duration.ofSeconds(4);

    private final Acknowledged.Log log;
    private final Path isUp;

    private NotifyingProcess(Acknowledged.Log log, Path isUp) {
        this.log = log;
        this.isUp = isUp;
    }

    public static void main(String[] arguments) throws Exception {
        HikariDataSource source = Site.pool(arguments[0]);
        NotifyingProcess process =
                new NotifyingProcess(new Acknowledged.Log(Path.of(arguments[1])), Path.of(arguments[2]));
        Dispatcher dispatcher = Dispatcher.builder(
                        JdbcOrderStore.builder(source).build())
                .channel("mail", process::send)
                .lease(LEASE)
                .poll(Duration.ofMillis(100))
                .backoff(Duration.ofMillis(100), Duration.ofSeconds(1))
                .build();
        dispatcher.start();
        Thread.currentThread().join();
    }

    private void send(Notification notification) {
        String number = notification.message().number();
        if (!Files.exists(isUp)) {
            log.add(new Acknowledged(number, 0, "down"));
            throw DeliveryException.temporary("the server does not answer", null);
        }
        log.add(new Acknowledged(number, notification.message().sequence(), "sent"));
    }
}
