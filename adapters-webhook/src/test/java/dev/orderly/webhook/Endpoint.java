package dev.orderly.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A real HTTP server on this machine that keeps the calls it gets, and answers as a test wants. */
final class Endpoint implements AutoCloseable {

    /** A call that came. */
    record Call(String method, Map<String, List<String>> headers, String text) {

        byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        /** The value of a header, whose name counts in any case. */
        @Nullable
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(e -> e.getKey().equalsIgnoreCase(name))
                    .map(e -> e.getValue().get(0))
                    .findFirst()
                    .orElse(null);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    private Endpoint(HttpServer server) {
        this.server = server;
    }

    /** An endpoint that answers with a status and nothing else. */
    static Endpoint answering(int status) throws IOException {
        return answering(exchange -> exchange.sendResponseHeaders(status, -1));
    }

    /** An endpoint that answers as a handler does, once the call is kept. */
    static Endpoint answering(HttpHandler handler) throws IOException {
        Endpoint endpoint =
                new Endpoint(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        endpoint.server.createContext("/", exchange -> {
            endpoint.keep(exchange);
            try (exchange) {
                handler.handle(exchange);
            }
        });
        endpoint.server.setExecutor(endpoint.threads);
        endpoint.server.start();
        return endpoint;
    }

    private void keep(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(exchange.getRequestMethod(), Map.copyOf(exchange.getRequestHeaders()), text));
    }

    /** The URL of a path on it. */
    String url(String path) {
        return origin() + path;
    }

    /** The URL without a path. */
    String origin() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
