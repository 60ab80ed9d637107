package dev.orderly.jdbc.failure;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Stands between a client and a server, and cuts one connection at a moment that a test chooses. */
final class CuttingProxy implements AutoCloseable {

    enum Direction {
        TO_SERVER,
        TO_CLIENT
    }

    /** Says how many of the next bytes are still to be let through; all of them, or fewer, and then the cut. */
    @FunctionalInterface
    interface Cut {

        int letThrough(Direction direction, byte[] bytes);
    }

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int serverPort;
    private final AtomicReference<@Nullable Cut> armed = new AtomicReference<>();
    private final AtomicLong toServer = new AtomicLong();
    private final AtomicLong toClient = new AtomicLong();

    CuttingProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        daemon(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The next connection for which it says so is cut, and no other. */
    void arm(Cut cut) {
        armed.set(cut);
    }

    /** Whether the cut was still to come; it does not come any more. */
    boolean disarm() {
        return armed.getAndSet(null) != null;
    }

    /** How many bytes went in a direction so far. */
    long passed(Direction direction) {
        return (direction == Direction.TO_SERVER ? toServer : toClient).get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                daemon(() -> pump(client, server, Direction.TO_SERVER));
                daemon(() -> pump(server, client, Direction.TO_CLIENT));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void pump(Socket from, Socket to, Direction direction) {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                Cut cut = armed.get();
                int passing = cut == null ? read : cut.letThrough(direction, Arrays.copyOf(buffer, read));
                to.getOutputStream().write(buffer, 0, Math.min(passing, read));
                (direction == Direction.TO_SERVER ? toServer : toClient).addAndGet(read);
                if (passing < read && armed.compareAndSet(cut, null)) {
                    return;
                }
            }
        } catch (IOException e) {
            // the other direction was cut, or one side has hung up
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
