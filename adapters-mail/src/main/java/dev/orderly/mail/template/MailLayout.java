package dev.orderly.mail.template;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Template;
import dev.orderly.mail.template.Content.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes a mail of a content: blocks where they stand, and the layout around it.
 *
 * @param html the layout of the HTML page
 * @param text the layout of the plain text
 * @param htmlBlocks the blocks of the HTML page
 * @param textBlocks the blocks of the plain text
 */
record MailLayout(Template html, Template text, Map<String, Template> htmlBlocks, Map<String, Template> textBlocks) {

    private static final Pattern MANY_LINES = Pattern.compile("\\n{3,}");
    private static final Pattern SPACES_BEFORE_END = Pattern.compile("[ \\t]+\\n");

    MailLayout {
        htmlBlocks = Map.copyOf(htmlBlocks);
        textBlocks = Map.copyOf(textBlocks);
    }

    /** The plain text. */
    String text(List<Part> parts, Map<String, Object> values) {
        List<String> pieces = new ArrayList<>();
        for (Part part : parts) {
            String piece = part.isBlock() ? block(textBlocks, part, values) : part.text();
            if (!piece.isEmpty()) {
                pieces.add(piece);
            }
        }
        Map<String, Object> all = new HashMap<>(values);
        all.put("body", String.join("\n\n", pieces));
        String whole = SPACES_BEFORE_END.matcher(text.execute(all)).replaceAll("\n");
        return MANY_LINES.matcher(whole).replaceAll("\n\n").strip() + "\n";
    }

    /** The HTML page. */
    String html(List<Part> parts, Map<String, Object> values) {
        List<Map<String, String>> pieces = new ArrayList<>();
        for (Part part : parts) {
            if (part.isBlock()) {
                pieces.add(Map.of("block", block(htmlBlocks, part, values)));
            } else {
                pieces.add(Map.of("paragraph", Escapers.HTML.escape(part.text()).replace("\n", "<br>\n")));
            }
        }
        Map<String, Object> all = new HashMap<>(values);
        all.put("parts", pieces);
        return html.execute(all);
    }

    private static String block(Map<String, Template> blocks, Part part, Map<String, Object> values) {
        Template block = blocks.get(part.text());
        return block == null ? "" : block.execute(values).strip();
    }
}
