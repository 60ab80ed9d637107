package dev.orderly.jdbc;

import dev.orderly.file.WorkflowFiles;
import dev.orderly.jdbc.Finding.Kind;
import dev.orderly.order.Evolution;
import dev.orderly.order.HashChain;
import dev.orderly.order.Migration;
import dev.orderly.store.ConflictException;
import dev.orderly.store.WorkflowVersion;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.ItemRules;
import dev.orderly.workflow.OrderlyException;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The versions of workflows, with the transitions that each allows: the rows of histories refer to them. */
final class WorkflowTable {

    private static final String FIND =
            "select content_hash, content from orderly_workflow where workflow = ? and version = ?";
    private static final String INSERT_TRANSITION =
            "insert into orderly_transition (workflow, version, subject, from_status, event, to_status) values ";

    private final Session session;

    /** What {@link #allow} found or added, and nothing takes away again. */
    private final Set<MigrationKey> allowed = ConcurrentHashMap.newKeySet();

    WorkflowTable(Session session) {
        this.session = session;
    }

    void register(Workflow workflow) {
        String json = WorkflowFiles.toJson(workflow);
        Optional<Stored> known = find(workflow.name(), workflow.version());
        if (known.isEmpty()) {
            try {
                session.inTransaction("registering " + workflow, connection -> {
                    insert(connection, workflow, json);
                    return workflow;
                });
                return;
            } catch (ConflictException e) {
                known = find(workflow.name(), workflow.version());
                if (known.isEmpty()) {
                    throw e;
                }
            }
        }
        Stored stored = known.get();
        if (!stored.content.equals(json) && !stored.read().equals(workflow)) {
            throw new IllegalArgumentException(
                    workflow + " is registered with another content: orders rely on that one, so raise the version");
        }
    }

    Optional<Workflow> workflow(String name, int version) {
        return find(name, version).map(Stored::read);
    }

    /** How orders of a version that is registered evolve. */
    Evolution evolution(String name, int version) {
        return workflow(name, version)
                .map(Evolution::new)
                .orElseThrow(() -> new IllegalStateException(name + " version " + version + " is not registered"));
    }

    private Optional<Stored> find(String name, int version) {
        SqlCommand command = new SqlCommand()
                .add(FIND, new SqlValues().text("workflow", name).number("version", version));
        List<Stored> found = session.read(
                "reading " + name + " version " + version,
                connection -> command.list(
                        connection,
                        row -> new Stored(
                                name + " version " + version,
                                row.getString("content_hash"),
                                row.getString("content"))));
        return found.stream().findFirst();
    }

    private static void insert(Connection connection, Workflow workflow, String json) throws SQLException {
        SqlValues row = new SqlValues()
                .text("workflow", workflow.name())
                .number("version", workflow.version())
                .text("content_hash", hash(json))
                .text("content", json);
        new SqlCommand()
                .add(row.insertInto("orderly_workflow") + "values (" + row.marks() + ")", row)
                .update(connection);
        for (Status status : workflow.statuses()) {
            SqlValues named = new SqlValues()
                    .text("workflow", workflow.name())
                    .number("version", workflow.version())
                    .text("status", status.name())
                    .flag("done", status.done())
                    .text("label", label(workflow, status));
            new SqlCommand()
                    .add(named.insertInto("orderly_status") + "values (" + named.marks() + ")", named)
                    .update(connection);
        }
        for (TransitionKey key : keys(workflow)) {
            SqlValues transition = key.row(workflow.name(), workflow.version());
            new SqlCommand()
                    .add(INSERT_TRANSITION + "(" + transition.marks() + ")", transition)
                    .update(connection);
        }
        insertItems(connection, workflow);
        StatementBatch bounds = new StatementBatch();
        VersionBounds.of(workflow).insert(bounds);
        bounds.run(connection);
    }

    private static void insertItems(Connection connection, Workflow workflow) throws SQLException {
        ItemRules rules = workflow.items();
        if (rules == null) {
            return;
        }
        StatementBatch rows = new StatementBatch();
        for (Status status : rules.statuses()) {
            rows.insert(
                    "orderly_item_status",
                    new SqlValues()
                            .text("workflow", workflow.name())
                            .number("version", workflow.version())
                            .text("item_status", status.name())
                            .flag("done", status.done())
                            .text("label", itemLabel(workflow, status)));
        }
        itemKeys(workflow)
                .forEach(key -> rows.insert(
                        "orderly_item_transition",
                        key.transition
                                .row(workflow.name(), workflow.version())
                                .text("from_item", key.from)
                                .text("to_item", key.to)));
        rows.run(connection);
    }

