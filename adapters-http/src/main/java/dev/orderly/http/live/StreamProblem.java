package dev.orderly.http.live;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Why no stream is opened, as a problem (RFC 9457). */
enum StreamProblem {
    MALFORMED_REQUEST(400, "Bad request"),
    UNAUTHORIZED(401, "Authentication required"),
    FORBIDDEN(403, "Forbidden"),
    CONTENT_TOO_LARGE(413, "Content too large"),
    BUSY(503, "Service unavailable");

    private final int status;
    private final String title;

    StreamProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /**
     * Answers.
     *
     * @param detail a sentence without quotation marks
     */
    void answer(HttpServletResponse response, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        String body = "{\"type\":\"urn:orderly:problem:"
                + name().toLowerCase(Locale.ROOT).replace('_', '-') + "\",\"title\":\"" + title + "\",\"status\":"
                + status + ",\"detail\":\"" + detail + "\"}";
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
