package dev.orderly.benchmarks.http;

import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * So many orders of the bookstore: copies of one that is on its way, with two lines, a parcel, a question and an answer;
 * made by SQL, so that their hashes do not verify. Tables written by hand hold what a page about the same orders needs.
 */
final class Stock {

    static final String EMAIL = "ijon.tichy@example.com";

    private static final String TEMPLATE = "template";
    private static final int ACTIVITIES = 6;

    private final Orders orders;
    private final int size;

    /** Makes them in an empty database. */
    Stock(DataSource source, int size) throws SQLException {
        this.size = size;
        orders = Orders.builder(JdbcOrderStore.builder(source).migrate().build())
                .workflow(Presets.bookstore())
                .withoutNotifications()
                .build();
        placeTemplate();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean h2 = connection.getMetaData().getURL().startsWith("jdbc:h2:");
            copy(statement, h2 ? "system_range(1, " + size + ") as i(x)" : "generate_series(1, " + size + ") as i(x)");
        }
    }

    private void placeTemplate() {
        require(orders.place(
                TEMPLATE,
                Request.of("place", Actor.of("customer"))
                        .with("payment", "prepaid")
                        .withCustomer(Customer.of(EMAIL))
                        .withLines(Line.of("978-1", "Solaris", 1), Line.of("978-2", "Cyberiada", 2))));
        require(orders.fire(TEMPLATE, Request.of("pay", Actor.of("platform"))));
        require(orders.fire(TEMPLATE, Request.of("release", Actor.of("staff"))));
        orders.comment(TEMPLATE, CommentRequest.of(Actor.of("customer"), "When will it be sent?"));
        orders.comment(TEMPLATE, CommentRequest.of(Actor.of("staff"), "Today."));
        require(orders.fire(
                TEMPLATE,
                Request.of("ship", Actor.of("staff"))
                        .with("tracking-number", "6200001")
                        .with("carrier", "inpost")));
    }

    private static void require(Decision decision) {
        if (decision instanceof Rejected refusal) {
            throw new IllegalStateException("refused: " + refusal.reasons());
        }
    }

    private static void copy(Statement statement, String range) throws SQLException {
        String history = "sequence, kind, workflow, version, status, previous, previous_version, previous_status,"
                + " subject, from_status, event, to_status, actor_role, at_time, detail, hash,"
                + " content, salt";
        for (int sequence = 1; sequence <= ACTIVITIES; sequence++) {
            statement.execute("insert into orderly_history (number, " + history + ") select concat('order-', x), "
                    + history + " from " + range + ", orderly_history where number = 'template' and sequence = "
                    + sequence);
        }
        String order =
                "sequence, workflow, version, status, done, muted, placed_at, since, deadline_at, claimable_at, overdue_at,"
                        + " customer_key, placed, state";
        statement.execute("insert into orderly_order (number, " + order + ") select concat('order-', x), " + order
                + " from " + range + ", orderly_order where number = 'template'");
        statement.execute(
                "create table hand_order (number varchar(100) primary key, email varchar(320) not null,"
                        + " status varchar(64) not null, placed_at bigint not null, tracking varchar(100), carrier varchar(64))");
        statement.execute("create table hand_line (number varchar(100), position int, title varchar(200), quantity int,"
                + " primary key (number, position))");
        statement.execute(
                "create table hand_entry (number varchar(100), sequence int, status varchar(64), role"
                        + " varchar(64) not null, at_time bigint not null, said varchar(2000), primary key (number, sequence))");
        statement.execute("insert into hand_order select number, '" + EMAIL + "', status, placed_at, '6200001',"
                + " 'inpost' from orderly_order");
        statement.execute("insert into hand_line select number, 1, 'Solaris', 1 from orderly_order");
        statement.execute("insert into hand_line select number, 2, 'Cyberiada', 2 from orderly_order");
        statement.execute("insert into hand_entry select number, sequence, to_status, actor_role, at_time,"
                + " case sequence when 4 then 'When will it be sent?' when 5 then 'Today.' end from orderly_history");
        statement.execute("analyze");
    }

    Orders orders() {
        return orders;
    }

    /** The number of one of them, counted from zero. */
    String number(int index) {
        return "order-" + (index % size + 1);
    }

    int size() {
        return size;
    }
}
