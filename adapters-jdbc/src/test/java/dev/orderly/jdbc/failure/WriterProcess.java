package dev.orderly.jdbc.failure;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decision;
import dev.orderly.order.Actor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Places orders and moves them until it is killed. Two threads at a time work on the same orders, so that some
 * transitions are lost to the other. Arguments: where the database is, the log of what is acknowledged, what the orders'
 * numbers begin with, how many threads.
 */
final class WriterProcess {

    private final Orders orders;
    private final Acknowledged.Log log;

    private WriterProcess(Orders orders, Acknowledged.Log log) {
        this.orders = orders;
        this.log = log;
    }

    public static void main(String[] arguments) throws Exception {
        HikariDataSource source = Site.pool(arguments[0]);
        WriterProcess writer = new WriterProcess(BusyShop.open(source), new Acknowledged.Log(Path.of(arguments[1])));
        for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
            String prefix = arguments[2] + "-" + i / 2 + "-";
            String name = i % 2 == 0 ? "a" : "b";
            new Thread(() -> writer.work(prefix, name)).start();
        }
    }

    private void work(String prefix, String name) {
        for (int i = 0; true; i++) {
            String number = prefix + i;
            note(orders.place(number, BusyShop.placing(name + "-place")));
            for (String event : BusyShop.WAY) {
                note(orders.fire(number, BusyShop.firing(event, name + "-" + event)));
            }
            if (i % 3 == 0) {
                byte[] bytes = ("the bill of order " + number).getBytes(StandardCharsets.UTF_8);
                orders.comment(
                        number,
                        CommentRequest.of(Actor.of("staff"), "Here is the bill")
                                .withUploads(new Upload("bill.txt", "text/plain", bytes))
                                .withId(name + "-bill"));
            }
        }
    }

    private void note(Decision decision) {
        if (decision instanceof Accepted accepted) {
            log.add(Acknowledged.of(accepted));
        }
    }
}
