package dev.orderly.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program in a Java machine of its own, serving. */
final class Program implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");
    private static final String END = "(the program has ended)";

    final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final StringBuilder said = new StringBuilder();
    private final String address;

    Program(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // half the time to start
                "-cp",
                System.getProperty("java.class.path"),
                "dev.orderly.cli.Main"));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread reader = new Thread(this::read, "program-output");
        reader.setDaemon(true);
        reader.start();
        Matcher matcher = ADDRESS.matcher(waitFor(ADDRESS.pattern()));
        matcher.find();
        address = matcher.group();
    }

    private void read() {
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add(e.toString()); // it was killed
        }
        lines.add(END);
    }

    /** Waits for a line that the program writes. */
    String waitFor(String pattern) throws InterruptedException {
        Pattern wanted = Pattern.compile(pattern);
        while (true) {
            String line = lines.poll(60, TimeUnit.SECONDS);
            if (line == null || line.equals(END)) {
                throw new AssertionError("the program never said " + pattern + " but: " + said);
            }
            said.append(line).append('\n');
            if (wanted.matcher(line).find()) {
                return line;
            }
        }
    }

    /** What it wrote until now, as far as somebody waited for it. */
    String said() {
        return said.toString();
    }

    /** What it wrote since it serves. */
    String log() {
        int last = said.lastIndexOf("curl ");
        return said.substring(said.indexOf("\n", Math.max(0, last)));
    }

    /** The key of a role that it has shown. */
    String key(String role) {
        Matcher key = Pattern.compile("(?m)^ *" + role + " +(ord_\\S+)").matcher(said);
        if (!key.find()) {
            throw new AssertionError("there is no key of the role " + role + " in: " + said);
        }
        return key.group(1);
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> lookup(String number, String email) throws IOException, InterruptedException {
        return post("/status", "number=" + number + "&email=" + email);
    }

    /** Writes a comment by the form of the status page. */
    HttpResponse<String> comment(String ticket, String text) throws IOException, InterruptedException {
        String body = part("ticket", ticket) + part("language", "en") + part("text", text) + "--limit--\r\n";
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(address + "/comment"))
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String part(String name, String value) {
        return "--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** The ticket that a page holds. */
    static String ticket(String page) {
        Matcher matcher = TICKET.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("the page holds no ticket: " + page);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
