package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.order.ChainKeys;
import dev.orderly.store.StoreFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each of many statements is tried by itself, as the application's user and with more rights: it is refused by the database,
 * found by a verification, or neither. The table of the page about failure tests says how many, and is held to it; {@code
 * -Dpages=write} writes it anew.
 */
@Tag("servers")
class AttackTest {

    private static final Path PAGE = Path.of("../docs/failure-tests.md");
    private static final String BEGIN = "<!-- attacks: made by AttackTest -->\n";
    private static final String END = "<!-- end of attacks -->";

    /** MariaDB's own user can switch these off for his session, which needs no right. */
    private static final List<String> UNCHECKED = List.of(
            "set foreign_key_checks = 0",
            "set check_constraint_checks = 0",
            "set unique_checks = 0",
            "set sql_mode = ''");

    /** What neither the database nor a verification can see; the page says why. */
    private static final Set<String> UNSEEN = Set.of(
            "delete from orderly_outbox",
            "update orderly_outbox set available_at = null",
            "update orderly_outbox set channel = 'nowhere'",
            "delete from orderly_answer where request_id = 'remark'",
            "update orderly_answer set fingerprint = 'x' where request_id = 'remark'",
            "without a key: a comment of another's",
            "without a key: a step that nobody took",
            "without a key: an order that nobody placed");

    /** The outcomes of a group's statements. */
    private static final class Tally {

        private int refused;
        private int found;
        private int unseen;

        @Override
        public String toString() {
            return refused + " / " + found + " / " + unseen;
        }
    }

    private final Map<String, Map<String, Tally>> tallies = new LinkedHashMap<>();
    private final Set<String> unseen = new TreeSet<>();

    @Test
    void every_statement_is_refused_or_found_but_for_those_that_the_page_explains() throws Exception {
        List<String> titles = new ArrayList<>();
        for (TestDatabase database : List.of(
                TestDatabase.H2,
                TestDatabase.SQLITE,
                TestDatabase.POSTGRESQL,
                TestDatabase.POSTGRESQL_PARTITIONED,
                TestDatabase.MARIADB)) {
            attack(Attacks.title(database, null), database, List.of());
            titles.add(Attacks.title(database, null));
        }
        for (TestDatabase database : List.of(
                TestDatabase.H2,
                TestDatabase.SQLITE,
                TestDatabase.POSTGRESQL,
                TestDatabase.POSTGRESQL_PARTITIONED,
                TestDatabase.MARIADB)) {
            forge(Attacks.title(database, null), database);
        }
        String unchecked = Attacks.title(TestDatabase.MARIADB, "keys and checks off");
        attack(unchecked, TestDatabase.MARIADB, UNCHECKED);
        titles.add(unchecked);

        String table = table(titles);
        System.out.println(table);
        assertThat(unseen).isEqualTo(new TreeSet<>(UNSEEN));
        assertThat(tallies.values().stream()
                        .mapToInt(row -> {
                            Tally h2 = row.values().iterator().next();
                            return h2.refused + h2.found + h2.unseen;
                        })
                        .sum())
                .isGreaterThanOrEqualTo(90);
        hold(table);
    }

    private void attack(String title, TestDatabase database, List<String> settings) throws Exception {
        HikariDataSource user = ApplicationUser.of(database);
        VerificationTest fixture = new VerificationTest(database);
        fixture.aBitOfEverything();
        for (Attacks.Group group : Attacks.asApplication(database)) {
            Tally tally = tally(group.what(), title);
            for (String sql : group.statements()) {
                if (isRefused(user, settings, sql)) {
                    tally.refused++;
                } else {
                    verify(fixture, tally, sql);
                }
            }
        }
        if (settings.isEmpty()) {
            for (Attacks.Group group : Attacks.asOwner()) {
                Tally tally = tally(group.what(), title);
                for (String sql : group.statements()) {
                    fixture.changedWithoutGuards(sql);
                    verify(fixture, tally, sql);
                }
            }
        }
    }

