package dev.orderly.jdbc;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.RequestLimits;
import dev.orderly.order.ActivityKind;
import dev.orderly.order.HashChain;
import dev.orderly.order.Visibility;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The lengths of the tables' columns are those that stand in Java. */
class ColumnLengthTest {

    /** Longer ones have no limit of their own: 2 GiB on PostgreSQL, 4 GiB on MariaDB, a billion characters on H2. */
    private static final int LONGEST_LIMIT = 1_000_000;

    private static final int NAME = RequestLimits.MAX_NAME_LENGTH;
    private static final int HASH = HashChain.sha256(new byte[0]).length();

    /** By the name of a column, the longest text that Java gives it; a column of that name has it in each table. */
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            entry("number", RequestLimits.MAX_NUMBER_LENGTH),
            entry("request_id", RequestLimits.MAX_REQUEST_ID_LENGTH),
            entry("actor_id", RequestLimits.MAX_ACTOR_ID_LENGTH),
            entry("fingerprint", KeyLimits.MAX_FINGERPRINT),
            entry("salt", KeyLimits.MAX_SALT),
            entry("kind", EntryRow.MAX_KIND_LENGTH),
            entry("detail", EntryRow.MAX_DETAIL_LENGTH),
            entry("counted", CountTable.MAX_COUNTED_LENGTH),
            entry("name", NAME),
            entry("workflow", NAME),
            entry("status", NAME),
            entry("previous_status", NAME),
            entry("subject", NAME),
            entry("from_status", NAME),
            entry("event", NAME),
            entry("to_status", NAME),
            entry("item_status", NAME),
            entry("from_item", NAME),
            entry("to_item", NAME),
            entry("field", NAME),
            entry("type", VersionBounds.MAX_WORD_LENGTH),
            entry("relation", VersionBounds.MAX_WORD_LENGTH),
            entry("other", NAME),
            entry("constant", VersionBounds.MAX_CONSTANT_LENGTH),
            entry("line_id", RequestLimits.MAX_LINE_ID_LENGTH),
            entry("actor_role", NAME),
            entry("role", NAME),
            entry("channel", NAME),
            entry("content_hash", HASH),
            entry("hash", HASH),
            entry("sha256", HASH),
            entry("customer_key", HASH));

    /** SQLite gives its columns no lengths: there the store alone refuses what is longer. */
    @ParameterizedTest
    @EnumSource(value = TestDatabase.class, mode = Mode.EXCLUDE, names = "SQLITE")
    void each_column_of_texts_is_as_long_as_the_longest_text_in_java(TestDatabase database) throws SQLException {
        Map<String, Integer> lengths = lengths(database);

        assertThat(lengths).hasSizeGreaterThan(LENGTHS.size());
        lengths.forEach((column, length) -> {
            String name = column.substring(column.indexOf('.') + 1);
            assertThat(LENGTHS).as("the length of %s in Java", column).containsKey(name);
            assertThat(length).as(column).isEqualTo(LENGTHS.get(name));
        });
        assertThat(lengths.keySet().stream().map(column -> column.substring(column.indexOf('.') + 1)))
                .as("every length is used")
                .containsAll(LENGTHS.keySet());
    }

    @ParameterizedTest
    @EnumSource(ActivityKind.class)
    void a_kind_fits_its_column(ActivityKind kind) {
        assertThat(kind.code()).hasSizeLessThanOrEqualTo(EntryRow.MAX_KIND_LENGTH);
    }

    @ParameterizedTest
    @EnumSource(Visibility.class)
    void a_visibility_fits_its_column(Visibility visibility) {
        assertThat(visibility.code()).hasSizeLessThanOrEqualTo(EntryRow.MAX_DETAIL_LENGTH);
    }

    /** The lengths of the columns of texts that have one, by table and column. */
    private static Map<String, Integer> lengths(TestDatabase database) throws SQLException {
        Map<String, Integer> lengths = new TreeMap<>();
        try (Connection connection = database.emptied().getConnection();
                ResultSet columns = connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), connection.getSchema(), null, null)) {
            while (columns.next()) {
                String table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                int length = columns.getInt("COLUMN_SIZE");
                if (table.startsWith("orderly_")
                        && !table.startsWith("orderly_report_")
                        && isText(columns)
                        && length < LONGEST_LIMIT) {
                    lengths.put(table + "." + columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT), length);
                }
            }
        }
        return lengths;
    }

    private static boolean isText(ResultSet columns) throws SQLException {
        String type = columns.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
        return Arrays.asList("varchar", "character varying", "text", "longtext").contains(type);
    }
}
