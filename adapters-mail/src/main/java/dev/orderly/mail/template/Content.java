package dev.orderly.mail.template;

import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The compiled content of one message, before it becomes plain text or HTML: a subject, and paragraphs and blocks.
 *
 * @param subject the subject; empty text for channels without
 * @param body the paragraphs and blocks
 */
record Content(Template subject, Template body) {

    private static final String SUBJECT = "Subject:";
    private static final char BLOCK_BEGINS = '\uE000';
    private static final char BLOCK_ENDS = '\uE001';
    private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t]*(?:\\n[ \\t]*)+");
    private static final String MAIL = "mail";

    /** A paragraph, or a block by its name. */
    record Part(boolean isBlock, String text) {}

    /** Compiles a content; adds to the problems what is wrong with it. */
    static Content read(TemplateFile file, Set<String> blocks, List<TemplateProblem> problems) {
        boolean isMail = file.path().channel().equals(MAIL);
        problems.addAll(TagCheck.problems(file, TemplateVariables.CONTENT, isMail ? blocks : Set.of()));
        int end = file.text().indexOf('\n');
        String first = end < 0 ? file.text() : file.text().substring(0, end);
        boolean hasSubject = first.startsWith(SUBJECT);
        String subject = hasSubject ? first.substring(SUBJECT.length()).strip() : "";
        if (isMail && subject.isEmpty()) {
            problems.add(
                    new TemplateProblem(file.origin(), 1, "the first line must be the subject: " + SUBJECT + " …"));
        } else if (!isMail && hasSubject) {
            problems.add(new TemplateProblem(file.origin(), 1, "only mails have a subject"));
        }
        String body = hasSubject ? file.text().substring(first.length()) : file.text();
        if (body.isBlank()) {
            problems.add(new TemplateProblem(file.origin(), 1, "it says nothing"));
        }
        return new Content(compile(file, subject, problems), compile(file, body.strip(), problems));
    }

    private static Template compile(TemplateFile file, String text, List<TemplateProblem> problems) {
        return Mustaches.compile(Mustaches.plain(Content::marker), file, text, problems);
    }

    /** A block stands for itself until the rest is text. */
    private static String marker(String block) {
        return "\n\n" + BLOCK_BEGINS + block + BLOCK_ENDS + "\n\n";
    }

    /** Takes out of a value what would be mistaken for a block. */
    static String withoutMarkers(String value) {
        return value.replace(BLOCK_BEGINS, ' ').replace(BLOCK_ENDS, ' ');
    }

    String subject(Map<String, Object> values) {
        return subject.execute(values);
    }

    /** The paragraphs and blocks, in order; empty paragraphs are left out. */
    List<Part> parts(Map<String, Object> values) {
        List<Part> parts = new ArrayList<>();
        for (String piece : BLANK_LINES.split(body.execute(values), -1)) {
            String text = piece.strip();
            if (!text.isEmpty() && text.charAt(0) == BLOCK_BEGINS) {
                parts.add(new Part(true, text.substring(1, text.length() - 1)));
            } else if (!text.isEmpty()) {
                parts.add(new Part(false, text));
            }
        }
        return parts;
    }
}
