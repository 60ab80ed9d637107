package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each of many attempts to lose, double or misplace units is made by itself, as the application's user: it is refused by the
 * database, but for those few that a verification finds. The table of the page about failure tests says how many, and is held to
 * it; {@code -Dpages=write} writes it anew.
 */
@Tag("servers")
class UnitAttackTest {

    private static final Path PAGE = Path.of("../docs/failure-tests.md");
    private static final String BEGIN = "<!-- unit attacks: made by UnitAttackTest -->\n";
    private static final String END = "<!-- end of unit attacks -->";

    /** MariaDB's own user can switch these off for his session, which needs no right. */
    private static final List<String> UNCHECKED = List.of(
            "set foreign_key_checks = 0",
            "set check_constraint_checks = 0",
            "set unique_checks = 0",
            "set sql_mode = ''");

    /** The groups that no database refuses whole, as the page says. */
    private static final Set<String> FOUND = Set.of(
            "what is only found",
            "a legal step whose JSON says otherwise, without the library",
            "with full rights, the guards switched off");

    /** The outcomes of a group's attempts. */
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
    private final Set<String> notRefused = new TreeSet<>();

    @Test
    void every_attempt_on_units_is_refused_but_for_those_that_a_verification_finds() throws Exception {
        List<String> titles = new ArrayList<>();
        for (TestDatabase database : List.of(
                TestDatabase.H2,
                TestDatabase.SQLITE,
                TestDatabase.POSTGRESQL,
                TestDatabase.POSTGRESQL_PARTITIONED,
                TestDatabase.MARIADB)) {
            String title = Attacks.title(database, null);
            attack(title, database, List.of());
            attackAsOwner(title, database);
            titles.add(title);
        }
        String unchecked = Attacks.title(TestDatabase.MARIADB, "keys and checks off");
        attack(unchecked, TestDatabase.MARIADB, UNCHECKED);
        titles.add(unchecked);

        String table = table(titles);
        System.out.println(table);
        assertThat(notRefused).isEmpty();
        assertThat(tallies.values()).allSatisfy(row -> assertThat(row.values()).allMatch(tally -> tally.unseen == 0));
        for (String title : titles) {
            assertThat(tallies.values().stream()
                            .filter(row -> row.containsKey(title))
                            .mapToInt(row -> row.get(title).refused)
                            .sum())
                    .as(title)
                    .isGreaterThanOrEqualTo(70);
        }
        hold(table);
    }

    @Test
    void the_owner_is_refused_as_well_while_the_guards_are_there() throws Exception {
        for (TestDatabase database : List.of(
                TestDatabase.H2, TestDatabase.POSTGRESQL, TestDatabase.POSTGRESQL_PARTITIONED, TestDatabase.MARIADB)) {
            JdbcOrderStore store = newOrders(database);
            for (UnitAttacks.Group group : UnitAttacks.asApplication(database)) {
                // MariaDB keeps its owner from truncating only tables to which a key refers
                if (FOUND.contains(group.what()) || group.what().equals("all rows of a table at once")) {
                    continue;
                }
                for (List<String> attempt : group.attempts()) {
                    assertThat(isRefused(database.emptiedBefore(), List.of(), attempt))
                            .as("%s: %s", database, attempt)
                            .isTrue();
                }
            }
            assertThat(store.verification().run().findings()).as("%s", database).isEmpty();
        }
    }

    private void attack(String title, TestDatabase database, List<String> settings) throws Exception {
        HikariDataSource user = ApplicationUser.of(database);
        JdbcOrderStore store = newOrders(database);
        for (UnitAttacks.Group group : UnitAttacks.asApplication(database)) {
            Tally tally = tally(group.what(), title);
            for (List<String> attempt : group.attempts()) {
                if (isRefused(user, settings, attempt)) {
                    tally.refused++;
                } else {
                    count(tally, store, group.what(), title, attempt);
                    store = newOrders(database);
                }
            }
        }
        assertThat(store.verification().run().findings())
                .as("what was refused left nothing behind in %s", title)
                .isEmpty();
    }

    private void attackAsOwner(String title, TestDatabase database) throws Exception {
        UnitAttacks.Group group = UnitAttacks.asOwner();
        for (List<String> attempt : group.attempts()) {
            JdbcOrderStore store = newOrders(database);
            Guards.without(database, database.emptiedBefore(), attempt);
            count(tally(group.what(), title), store, group.what(), title, attempt);
        }
    }

    private void count(Tally tally, JdbcOrderStore store, String what, String title, List<String> attempt)
            throws IOException {
        if (store.verification().run().isClean()) {
            tally.unseen++;
        } else {
            tally.found++;
        }
        if (!FOUND.contains(what)) {
            notRefused.add(title + ": " + String.join("; ", attempt));
        }
    }

    private static JdbcOrderStore newOrders(TestDatabase database) {
        JdbcOrderStore store = JdbcOrderStore.builder(database.emptied()).build();
        new UnitFixture(store).aBitOfEverything();
        return store;
    }

    private Tally tally(String what, String title) {
        return tallies.computeIfAbsent(what, key -> new LinkedHashMap<>()).computeIfAbsent(title, key -> new Tally());
    }

    /** One transaction. A statement that changes nothing would prove nothing. */
    private static boolean isRefused(HikariDataSource user, List<String> settings, List<String> attempt)
            throws SQLException {
        try (Connection connection = user.getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute(setting);
            }
            connection.setAutoCommit(false);
            try {
                for (String sql : attempt) {
                    int changed = statement.executeUpdate(sql);
                    assertThat(changed).as(sql).isGreaterThanOrEqualTo(1);
                }
                connection.commit();
                return false;
            } catch (SQLException e) {
                assertThat(SqliteErrors.state(e))
                        .as(attempt + ": " + e.getMessage())
                        .doesNotStartWith("42601");
                connection.rollback();
                return true;
            } finally {
                connection.setAutoCommit(true);
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
                    .as("make the table again: mvn -pl adapters-jdbc test -Dtest=UnitAttackTest -Dpages=write")
                    .isEqualTo(written);
        }
    }
}
