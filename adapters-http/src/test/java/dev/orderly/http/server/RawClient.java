package dev.orderly.http.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A client that writes what it likes, byte by byte where it likes. */
final class RawClient implements AutoCloseable {

    private static final int GIVE_UP_MILLIS = 30_000;

    private final Socket socket;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(GIVE_UP_MILLIS);
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Sends a byte every so often until the server closes the connection; whether it did so before all was sent. */
    boolean dribble(String text, long pauseMillis) throws InterruptedException {
        try {
            for (int i = 0; i < text.length(); i++) {
                send(text.substring(i, i + 1));
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Everything that the server says until it hangs up. */
    String everything() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder all = new StringBuilder();
        try {
            for (int read = in.read(); read >= 0; read = in.read()) {
                all.append((char) read);
            }
        } catch (SocketException e) {
            return all.toString(); // it hung up in anger
        }
        return all.toString();
    }

    /** The first line that the server says. */
    String firstLine() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\r'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
