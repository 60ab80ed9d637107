package dev.orderly.benchmarks.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a programmer would write for this one question: a row by the order's number, the address compared, and a small
 * answer of what the row has, without anything around it: a page for a form, JSON for JSON. With {@code whole}, the
 * order's lines and entries are read and shown as well, as Orderly does.
 */
final class HandWrittenServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = new JsonMapper();

    private final transient DataSource source;
    private final boolean whole;

    HandWrittenServlet(DataSource source, boolean whole) {
        this.source = source;
        this.whole = whole;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean json = "application/json".equals(request.getContentType());
        JsonNode question = json ? JSON.readTree(request.getInputStream()) : JSON.createObjectNode();
        String number = json ? question.path("number").asString() : request.getParameter("number");
        String email = json ? question.path("email").asString() : request.getParameter("email");
        FoundOrder order;
        try (Connection connection = source.getConnection()) {
            order = find(connection, number, email);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        response.setStatus(order == null ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_OK);
        response.setContentType(json ? "application/json" : "text/html; charset=UTF-8");
        if (order == null) {
            response.getWriter().write(json ? "{}" : "<p>There is no such order.</p>");
        } else if (json) {
            JSON.writeValue(response.getOutputStream(), order);
        } else {
            response.getWriter().write(order.page());
        }
    }

    private @Nullable FoundOrder find(Connection connection, String number, String email) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select email, status, placed_at, tracking, carrier from hand_order where number = ?")) {
            select.setString(1, number);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || !row.getString(1).equalsIgnoreCase(email.strip())) {
                    return null;
                }
                return new FoundOrder(
                        number,
                        row.getString(2),
                        FoundOrder.time(row.getLong(3)),
                        row.getString(5),
                        row.getString(4),
                        whole ? lines(connection, number) : List.of(),
                        whole ? entries(connection, number) : List.of());
            }
        }
    }

    private static List<FoundOrder.Line> lines(Connection connection, String number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select title, quantity from hand_line where number = ? order by position")) {
            select.setString(1, number);
            List<FoundOrder.Line> lines = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(new FoundOrder.Line(row.getString(1), row.getInt(2)));
                }
            }
            return lines;
        }
    }

    private static List<FoundOrder.Entry> entries(Connection connection, String number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select status, role, at_time, said from hand_entry where number = ? order by sequence")) {
            select.setString(1, number);
            List<FoundOrder.Entry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String said = row.getString(4);
                    entries.add(new FoundOrder.Entry(
                            FoundOrder.time(row.getLong(3)), row.getString(2), said == null ? row.getString(1) : said));
                }
            }
            return entries;
        }
    }
}
