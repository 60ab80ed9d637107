package dev.orderly.http.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a stream of events; each read waits until one has come. */
final class StreamReader implements AutoCloseable {

    final HttpResponse<InputStream> response;
    private final BufferedReader reader;

    private StreamReader(HttpResponse<InputStream> response) {
        this.response = response;
        reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** A stream that has said hello. */
    static StreamReader to(HttpResponse<InputStream> response) {
        StreamReader listener = new StreamReader(response);
        String hello = listener.next();
        if (!hello.equals("retry: 5000\nevent: hello\ndata: {}")) {
            throw new AssertionError("status " + response.statusCode() + ", and no hello but " + hello);
        }
        return listener;
    }

    /** The next event that is more than a sign of life; empty if the stream has ended. */
    String next() {
        try {
            List<String> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isEmpty() && !lines.isEmpty()) {
                    return String.join("\n", lines);
                }
                if (!line.isEmpty() && !line.startsWith(":")) {
                    lines.add(line);
                }
            }
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
