package dev.orderly.mail.template;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * The words of blocks and layouts in one language.
 *
 * @param language the language
 * @param texts the words by key
 */
record LayoutTexts(String language, Map<String, String> texts) {

    private static final String ROLE = "role-";

    /** Every key that a language needs. */
    static final List<String> KEYS = List.of(
            "status",
            "lines",
            "availableFrom",
            "each",
            "total",
            "parcel",
            "trackingNumber",
            "trackParcel",
            "statusPage",
            "review",
            "attachments",
            "about",
            "mute",
            "yes",
            "no",
            ROLE + "customer",
            ROLE + "staff",
            ROLE + "seller",
            ROLE + "platform",
            ROLE + "carrier",
            ROLE + "system");

    LayoutTexts {
        texts = Map.copyOf(texts);
    }

    /** The name of a role, for people. */
    String role(String role) {
        return texts.getOrDefault(ROLE + role, role);
    }

    String yesOrNo(boolean yes) {
        return texts.getOrDefault(yes ? "yes" : "no", "");
    }

    /** Reads files of one language, later ones before earlier ones; adds to the problems what is wrong with them. */
    static LayoutTexts read(String language, List<TemplateFile> files, List<TemplateProblem> problems) {
        Map<String, String> texts = new HashMap<>();
        for (TemplateFile file : files) {
            Properties properties = new Properties();
            try {
                properties.load(new StringReader(file.text()));
            } catch (IOException | IllegalArgumentException e) {
                problems.add(new TemplateProblem(file.origin(), 1, "these are no properties: " + e.getMessage()));
            }
            for (String key : new TreeSet<>(properties.stringPropertyNames())) {
                if (!KEYS.contains(key)) {
                    problems.add(new TemplateProblem(
                            file.origin(), lineOf(key, file.text()), "nothing uses the word " + key));
                }
                texts.put(key, properties.getProperty(key));
            }
        }
        KEYS.stream().filter(key -> texts.getOrDefault(key, "").isBlank()).forEach(key -> {
            problems.add(
                    new TemplateProblem(files.get(files.size() - 1).origin(), 1, "the word " + key + " is missing"));
        });
        return new LayoutTexts(language, texts);
    }

    private static int lineOf(String key, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).stripLeading().startsWith(key)) {
                return i + 1;
            }
        }
        return 1;
    }
}
