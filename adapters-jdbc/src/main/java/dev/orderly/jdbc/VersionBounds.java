package dev.orderly.jdbc;

import dev.orderly.order.CaseRef;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Workflow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of the fields of a version, which the database holds orders to by rows of {@code orderly_bound}: those between
 * fields, those by the total of the lines, and constant ones. Only the day of the request is none that a row could say.
 * Immutable.
 */
final class VersionBounds {

    static final String TABLE = "orderly_bound";

    /** The columns of a row behind the version. */
    static final String COLUMNS = "subject, field, type, relation, other, constant";

    /** The longest word of a relation or a type; the columns have room for longer ones than there are. */
    static final int MAX_WORD_LENGTH = 10;

    /** Longer than a number of 50 digits before and behind the point, or an amount, as JSON. */
    static final int MAX_CONSTANT_LENGTH = 200;

    private static final String AT_LEAST = "at-least";
    private static final String AT_MOST = "at-most";
    private static final String LINES = "(lines)";
    private static final String CONSTANT = "(constant)";

    private final Workflow workflow;
    private final Set<Bound> bounds = new LinkedHashSet<>();

    private VersionBounds(Workflow workflow) {
        this.workflow = workflow;
        workflow.fields().forEach(field -> add("", field));
        for (CaseType type : workflow.parts()) {
            if (!type.isFlow()) {
                type.workflow().fields().forEach(field -> add(type.name(), field));
            }
        }
    }

    static VersionBounds of(Workflow workflow) {
        return new VersionBounds(workflow);
    }

    /**
     * A row.
     *
     * @param subject {@code ''} for a field of the order, which its flows share, and the type of a case for one of a case
     * @param other the field that it is compared with, {@value #LINES} or {@value #CONSTANT}
     * @param constant a value as JSON; null where it is compared with something else
     */
    record Bound(
            String subject,
            String field,
            String type,
            String relation,
            String other,
            @Nullable String constant) {

        static Bound read(ResultSet row) throws SQLException {
            return new Bound(
                    row.getString("subject"),
                    row.getString("field"),
                    row.getString("type"),
                    row.getString("relation"),
                    row.getString("other"),
                    row.getString("constant"));
        }
    }

    private void add(String subject, Field field) {
        add(subject, field, AT_LEAST, field.atLeast(), field.min());
        add(subject, field, AT_MOST, field.atMost(), field.max());
    }

    private void add(
            String subject, Field field, String relation, @Nullable Reference other, @Nullable FieldBound constant) {
        String type = field.type().code();
        if (other != null) {
            String name = other.isField() ? other.name() : LINES;
            bounds.add(new Bound(subject, field.name(), type, relation, name, null));
        }
        if (constant != null && constant.value() != null) {
            String value = Json.text(
                    Json.values(Map.of(field.name(), constant.value())).required(field.name()));
            bounds.add(new Bound(subject, field.name(), type, relation, CONSTANT, value));
        }
    }

    /** Its rows; none for a version without bounds. */
    Set<Bound> rows() {
        return Set.copyOf(bounds);
    }

    void insert(StatementBatch batch) {
        for (Bound bound : bounds) {
            batch.insert(
                    TABLE,
                    new SqlValues()
                            .text("workflow", workflow.name())
                            .number("version", workflow.version())
                            .text("subject", bound.subject)
                            .text("field", bound.field)
                            .text("type", bound.type)
                            .text("relation", bound.relation)
                            .text("other", bound.other)
                            .text("constant", bound.constant));
        }
    }

    /**
     * The first field that a step left out of its bounds, of those that it changed or whose bounding field it changed.
     *
     * @param before the order before; null for the step that placed it
     */
    Optional<String> broken(@Nullable Order before, Order after, TransitionEntry entry) {
        if (bounds.isEmpty()) {
            return Optional.empty();
        }
        CaseRef about = entry.caseRef();
        OrderCase moved = about == null ? null : after.findCase(about.id()).orElse(null);
        if (moved != null && !moved.isFlow()) {
            Optional<OrderCase> past = before == null
                    ? Optional.empty()
                    : before.findCase(moved.ref().id());
            return broken(moved.ref().type(), past.map(OrderCase::fields).orElse(Data.EMPTY), moved.fields(), after);
        }
        return broken("", before == null ? Data.EMPTY : before.fields(), after.fields(), after);
    }

    private Optional<String> broken(String subject, Data before, Data after, Order order) {
        return bounds.stream()
                .filter(bound -> bound.subject.equals(subject))
                .filter(bound -> changes(bound.field, before, after) || changes(bound.other, before, after))
                .filter(bound -> after.has(bound.field) && !isKept(bound, after, order))
                .map(Bound::field)
                .findFirst();
    }

    private static boolean changes(String field, Data before, Data after) {
        return !Objects.equals(before.get(field), after.get(field));
    }

    private static boolean isKept(Bound bound, Data fields, Order order) {
        Object limit = switch (bound.other) {
            case LINES -> order.total();
            case CONSTANT ->
                Json.data(Json.object().set(CONSTANT, Json.tree(Objects.requireNonNull(bound.constant))))
                        .get(CONSTANT);
            default -> fields.get(bound.other);
        };
        FieldType type = FieldType.named(bound.type).orElseThrow();
        Integer compared =
                limit == null ? null : type.compare(fields.find(bound.field).orElseThrow(), limit);
        return compared != null && (bound.relation.equals(AT_MOST) ? compared <= 0 : compared >= 0);
    }
}
