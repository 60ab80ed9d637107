package dev.orderly.benchmarks.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** An embedded database with settings that somebody might give it. */
enum EmbeddedProduct {
    /** With nothing in its address. */
    H2("jdbc:h2:", "", Care.NONE),

    /** It waits for the disk, and puts new data where there is room. */
    H2_SYNC("jdbc:h2:", ";WRITE_DELAY=0", Care.ALONE_AND_SYNC),

    /** The same, and what is free may be written to at once. */
    H2_TIGHT("jdbc:h2:", ";WRITE_DELAY=0;RETENTION_TIME=0;AUTO_COMPACT_FILL_RATE=70", Care.ALONE_AND_SYNC),

    /** The same, with the free space that kills were seen to lose steps in. */
    H2_FREED("jdbc:h2:", ";WRITE_DELAY=0;MAX_COMPACT_TIME=0", Care.ALONE_AND_SYNC),

    /** As Orderly asks for it: new data go to the end of the file. */
    H2_APPEND("jdbc:h2:", ";WRITE_DELAY=0;REUSE_SPACE=FALSE", Care.ALONE_AND_SYNC),

    /** Its log is written half a second after a commit unless told otherwise. */
    HSQLDB(
            "jdbc:hsqldb:file:",
            ";hsqldb.write_delay=false;hsqldb.tx=mvcc;hsqldb.default_table_type=cached;shutdown=true",
            Care.NONE),

    /** A log beside the file, and a wait for the disk at each commit. */
    SQLITE("jdbc:sqlite:", "?journal_mode=WAL&synchronous=FULL&foreign_keys=on", Care.ALONE);

    /** What the program does beside its transactions. */
    private enum Care {
        NONE,
        ALONE,
        ALONE_AND_SYNC
    }

    /** A program uses one of them, and one file. */
    private static final Lock WRITING = new ReentrantLock();

    private final String scheme;
    private final String settings;
    private final Care care;

    EmbeddedProduct(String scheme, String settings, Care care) {
        this.scheme = scheme;
        this.settings = settings;
        this.care = care;
    }

    Connection connect(Path folder) throws SQLException {
        return DriverManager.getConnection(scheme + folder.resolve("orders") + settings);
    }

    /** Work of one transaction. */
    @FunctionalInterface
    interface Work {

        void run() throws SQLException;
    }

    /** A transaction that is as safe as this product makes it. */
    void commit(Connection connection, Work work) throws SQLException {
        if (care != Care.NONE) {
            WRITING.lock();
        }
        try {
            connection.setAutoCommit(false);
            try {
                work.run();
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
            if (care == Care.ALONE_AND_SYNC) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("checkpoint sync");
                }
            }
        } finally {
            if (care != Care.NONE) {
                WRITING.unlock();
            }
        }
    }

    /** The tables of a small part of what Orderly has: legal moves, a history with keys, an order that only moves on. */
    List<String> tables() {
        String text = this == HSQLDB ? "longvarchar" : this == SQLITE ? "text" : "varchar";
        List<String> statements = new ArrayList<>(List.of(
                "create table moves (from_status varchar(64) not null, to_status varchar(64) not null,"
                        + " primary key (from_status, to_status))",
                "create table history (number varchar(100) not null, sequence bigint not null, previous bigint,"
                        + " from_status varchar(64) not null, status varchar(64) not null, at_time bigint not null,"
                        + " hash varchar(64) not null, content " + text + ", primary key (number, sequence),"
                        + " unique (number, sequence, status),"
                        + " foreign key (number, previous, from_status) references history (number, sequence, status),"
                        + " foreign key (from_status, status) references moves (from_status, to_status))",
                "create table orders (number varchar(100) not null, sequence bigint not null,"
                        + " status varchar(64) not null, placed_at bigint not null, due_at bigint, state " + text
                        + " not null, primary key (number),"
                        + " foreign key (number, sequence, status) references history (number, sequence, status))",
                "create index orders_placed on orders (placed_at desc, number)",
                "create index orders_listed on orders (status, placed_at desc, number)",
                "create index orders_due on orders (due_at, number)",
                "insert into moves values ('', 'new'), ('new', 'paid'), ('paid', 'new')"));
        statements.add(
                switch (this) {
                    case HSQLDB ->
                        "create trigger orders_forward before update on orders referencing old as o new as n"
                                + " for each row when (n.sequence <> o.sequence and n.sequence <> o.sequence + 1)"
                                + " signal sqlstate '45000' set message_text = 'never back'";
                    case SQLITE ->
                        "create trigger orders_forward before update on orders"
                                + " when new.sequence not in (old.sequence, old.sequence + 1)"
                                + " begin select raise(abort, 'never back'); end";
                    default ->
                        "create trigger orders_forward before update on orders for each row"
                                + " call 'dev.orderly.jdbc.h2.OrderGuard'";
                });
        return statements;
    }
}