    /**
     * Adds the transition of a migration, which no workflow has but the plan of the migration decides. Two that add it at the
     * same moment conflict. It is looked for once: for many orders, that is a query less for each.
     */
    void allowMany(String workflow, Migration migration) {
        MigrationKey key = new MigrationKey(
                workflow, migration.toVersion(), migration.fromVersion(), migration.from(), migration.to());
        if (session.isJoined()) {
            allow(workflow, migration);
        } else if (!allowed.contains(key)) {
            allow(workflow, migration);
            allowed.add(key);
        }
    }

    /** The same, looked for in any case. */
    void allow(String workflow, Migration migration) {
        TransitionKey key = new TransitionKey(
                Migration.EVENT, migration.from(), Integer.toString(migration.fromVersion()), migration.to());
        SqlValues row = key.row(workflow, migration.toVersion());
        String what = "allowing the migration of " + workflow + " to version " + migration.toVersion();
        boolean known = session.read(
                what,
                connection -> !new SqlCommand()
                        .add(
                                "select 1 from orderly_transition where workflow = ? and version = ? and subject = ?"
                                        + " and from_status = ? and event = ? and to_status = ?",
                                row)
                        .list(connection, found -> found.getInt(1))
                        .isEmpty());
        if (!known) {
            session.single(what, new SqlCommand().add(INSERT_TRANSITION + "(" + row.marks() + ")", row)::update);
        }
    }

    /** Compares the rows of each version with its content; returns the versions that can be read. */
    KnownVersions verify(Findings findings) {
        KnownVersions versions = new KnownVersions();
        Map<WorkflowVersion, Set<List<Object>>> statuses =
                rows("status", "status, done", row -> List.of(row.getString("status"), row.getBoolean("done")));
        Map<WorkflowVersion, Set<TransitionKey>> transitions =
                rows("transition", "subject, from_status, event, to_status", TransitionKey::read);
        Map<WorkflowVersion, Set<List<Object>>> itemStatuses = rows(
                "item_status",
                "item_status, done",
                row -> List.of(row.getString("item_status"), row.getBoolean("done")));
        Map<WorkflowVersion, Set<ItemKey>> itemTransitions = rows(
                "item_transition",
                "subject, from_status, event, to_status, from_item, to_item",
                row -> new ItemKey(TransitionKey.read(row), row.getString("from_item"), row.getString("to_item")));
        Map<WorkflowVersion, Set<VersionBounds.Bound>> bounds =
                rows("bound", VersionBounds.COLUMNS, VersionBounds.Bound::read);
        for (WorkflowVersion version : rows("workflow", "workflow as name", row -> row.getString("name"))
                .keySet()) {
            Workflow workflow;
            try {
                workflow = workflow(version.workflow(), version.version()).orElseThrow();
            } catch (IllegalStateException | OrderlyException e) {
                findings.add(Kind.WORKFLOW, null, version + " was changed after it was registered, or cannot be read");
                continue;
            }
            versions.add(version, workflow);
            Set<List<Object>> expected = new LinkedHashSet<>();
            workflow.statuses().forEach(status -> expected.add(List.of(status.name(), status.done())));
            if (!expected.equals(statuses.getOrDefault(version, Set.of()))) {
                findings.add(
                        Kind.WORKFLOW, null, version + " has other statuses in orderly_status than in its content");
            }
            Set<List<Object>> expectedItems = new LinkedHashSet<>();
            ItemRules rules = workflow.items();
            if (rules != null) {
                rules.statuses().forEach(status -> expectedItems.add(List.of(status.name(), status.done())));
            }
            if (!expectedItems.equals(itemStatuses.getOrDefault(version, Set.of()))
                    || !itemKeys(workflow).equals(itemTransitions.getOrDefault(version, Set.of()))) {
                findings.add(
                        Kind.WORKFLOW,
                        null,
                        version
                                + " moves units otherwise in orderly_item_status and orderly_item_transition than in its"
                                + " content");
            }
            if (!VersionBounds.of(workflow).rows().equals(bounds.getOrDefault(version, Set.of()))) {
                findings.add(Kind.WORKFLOW, null, version + " has other bounds in orderly_bound than in its content");
            }
            Set<TransitionKey> written = new LinkedHashSet<>(transitions.getOrDefault(version, Set.of()));
            written.removeIf(key -> key.subject.equals(Migration.EVENT));
            if (!keys(workflow).equals(written)) {
                findings.add(
                        Kind.WORKFLOW,
                        null,
                        version + " has other transitions in orderly_transition than in its content");
            }
        }
        return versions;
    }