    /** The row with the entry, and its hash computed as the library does it, which needs no more than the application's rights. */
    private void forge(String title, TestDatabase database) throws Exception {
        Forger forger = new Forger(ApplicationUser.of(database));
        forge(
                tally("a row and an entry with a right hash, where entries have no key", title),
                database,
                "without a key: ",
                ChainKeys.NONE,
                forger.withoutKeys());
        forge(
                tally("the same, where entries have a key that he does not have", title),
                database,
                "with a key: ",
                ChainKeys.of(JdbcFixture.chainKey()),
                forger.withKeys(JdbcFixture.chainKey().id()));
    }

    private void forge(
            Tally tally, TestDatabase database, String where, ChainKeys keys, Map<String, Consumer<String>> tries)
            throws IOException {
        for (Map.Entry<String, Consumer<String>> attempt : tries.entrySet()) {
            JdbcOrderStore store =
                    JdbcOrderStore.builder(database.emptied()).chainKeys(keys).build();
            JdbcFixture.early(store).place("A-1", JdbcFixture.place());
            attempt.getValue().accept("A-1");
            assertThat(store.history("A-1").orElseThrow().entries().size()
                            + store.history("A-1-0")
                                    .map(h -> h.entries().size())
                                    .orElse(0))
                    .as(attempt.getKey())
                    .isEqualTo(2);
            if (store.verification().run().isClean()) {
                tally.unseen++;
                unseen.add(where + attempt.getKey());
            } else {
                tally.found++;
            }
        }
    }

    private Tally tally(String what, String title) {
        return tallies.computeIfAbsent(what, key -> new LinkedHashMap<>()).computeIfAbsent(title, key -> new Tally());
    }

    /** A verification that cannot be carried out for want of a table has found that it is missing. */
    private static boolean isClean(VerificationTest fixture) throws IOException {
        try {
            return fixture.verified().isClean();
        } catch (StoreFailedException e) {
            return false;
        }
    }

    private void verify(VerificationTest fixture, Tally tally, String sql) throws Exception {
        if (isClean(fixture)) {
            tally.unseen++;
            unseen.add(sql);
        } else {
            tally.found++;
        }
        fixture.aBitAgain();
    }

    /** A statement that changes nothing would prove nothing. */
    private static boolean isRefused(HikariDataSource user, List<String> settings, String sql) throws SQLException {
        try (Connection connection = user.getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute(setting);
            }
            try {
                int changed = statement.executeUpdate(sql);
                assertThat(changed).as(sql).isGreaterThanOrEqualTo(sql.startsWith("drop ") ? 0 : 1);
                return false;
            } catch (SQLException e) {
                assertThat(SqliteErrors.state(e))
                        .as(sql + ": " + e.getMessage())
                        .doesNotStartWith("42601");
                return true;
            } finally {
                for (String setting : settings) {
                    statement.execute(setting.replaceFirst("=.*", "= default"));
                }
            }
        }
    }

    private String table(List<String> titles) {
        StringBuilder text = new StringBuilder("| what is tried | " + String.join(" | ", titles) + " |\n");
        text.append("|---".repeat(titles.size() + 1)).append("|\n");
        tallies.forEach((what, row) -> {
            text.append("| ").append(what);
            for (String title : titles) {
                text.append(" | ").append(row.containsKey(title) ? row.get(title) : "");
            }
            text.append(" |\n");
        });
        return text.toString();
    }

    private static void hold(String table) throws IOException {
        String page = Files.readString(PAGE);
        String written = BEGIN + "\n" + table + "\n" + END;
        int from = page.indexOf(BEGIN);
        int to = page.indexOf(END) + END.length();
        if ("write".equals(System.getProperty("pages"))) {
            Files.writeString(PAGE, page.substring(0, from) + written + page.substring(to));
        } else {
            assertThat(page.substring(from, to))
                    .as("make the table again: mvn -pl adapters-jdbc test -Dtest=AttackTest -Dpages=write")
                    .isEqualTo(written);
        }
    }
}
