package dev.orderly.benchmarks.sweep;

import dev.orderly.benchmarks.store.HistoryRowGuard;
import dev.orderly.benchmarks.store.OrderRowGuard;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The limit: SQL written by hand for this one deadline of this one flow, which moves all orders that are due and writes
 * their entries, with the chained and salted hash, at once; one statement on PostgreSQL, and two in a transaction
 * elsewhere. Its tables refuse what Orderly's refuse. It knows no guards, cases, messages or listeners, reports nothing
 * but a count, and holds every order until it is done.
 */
final class BulkSweeper implements SweepContender {

    private static final List<String> TABLES = List.of("bulk_order", "bulk_history");
    private static final String PLACED =
            "{\"customer\":{\"email\":\"ijon@example.com\"},\"lines\":[{\"sku\":\"1\",\"title\":\"Solaris\",\"quantity\":1}]}";
    private static final String STATE = "concat('{\"event\":\"%s\",\"at\":', %s, ',\"fields\":{}}')";
    private static final String TO_DO = "select o.number, o.sequence, o.status, h.hash, %s as salt from bulk_order o"
            + " join bulk_history h on h.number = o.number and h.sequence = o.sequence where o.deadline_at <= ?%s";
    private static final String ENTRY = "insert into bulk_history (number, sequence, previous, from_status, event,"
            + " to_status, actor, at_time, salt, hash) select number, sequence + 1, sequence, status, 'expire', 'expired',"
            + " 'system', %1$s, salt, %2$s from %3$s";
    private static final String HASHED =
            "concat(hash, ' ', number, ' ', sequence + 1, ' ', status, ' expire expired system ', %s, ' ', salt)";
    private static final String MOVE =
            "update bulk_order o set sequence = o.sequence + 1, status = 'expired', since = %1$s,"
                    + " state = %2$s, deadline_at = null";

    private final DataSource source;
    private final Product product;

    BulkSweeper(DataSource source) throws SQLException {
        this.source = source;
        product = Product.of(source);
        List<String> statements = new ArrayList<>(tables());
        statements.addAll(guards());
        Product.execute(source, statements);
    }

    @Override
    public String name() {
        return "bulk SQL";
    }

    private static List<String> tables() {
        return List.of(
                "create table bulk_transition (from_status varchar(64) not null, event varchar(64) not null,"
                        + " to_status varchar(64) not null, primary key (from_status, event, to_status))",
                "insert into bulk_transition values ('', 'place', 'open'), ('open', 'pay', 'paid'),"
                        + " ('open', 'expire', 'expired')",
                "create table bulk_history (number varchar(100) not null, sequence bigint not null,"
                        + " previous bigint, from_status varchar(64) not null, event varchar(64) not null,"
                        + " to_status varchar(64) not null, actor varchar(64) not null, at_time bigint not null,"
                        + " salt varchar(64) not null, hash varchar(64) not null, primary key (number, sequence),"
                        + " unique (number, sequence, to_status),"
                        + " foreign key (from_status, event, to_status)"
                        + " references bulk_transition (from_status, event, to_status),"
                        + " foreign key (number, previous, from_status)"
                        + " references bulk_history (number, sequence, to_status),"
                        + " check ((case when sequence = 1 then previous is null and from_status = ''"
                        + " else previous = sequence - 1 end) is true))",
                "create table bulk_order (number varchar(100) not null primary key, sequence bigint not null,"
                        + " status varchar(64) not null, since bigint not null, placed varchar(4000) not null,"
                        + " state varchar(4000) not null, placed_at bigint not null, deadline_at bigint,"
                        + " customer varchar(64) not null,"
                        + " foreign key (number, sequence, status) references bulk_history (number, sequence, to_status))",
                "create index bulk_placed on bulk_order (placed_at desc, number)",
                "create index bulk_listed on bulk_order (status, placed_at desc, number)",
                "create index bulk_customer on bulk_order (customer, placed_at desc, number)",
                "create index bulk_deadline on bulk_order (deadline_at, number)");
    }

