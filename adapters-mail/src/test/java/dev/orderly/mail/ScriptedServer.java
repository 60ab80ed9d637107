package dev.orderly.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that answers as a test says: what no server does on request, and STARTTLS, which GreenMail lacks. */
final class ScriptedServer implements AutoCloseable {

    /** As an answer: nothing, for as long as the client waits. */
    static final String SILENCE = "silence";

    /** As an answer: the end of the connection. */
    static final String HANG_UP = "hang up";

    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final @Nullable SSLContext tls;

    ScriptedServer(@Nullable SSLContext tls) throws IOException {
        this.tls = tls;
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Answers a command, by its first word; {@code .} is the end of a mail. */
    ScriptedServer answer(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** The commands so far, each with whether it came by TLS. */
    List<String> heard() {
        return heard;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread thread = new Thread(() -> serve(client), "scripted-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (talk(client, "220 ready") && tls != null) {
                SSLSocket secure =
                        (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), false);
                secure.setUseClientMode(false);
                talk(secure, "");
            }
        } catch (IOException e) {
            // the client went away, which is its right
        }
    }

    /** Talks until the end; true if the client wants to go on by TLS. */
    private boolean talk(Socket client, String greeting) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        boolean secure = client instanceof SSLSocket;
        say(client, greeting);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.split(" |:", 2)[0];
            heard.add((secure ? "TLS " : "") + line);
            String answer = answers.getOrDefault(command, usual(command, secure));
            if (answer.equals(HANG_UP)) {
                return false;
            }
            say(client, answer.equals(SILENCE) ? "" : answer);
            if (command.equals("STARTTLS")) {
                return true;
            }
            if (answer.startsWith("354")) {
                while (!".".equals(in.readLine())) {
                    Thread.onSpinWait();
                }
                say(client, answers.getOrDefault(".", "250 taken"));
            }
        }
        return false;
    }

    private String usual(String command, boolean secure) {
        return switch (command) {
            case "EHLO" -> tls == null || secure ? "250 scripted" : "250-scripted\r\n250 STARTTLS";
            case "DATA" -> "354 go on";
            case "STARTTLS" -> "220 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private static void say(Socket client, String answer) {
        if (answer.isEmpty()) {
            return;
        }
        try {
            client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
