package dev.orderly.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy between a client and a database that counts how often the client says something and waits for an answer. */
final class RoundTripCounter implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final AtomicInteger roundTrips = new AtomicInteger();
    private volatile boolean serverSpokeLast = true;

    RoundTripCounter(int target) throws IOException {
        this.target = target;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The round trips since it was asked the last time. */
    int take() {
        return roundTrips.getAndSet(0);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                start(() -> pump(client, server, true));
                start(() -> pump(server, client, false));
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void pump(Socket from, Socket to, boolean isClient) {
        byte[] buffer = new byte[65536];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (isClient && serverSpokeLast) {
                    roundTrips.incrementAndGet();
                }
                serverSpokeLast = !isClient;
                out.write(buffer, 0, length);
                out.flush();
            }
        } catch (IOException e) {
            // one of the two has hung up
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "round-trip-counter");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