    private List<String> guards() {
        String back = "new.number <> old.number or new.sequence not in (old.sequence, old.sequence + 1)";
        return switch (product) {
            case POSTGRESQL ->
                List.of(
                        "create function bulk_refuse() returns trigger language plpgsql as"
                                + " $$ begin raise exception using errcode = '23000'; end $$",
                        "create function bulk_refuse_leap() returns trigger language plpgsql as $$ begin if " + back
                                + " then raise exception using errcode = '23000'; end if; return new; end $$",
                        "create trigger bulk_forward before update on bulk_order for each row"
                                + " execute function bulk_refuse_leap()",
                        "create trigger bulk_stays before delete on bulk_order for each row"
                                + " execute function bulk_refuse()",
                        "create trigger bulk_fixed before update or delete on bulk_history for each row"
                                + " execute function bulk_refuse()");
            case MARIADB ->
                List.of(
                        "create trigger bulk_forward before update on bulk_order for each row begin if " + back
                                + " then signal sqlstate '23000'; end if; end",
                        "create trigger bulk_stays before delete on bulk_order for each row signal sqlstate '23000'",
                        "create trigger bulk_fixed before update on bulk_history for each row signal sqlstate '23000'",
                        "create trigger bulk_kept before delete on bulk_history for each row signal sqlstate '23000'");
            case H2 ->
                List.of(
                        "create trigger bulk_forward before update, delete on bulk_order for each row call '"
                                + OrderRowGuard.class.getName() + "'",
                        "create trigger bulk_fixed before update, delete on bulk_history for each row call '"
                                + HistoryRowGuard.class.getName() + "'");
        };
    }

    @Override
    public void refill(int count) throws SQLException {
        long now = micros();
        long placed = now - Duration.ofDays(15).toNanos() / 1000;
        long due = now - Duration.ofDays(1).toNanos() / 1000;
        String range = product.range(count);
        product.fill(
                source,
                TABLES,
                List.of(
                        "insert into bulk_history (number, sequence, from_status, event, to_status, actor, at_time, salt,"
                                + " hash) select concat('order-', x), 1, '', 'place', 'open', 'customer', " + placed
                                + ", " + product.salt() + ", " + product.hash("concat(x, '')") + " from " + range,
                        "insert into bulk_order (number, sequence, status, since, placed, state, placed_at, deadline_at,"
                                + " customer) select concat('order-', x), 1, 'open', " + placed + ", '" + PLACED + "', "
                                + STATE.formatted("place", placed) + ", " + placed + ", " + due + " + x, "
                                + product.hash("'ijon@example.com'") + " from " + range));
    }

    @Override
    public int sweep() throws SQLException {
        long now = micros();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            int moved = product == Product.POSTGRESQL ? inOne(connection, now) : inTwo(connection, now);
            connection.commit();
            connection.setAutoCommit(true);
            return moved;
        }
    }

    private static long micros() {
        return Instant.now().toEpochMilli() * 1000;
    }

    private int inOne(Connection connection, long now) throws SQLException {
        return run(
                connection,
                "with due as (" + TO_DO.formatted(product.salt(), " for update of o") + "), moved as (" + move(now)
                        + " from due where o.number = due.number) " + entry(now, "due"),
                now);
    }

    private int inTwo(Connection connection, long now) throws SQLException {
        String due = "(" + TO_DO.formatted(product.salt(), product.apart()) + ") due";
        run(connection, entry(now, due), now);
        return run(connection, move(now) + " where o.deadline_at <= ?", now);
    }

    private String entry(long now, String due) {
        return ENTRY.formatted(now, product.hash(HASHED.formatted(now)), due);
    }

    private static String move(long now) {
        return MOVE.formatted(now, STATE.formatted("expire", now));
    }

    private static int run(Connection connection, String sql, long now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, now);
            return statement.executeUpdate();
        }
    }
}
