package dev.orderly.http.access;

import dev.orderly.order.Actor;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reader of a file of keys, which reports all errors of the file together. */
final class KeysFile {

    private final Path file;
    private final List<ApiKey> keys = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private KeysFile(Path file) {
        this.file = file;
    }

    static List<ApiKey> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the keys file " + file
                            + " cannot be read: it must be a text file in UTF-8 that this process may read",
                    e);
        }
        KeysFile reading = new KeysFile(file);
        for (int i = 0; i < lines.size(); i++) {
            reading.take(i + 1, lines.get(i).strip());
        }
        if (!reading.problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", reading.problems));
        }
        return reading.keys;
    }

    private void take(int number, String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        String[] words = line.split("\\s+", -1);
        if (words.length < 2 || words.length > 3) {
            // the line itself is not shown: it may hold a key
            problem(
                    number,
                    "a line has a hash, a role and perhaps an id or, for a customer, the e-mail address;"
                            + " this one has " + words.length + (words.length == 1 ? " word" : " words"));
            return;
        }
        try {
            ApiKey key = key(words[0], words[1], words.length == 3 ? words[2] : null);
            Integer before = places.putIfAbsent(key.sha256(), number);
            if (before == null) {
                keys.add(key);
            } else {
                problem(number, "this key is in line " + before + " already: take one of the two out");
            }
        } catch (IllegalArgumentException e) {
            problem(number, e.getMessage());
        }
    }

    private static ApiKey key(String hash, String role, @Nullable String who) {
        if (!role.equals(Workflow.CUSTOMER)) {
            return new ApiKey(hash, new Actor(role, who), null);
        }
        if (who == null || !who.contains("@")) {
            throw new IllegalArgumentException(
                    "the line of a customer needs the e-mail address whose orders are shown after the role");
        }
        return new ApiKey(hash, Actor.of(role), who);
    }

    private void problem(int line, @Nullable String what) {
        problems.add(file + ":" + line + ": " + what);
    }
}
