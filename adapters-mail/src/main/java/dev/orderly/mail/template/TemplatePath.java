package dev.orderly.mail.template;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The purpose of a template, as its path gives it.
 *
 * @param text the path, with {@code /} between folders
 * @param kind the kind of template
 * @param workflow the workflow whose steps it is about, or {@link #ANY}; empty for kinds that belong to none
 * @param language the language of its text; empty for kinds that have none
 * @param role the recipient's role; empty for texts that are for all roles
 * @param caseType the case whose steps it is about; empty for the order's own
 * @param name the event, or the name of a block
 * @param channel the channel that it is for; for blocks and layouts, {@code html} or {@code txt}
 */
record TemplatePath(
        String text,
        Kind kind,
        String workflow,
        String language,
        String role,
        String caseType,
        String name,
        String channel) {

    /** The kinds of template. */
    enum Kind {
        /** A text for one role about one event. */
        STEP,
        /** A text for all roles about any event, or about a comment. */
        GENERAL,
        /** A piece that contents share. */
        BLOCK,
        /** The layout around every mail. */
        LAYOUT,
        /** The words of blocks and layouts in one language. */
        WORDS
    }

    /** The folder of texts that are for no certain workflow. */
    static final String ANY = "any";

    /** The general text for a transition. */
    static final String STEP = "step";

    /** The general text for a comment. */
    static final String COMMENT = "comment";

    private static final String LANGUAGE = "([a-z]{2,3})";
    private static final Pattern STEP_PATH =
            Pattern.compile("([^/]+)/" + LANGUAGE + "/([^/]+)/(?:([^/]+)/)?([^/]+)\\.([^/.]+)\\.txt");
    private static final Pattern GENERAL_PATH =
            Pattern.compile("([^/]+)/" + LANGUAGE + "/(" + STEP + "|" + COMMENT + ")\\.([^/.]+)\\.txt");
    private static final Pattern BLOCK_PATH = Pattern.compile("blocks/([a-z]+)\\.(html|txt)");
    private static final Pattern LAYOUT_PATH = Pattern.compile("layout\\.(html|txt)");
    private static final Pattern WORDS_PATH = Pattern.compile("words/" + LANGUAGE + "\\.properties");

    /** Reads a path; empty if no template has such a path. Some file systems take accents apart: they are put together. */
    static Optional<TemplatePath> read(String raw) {
        String path = Normalizer.normalize(raw, Normalizer.Form.NFC);
        Matcher m = WORDS_PATH.matcher(path);
        if (m.matches()) {
            return Optional.of(new TemplatePath(path, Kind.WORDS, "", m.group(1), "", "", "", ""));
        }
        m = LAYOUT_PATH.matcher(path);
        if (m.matches()) {
            return Optional.of(new TemplatePath(path, Kind.LAYOUT, "", "", "", "", "", m.group(1)));
        }
        m = BLOCK_PATH.matcher(path);
        if (m.matches()) {
            return Optional.of(new TemplatePath(path, Kind.BLOCK, "", "", "", "", m.group(1), m.group(2)));
        }
        return content(path);
    }

    private static Optional<TemplatePath> content(String path) {
        Matcher m = GENERAL_PATH.matcher(path);
        if (m.matches()) {
            return Optional.of(
                    new TemplatePath(path, Kind.GENERAL, m.group(1), m.group(2), "", "", m.group(3), m.group(4)));
        }
        m = STEP_PATH.matcher(path);
        if (m.matches()) {
            String caseType = m.group(4) == null ? "" : m.group(4);
            return Optional.of(new TemplatePath(
                    path, Kind.STEP, m.group(1), m.group(2), m.group(3), caseType, m.group(5), m.group(6)));
        }
        return Optional.empty();
    }

    static String step(String workflow, String language, String role, String caseType, String event, String channel) {
        String folder = workflow + "/" + language + "/" + role + "/" + (caseType.isEmpty() ? "" : caseType + "/");
        return folder + event + "." + channel + ".txt";
    }

    static String general(String workflow, String language, String name, String channel) {
        return workflow + "/" + language + "/" + name + "." + channel + ".txt";
    }
}
