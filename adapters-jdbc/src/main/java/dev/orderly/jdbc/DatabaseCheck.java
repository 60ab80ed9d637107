package dev.orderly.jdbc;

import dev.orderly.store.StoreFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares a database with what the store relies on: the guards of its tables, and settings without which commits are lost. */
final class DatabaseCheck {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcOrderStore.class);

    /** What was said in this process: many stores can be opened on one database. */
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private static final String MISSING = "missing or another: ";

    /** How a line of the catalog begins that is there only where something was switched off. */
    private static final String SWITCHED_OFF = "switched off: ";

    /** Without an index the database is slower, and refuses as before. */
    private static final String INDEX = "index ";

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int MAX_PAUSES = 40;

    private final Session session;
    private final DatabaseDialect dialect;

    DatabaseCheck(Session session, DatabaseDialect dialect) {
        this.session = session;
        this.dialect = dialect;
    }

    /**
     * Looks at the definitions of tables, keys, checks, triggers and indexes.
     *
     * @param migrated whether other nodes may be creating the tables: MariaDB leaves out of its catalog, or refuses to
     *     show, what a statement is creating or finds created, so that it is looked at again for a while
     * @throws IllegalStateException if guards are missing and that is to be refused
     */
    void guards(StartupCheck check, boolean migrated) {
        List<String> expected = dialect.expectedCatalog();
        if (check == StartupCheck.SKIP || expected.isEmpty()) {
            return;
        }
        compare(check, new TreeSet<>(expected), migrated ? settledCatalog(expected) : catalog());
    }

    /** What the catalog says once other nodes have found everything created as well; a missing index is not waited for. */
    private Set<String> settledCatalog(List<String> expected) {
        List<String> guards =
                expected.stream().filter(line -> !line.startsWith(INDEX)).toList();
        for (int i = 0; i < MAX_PAUSES; i++) {
            try {
                Set<String> found = catalog();
                if (found.containsAll(guards)) {
                    return found;
                }
            } catch (StoreFailedException e) {
                LOG.debug("the catalog cannot be read while tables are being created", e);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return catalog();
    }

    private Set<String> catalog() {
        return new HashSet<>(session.read("looking at the guards of the tables", dialect::catalog));
    }

    private void compare(StartupCheck check, Set<String> expected, Set<String> found) {
        List<String> problems = problems(expected, found);
        List<String> indexes = problems.stream()
                .filter(problem -> problem.startsWith(MISSING + INDEX))
                .toList();
        report(StartupCheck.WARN, "the database lacks indexes, so that it is slow with many orders", indexes);
        report(
                check,
                "the database lacks guards without which it takes what no workflow allows; run "
                        + dialect.schemaLocation() + " or restore them, or go on knowingly by guardCheck(…)",
                problems.stream().filter(problem -> !indexes.contains(problem)).toList());
    }

    /** Whatever is missing, another or switched off; empty if the database's catalog is not looked at. */
    List<String> problems() {
        List<String> expected = dialect.expectedCatalog();
        return expected.isEmpty() ? List.of() : problems(new TreeSet<>(expected), catalog());
    }

    private static List<String> problems(Set<String> expected, Set<String> found) {
        List<String> problems = new ArrayList<>();
        expected.stream().filter(line -> !found.contains(line)).forEach(line -> problems.add(MISSING + line));
        found.stream().filter(line -> line.startsWith(SWITCHED_OFF)).sorted().forEach(problems::add);
        return problems;
    }

    /**
     * Looks at the server's settings. Those that lose nothing, but let a node of a cluster answer from the past, are a warning.
     *
     * @throws IllegalStateException if commits can be lost and that is to be refused
     */
    void durability(StartupCheck check) {
        if (check == StartupCheck.SKIP) {
            return;
        }
        report(
                check,
                "the database's settings lose acknowledged steps when the server crashes or loses its power; change"
                        + " them, or go on knowingly by durabilityCheck(…)",
                session.read("looking at the settings of the database", dialect::durabilityProblems));
        report(
                StartupCheck.WARN,
                "this node of the database's cluster can answer from before what another node has acknowledged, so that"
                        + " requests are refused that are possible; change the settings, or use one node only",
                session.read("looking at the settings of the cluster", dialect::staleReadProblems));
    }

    private static void report(StartupCheck check, String what, List<String> problems) {
        if (problems.isEmpty()) {
            return;
        }
        String text = what + ":\n  " + String.join("\n  ", problems);
        if (check == StartupCheck.REFUSE) {
            throw new IllegalStateException(text);
        }
        if (SAID.add(text)) {
            LOG.warn("{}", text);
        }
    }
}