    /** The rows of a table, by the version that they are of. */
    private <T> Map<WorkflowVersion, Set<T>> rows(String table, String columns, SqlCommand.Reader<T> reader) {
        Map<WorkflowVersion, Set<T>> rows =
                new TreeMap<>(Comparator.comparing(WorkflowVersion::workflow).thenComparing(WorkflowVersion::version));
        SqlCommand command = new SqlCommand().add("select workflow, version, " + columns + " from orderly_" + table);
        session.read("reading the versions of workflows", connection -> {
            command.each(
                    connection,
                    row -> rows.computeIfAbsent(
                                    new WorkflowVersion(row.getString("workflow"), row.getInt("version")),
                                    version -> new LinkedHashSet<>())
                            .add(reader.read(row)));
            return rows;
        });
        return rows;
    }

    private static Set<TransitionKey> keys(Workflow workflow) {
        Set<TransitionKey> keys = new LinkedHashSet<>();
        add(keys, "", workflow);
        for (CaseType type : workflow.parts()) {
            add(keys, type.name(), type.workflow());
        }
        return keys;
    }

    private static void add(Set<TransitionKey> keys, String subject, Workflow workflow) {
        for (Transition transition : workflow.transitions()) {
            if (transition.isInitial()) {
                keys.add(new TransitionKey(subject, "", transition.event(), transition.target("")));
            }
            for (String from : transition.from()) {
                keys.add(new TransitionKey(subject, from, transition.event(), transition.target(from)));
            }
        }
    }

    /** What transitions can do with units. Those of a new order come to the first item status, whichever way it is placed. */
    private static Set<ItemKey> itemKeys(Workflow workflow) {
        Set<ItemKey> keys = new LinkedHashSet<>();
        ItemRules rules = workflow.items();
        if (rules == null) {
            return keys;
        }
        for (Transition transition : workflow.transitions()) {
            if (transition.isInitial()) {
                TransitionKey key = new TransitionKey("", "", transition.event(), transition.target(""));
                keys.add(new ItemKey(key, "", rules.first().name()));
            }
        }
        addMoves(keys, "", workflow);
        workflow.flows().forEach(flow -> addMoves(keys, flow.name(), flow.workflow()));
        return keys;
    }

    private static void addMoves(Set<ItemKey> keys, String subject, Workflow part) {
        for (Transition transition : part.transitions()) {
            ItemMove move = transition.itemMove();
            if (move != null) {
                add(keys, subject, transition, move);
            }
        }
    }

    private static void add(Set<ItemKey> keys, String subject, Transition transition, ItemMove move) {
        for (String from : transition.from()) {
            TransitionKey key = new TransitionKey(subject, from, transition.event(), transition.target(from));
            move.from().forEach(item -> keys.add(new ItemKey(key, item, move.to())));
        }
    }

    private static String itemLabel(Workflow workflow, Status status) {
        return workflow.languages().stream()
                .findFirst()
                .map(language -> workflow.itemStatusLabel(status.name(), language))
                .orElse(status.name());
    }

    private static String label(Workflow workflow, Status status) {
        return workflow.languages().stream()
                .findFirst()
                .map(language -> workflow.statusLabel(status.name(), language))
                .orElse(status.name());
    }

    private static String hash(String content) {
        return HashChain.sha256(content.getBytes(StandardCharsets.UTF_8));
    }

    /** The key of a row of {@code orderly_transition} within a version. */
    private record TransitionKey(String subject, String from, String event, String to) {

        static TransitionKey read(ResultSet row) throws SQLException {
            return new TransitionKey(
                    row.getString("subject"),
                    row.getString("from_status"),
                    row.getString("event"),
                    row.getString("to_status"));
        }

        SqlValues row(String workflow, int version) {
            return new SqlValues()
                    .text("workflow", workflow)
                    .number("version", version)
                    .text("subject", subject)
                    .text("from_status", from)
                    .text("event", event)
                    .text("to_status", to);
        }
    }

    /** The key of a row of {@code orderly_item_transition} within a version. */
    private record ItemKey(TransitionKey transition, String from, String to) {}

    private record MigrationKey(String workflow, int to, int from, String fromStatus, String toStatus) {}

    private record Stored(String name, String contentHash, String content) {

        Workflow read() {
            if (!contentHash.equals(WorkflowTable.hash(content))) {
                throw new IllegalStateException(name
                        + " was changed in the database after it was registered: restore its row of orderly_workflow");
            }
            return WorkflowFiles.read(name + ".json", content).orThrow();
        }
    }
}
