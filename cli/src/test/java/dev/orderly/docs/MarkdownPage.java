package dev.orderly.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in Markdown with its fenced blocks. A {@code java} block is a snippet; a {@code text} block that is the next one
 * says what it prints; a {@code yaml} block that is the one before, and whose first line is a comment with a file's name,
 * is a file that it reads.
 */
final class MarkdownPage {

    private static final Pattern FENCE = Pattern.compile(" *```(\\w*)[^`]*");
    private static final Pattern FILE_NAME = Pattern.compile("# (\\S+\\.ya?ml)");

    private record Block(int line, String language, List<String> lines) {
        String text() {
            return String.join("\n", lines);
        }
    }

    private final List<Block> blocks = new ArrayList<>();

    private MarkdownPage() {}

    /** Finds the snippets of a page. */
    static List<Snippet> snippets(String name, String markdown) {
        MarkdownPage page = new MarkdownPage();
        page.read(name, markdown);
        return page.snippets();
    }

    private void read(String name, String markdown) {
        Block open = null;
        int number = 0;
        for (String line : markdown.lines().toList()) {
            number++;
            Matcher fence = FENCE.matcher(line);
            if (!fence.matches()) {
                if (open != null) {
                    open.lines().add(line);
                }
            } else if (open == null) {
                open = new Block(number, fence.group(1), new ArrayList<>());
            } else {
                blocks.add(open);
                open = null;
            }
        }
        if (open != null) {
            throw new IllegalArgumentException(name + " line " + open.line() + ": this block is never closed");
        }
    }

    private List<Snippet> snippets() {
        List<Snippet> snippets = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.language().equals("java")) {
                snippets.add(new Snippet(
                        block.line(),
                        block.text(),
                        block(i + 1, "text").map(Block::text),
                        block(i - 1, "yaml").flatMap(MarkdownPage::file)));
            }
        }
        return snippets;
    }

    private Optional<Block> block(int index, String language) {
        return index < 0 || index >= blocks.size()
                ? Optional.empty()
                : Optional.of(blocks.get(index)).filter(b -> b.language().equals(language));
    }

    private static Optional<Snippet.NamedFile> file(Block block) {
        Matcher name =
                FILE_NAME.matcher(block.lines().isEmpty() ? "" : block.lines().get(0));
        return name.matches()
                ? Optional.of(new Snippet.NamedFile(name.group(1), block.text() + "\n"))
                : Optional.empty();
    }
}
