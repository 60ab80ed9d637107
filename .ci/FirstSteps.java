import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows docs/first-steps.md to the letter: writes the files that it names, runs its commands, compares what they print,
 * and opens the page that it names. A section that has a pom.xml begins an empty folder, and those after it go on there.
 * Takes the page and a folder.
 */
public class FirstSteps {

    private static final Pattern NAMED = Pattern.compile("`([^`]+\\.(?:xml|yaml|java|properties))`:\\s*$");
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:8080(/[\\w/]*)");

    public static void main(String[] args) throws Exception {
        List<String> sections = new ArrayList<>(List.of(Files.readString(Path.of(args[0])).split("(?m)^## ")));
        sections.remove(0);
        int folders = 0;
        int followed = 0;
        for (String section : sections) {
            folders += section.contains("`pom.xml`:") ? 1 : 0;
            if (follow(section, Path.of(args[1], "project-" + folders))) {
                followed++;
                System.out.println("as written: " + section.lines().findFirst().orElseThrow());
            }
        }
        if (followed == 0) {
            throw new IllegalStateException(args[0] + " has no commands to follow");
        }
    }

    /** Writes a section's files and runs its commands; false where it has none. */
    private static boolean follow(String section, Path folder) throws Exception {
        String[] parts = section.split("(?m)^```");
        String expected = "";
        List<String> commands = List.of();
        int port = freePort();
        for (int i = 1; i < parts.length; i += 2) {
            String language = parts[i].lines().findFirst().orElse("");
            String content = parts[i].substring(parts[i].indexOf('\n') + 1);
            Matcher name = NAMED.matcher(parts[i - 1]);
            if (language.equals("sh")) {
                commands = content.lines().toList();
            } else if (language.equals("text")) {
                expected = content;
            } else if (name.find()) {
                Path file = folder.resolve(name.group(1));
                Files.createDirectories(file.getParent());
                Files.writeString(file, content.replace("8080", Integer.toString(port))); // 8080 may be in use here
            } else if (!language.isEmpty()) {
                throw new IllegalStateException("no file name stands before the block that begins with " + content);
            }
        }
        Matcher address = ADDRESS.matcher(section);
        for (int i = 0; i < commands.size(); i++) {
            boolean last = i == commands.size() - 1;
            String served = last && address.find() ? address.group(1) : null;
            run(commands.get(i), folder, last ? expected : "", served, port);
        }
        return !commands.isEmpty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Runs a command to its end, or, where it serves something, until that was seen. */
    private static void run(String command, Path folder, String expected, String served, int port) throws Exception {
        Path log = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", "exec " + command).directory(folder.toFile());
        builder.environment().put("SERVER_PORT", Integer.toString(port)); // Spring Boot reads it
        Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            if (served == null) {
                if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                    throw failed(command, "did not end well", log);
                }
            } else {
                await(process, log, expected, command);
                HttpResponse<String> page = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("http://localhost:" + port + served)).build(),
                                BodyHandlers.ofString());
                if (page.statusCode() != 200 || !page.body().contains("<form")) {
                    throw failed(command, "serves " + page.statusCode() + " at " + served, log);
                }
            }
            if (!Files.readString(log).contains(expected)) {
                throw failed(command, "does not print what the page says", log);
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static void await(Process process, Path log, String expected, String command) throws Exception {
        for (int seconds = 0; !Files.readString(log).contains(expected); seconds++) {
            if (seconds == 120 || !process.isAlive()) {
                throw failed(command, "does not print what the page says", log);
            }
            Thread.sleep(1000);
        }
    }

    private static IllegalStateException failed(String command, String how, Path log) throws IOException {
        return new IllegalStateException("\"" + command + "\" " + how + ":\n" + Files.readString(log));
    }
}
