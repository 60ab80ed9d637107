package dev.orderly.benchmarks.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that looks orders up, with as little work of its own as there can be: it shares the processor with the server. */
final class Visitor implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private int lastLength;

    Visitor(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** Asks for an order; gives the answer's status when all of it has come. */
    int lookup(String path, String number, String email) throws IOException {
        String form = "number=" + URLEncoder.encode(number, StandardCharsets.UTF_8) + "&email="
                + URLEncoder.encode(email, StandardCharsets.UTF_8);
        return post(path, "application/x-www-form-urlencoded", form);
    }

    /** The same by JSON, in which neither of the two may need an escape. */
    int lookupByJson(String path, String number, String email) throws IOException {
        return post(path, "application/json", "{\"number\":\"" + number + "\",\"email\":\"" + email + "\"}");
    }

    private int post(String path, String type, String body) throws IOException {
        String request = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return answer();
    }

    /** The bytes of the last answer's body. */
    int lastLength() {
        return lastLength;
    }

    private int answer() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
        }
        lastLength = length < 0 ? chunks() : length;
        if (length > 0) {
            in.skipNBytes(length);
        }
        return status;
    }

    private int chunks() throws IOException {
        int all = 0;
        while (true) {
            int size = Integer.parseInt(line(), 16);
            in.skipNBytes(size);
            line();
            all += size;
            if (size == 0) {
                return all;
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server has closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
