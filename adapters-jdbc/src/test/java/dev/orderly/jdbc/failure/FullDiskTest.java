package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decision;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.store.OutcomeUnknownException;
import dev.orderly.store.StoreFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The disk under the database fills up while orders are placed and moved, and has space again later. */
@Tag("servers")
class FullDiskTest {

    private static final int MEGABYTES = 256;
    private static final long LEFT = 256 << 10;
    private static final int ENOUGH_FAILURES = Scale.of(5, 50);
    private static final int ORDERS_AFTERWARDS = Scale.of(20, 200);

    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final List<RuntimeException> failures = new ArrayList<>();
    private final List<String> notWritten = new ArrayList<>();
    private final StubbornClient client = new StubbornClient();

    @ParameterizedTest
    @EnumSource
    void it_is_a_clear_error_and_work_goes_on_after_space_is_freed(Site site) throws Exception {
        try (SmallDisk disk = SmallDisk.mount(MEGABYTES);
                Place place = Place.in(site, disk.folder());
                HikariDataSource source = Site.pool(place.url())) {
            Orders orders = BusyShop.open(source);
            life(orders, "before");
            disk.fillUpTo(LEFT);
            for (int i = 0; failures.size() < ENOUGH_FAILURES; i++) {
                life(orders, "o" + i);
            }
            int beforeItWasFull = acknowledged.size();
            assertThat(failures)
                    .anySatisfy(e -> assertThat(e)
                            .hasMessageMatching("writing entry \\d+ of order .*"
                                    + "( failed: the database answered with SQLSTATE \\w+, code -?\\d+; nothing was written"
                                    + "| may or may not have happened: the database answered the commit with SQLSTATE"
                                    + " \\w+, code -?\\d+. Send the request again under the same id)"));

            disk.freeSpace();
            if (!site.isFile()) {
                site.server().startIfDead();
            }
            failures.forEach(
                    e -> assertThat(e).isInstanceOfAny(StoreFailedException.class, OutcomeUnknownException.class));
            for (int i = 0; i < ORDERS_AFTERWARDS; i++) {
                stubbornLife(orders, "after" + i);
            }

            Audit audit = new Audit(source, JdbcOrderStore.builder(source).build());
            assertThat(audit.lost("", acknowledged)).isEmpty();
            assertThat(audit.written("").stream().map(a -> a.number() + " " + a.requestId()))
                    .noneMatch(notWritten::contains);
            assertThat(audit.problems("")).isEmpty();
            Scale.report(site + ", full disk: " + beforeItWasFull + " transitions acknowledged before it was full, "
                    + failures.size() + " calls failed (\"" + failures.get(0).getMessage() + "\"), "
                    + (acknowledged.size() - beforeItWasFull) + " acknowledged afterwards, 0 lost");
        }
    }

    /** Goes on with other orders where one fails, as a shop would. */
    private void life(Orders orders, String number) {
        String next = "place";
        try {
            note(orders.place(number, BusyShop.placing(next)));
            for (String event : BusyShop.WAY) {
                next = event;
                note(orders.fire(number, BusyShop.firing(event, event)));
            }
        } catch (StoreFailedException e) {
            failures.add(e);
            notWritten.add(number + " " + next);
        } catch (OutcomeUnknownException e) {
            failures.add(e);
        }
    }

    private void stubbornLife(Orders orders, String number) {
        Supplier<Decision> placing = () -> orders.place(number, BusyShop.placing("place"));
        note(client.settleAccepted(placing));
        for (String event : BusyShop.WAY) {
            Supplier<Decision> firing = () -> orders.fire(number, BusyShop.firing(event, event));
            note(client.settleAccepted(firing));
        }
    }

    private void note(Decision decision) {
        if (decision instanceof Accepted accepted) {
            acknowledged.add(Acknowledged.of(accepted));
        }
    }

    /**
     * A new database whose files are in a folder.
     *
     * @param url where to connect to it
     * @param server the server that has it; null for a file
     * @param removal the statements that take it from the server again, which would write to a folder that is gone
     */
    private record Place(String url, @Nullable ServerProcess server, List<String> removal) implements AutoCloseable {

        static Place in(Site site, Path folder) throws Exception {
            return switch (site) {
                case SQLITE -> new Place("jdbc:sqlite:" + folder.resolve("orders.db"), null, List.of());
                case H2_FILE ->
                    new Place(
                            "jdbc:h2:" + folder.resolve("orders") + ";WRITE_DELAY=0;REUSE_SPACE=FALSE",
                            null,
                            List.of());
                case POSTGRESQL -> inTablespace(site.server(), Files.createDirectory(folder.resolve("tables")));
                case MARIADB -> inFolder((MariaProcess) site.server(), folder);
            };
        }

        private static Place inTablespace(ServerProcess server, Path folder) throws SQLException {
            execute(server, "create tablespace small location '" + folder + "'");
            String name = server.newDatabase();
            execute(server, "alter database " + name + " set tablespace small");
            return new Place(
                    server.url(server.port, name),
                    server,
                    List.of("drop database " + name + " with (force)", "drop tablespace small"));
        }

        private static Place inFolder(MariaProcess server, Path folder) throws IOException {
            String name = server.newDatabase();
            Path home = server.folderOf(name);
            Files.move(
                    home.resolve("db.opt"),
                    Files.createDirectory(folder.resolve(name)).resolve("db.opt"));
            Files.delete(home);
            Files.createSymbolicLink(home, folder.resolve(name));
            return new Place(server.url(server.port, name), server, List.of("drop database " + name));
        }

        private static void execute(ServerProcess server, String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection(server.adminUrl());
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() throws SQLException {
            for (String statement : removal) {
                execute(Objects.requireNonNull(server), statement);
            }
        }
    }
}
