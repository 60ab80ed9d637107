package dev.orderly.benchmarks.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a programmer would write for this one question: a row by the order's number, the address compared, and a small
 * page of what the row tells, without anything around it. With {@code whole}, the order's lines and entries are read and
 * shown as well, as Orderly's page does.
 */
final class HandWrittenServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient DataSource source;
    private final boolean whole;

    HandWrittenServlet(DataSource source, boolean whole) {
        this.source = source;
        this.whole = whole;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String page;
        try (Connection connection = source.getConnection()) {
            page = page(connection, request.getParameter("number"), request.getParameter("email"));
        } catch (SQLException e) {
            throw new IOException(e);
        }
        response.setStatus(page == null ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_OK);
        response.setContentType("text/html; charset=UTF-8");
        response.getWriter().write(page == null ? "<p>There is no such order.</p>" : page);
    }

    private @Nullable String page(Connection connection, String number, String email) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select email, status, placed_at, tracking, carrier from hand_order where number = ?")) {
            select.setString(1, number);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || !row.getString(1).equalsIgnoreCase(email.strip())) {
                    return null;
                }
                StringBuilder page = new StringBuilder(1000)
                        .append("<!doctype html><html lang=\"en\"><head><title>")
                        .append(escape(number))
                        .append("</title></head><body><h1>")
                        .append(escape(number))
                        .append("</h1><h2>")
                        .append(escape(row.getString(2)))
                        .append("</h2><p>Placed: ")
                        .append(time(row.getLong(3)))
                        .append("</p><p>")
                        .append(escape(row.getString(5)))
                        .append(' ')
                        .append(escape(row.getString(4)))
                        .append("</p>");
                if (whole) {
                    lines(connection, number, page);
                    entries(connection, number, page);
                }
                return page.append("</body></html>").toString();
            }
        }
    }

    private static void lines(Connection connection, String number, StringBuilder page) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select title, quantity from hand_line where number = ? order by position")) {
            select.setString(1, number);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    page.append("<p>").append(row.getInt(2)).append(" × ").append(escape(row.getString(1)));
                }
            }
        }
    }

    private static void entries(Connection connection, String number, StringBuilder page) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select status, role, at_time, said from hand_entry where number = ? order by sequence")) {
            select.setString(1, number);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String said = row.getString(4);
                    page.append("<p>")
                            .append(time(row.getLong(3)))
                            .append(' ')
                            .append(escape(row.getString(2)))
                            .append(": ")
                            .append(escape(said == null ? row.getString(1) : said));
                }
            }
        }
    }

    private static Instant time(long micros) {
        return Instant.ofEpochSecond(micros / 1_000_000);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
