package dev.orderly.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes down what is prepared on the connections of a data source, so that the database can be asked how it would run it. */
final class StatementTap {

    private final DataSource source;
    private final String setting;
    private final List<Tapped> tapped = new ArrayList<>();

    /** A tap on a source, with what is said before the database is asked; empty for nothing. */
    StatementTap(DataSource source, String setting) {
        this.source = source;
        this.setting = setting;
    }

    DataSource tapped() {
        return proxy(DataSource.class, (proxy, method, args) -> {
            Object result = call(source, method, args);
            return result instanceof Connection connection ? tap(connection) : result;
        });
    }

    private Connection tap(Connection connection) {
        return proxy(Connection.class, (proxy, method, args) -> {
            Object result = call(connection, method, args);
            return result instanceof PreparedStatement statement ? tap(statement, (String) args[0]) : result;
        });
    }

    private PreparedStatement tap(PreparedStatement statement, String sql) {
        Map<Integer, Object[]> parameters = new TreeMap<>();
        tapped.add(new Tapped(sql, parameters));
        return proxy(PreparedStatement.class, (proxy, method, args) -> {
            if (method.getName().startsWith("set") && args[0] instanceof Integer place) {
                parameters.put(place, new Object[] {method, args});
            }
            return call(statement, method, args);
        });
    }

    /** How many statements there were so far; forgets them. */
    int take() {
        int count = tapped.size();
        tapped.clear();
        return count;
    }

    /** How the database would run each statement so far, one text per statement; forgets them. */
    List<String> plans() throws SQLException {
        List<String> plans = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            if (!setting.isEmpty()) {
                connection.createStatement().execute(setting);
            }
            for (Tapped each : tapped) {
                if (each.sql.startsWith("set ")) {
                    continue; // of the session, which has no plan
                }
                plans.add(each.sql + "\n" + plan(connection, each));
            }
            if (!setting.isEmpty()) {
                connection.createStatement().execute("reset all");
            }
        }
        tapped.clear();
        return plans;
    }

    private static String plan(Connection connection, Tapped tapped) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (PreparedStatement statement = connection.prepareStatement(
                (connection.getMetaData().getDatabaseProductName().equals("SQLite")
                                ? "explain query plan "
                                : "explain ")
                        + tapped.sql)) {
            for (Object[] setting : tapped.parameters.values()) {
                call(statement, (Method) setting[0], (Object[]) setting[1]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                ResultSetMetaData data = rows.getMetaData();
                while (rows.next()) {
                    for (int i = 1; i <= data.getColumnCount(); i++) {
                        plan.append(data.getColumnLabel(i))
                                .append('=')
                                .append(rows.getString(i))
                                .append(' ');
                    }
                    plan.append('\n');
                }
            }
        }
        return plan.toString();
    }

    private static Object call(Object target, Method method, Object @Nullable [] args) throws SQLException {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private record Tapped(String sql, Map<Integer, Object[]> parameters) {}
}
