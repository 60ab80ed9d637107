package dev.orderly.mail.template;

import com.samskivert.mustache.Template;
import dev.orderly.mail.template.TemplatePath.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compiles template files, and collects what is wrong with them. */
final class TemplateCompiler {

    private static final String HTML = "html";
    private static final String TEXT = "txt";

    private final Map<String, List<TemplateFile>> files;
    private final List<TemplateProblem> problems;

    TemplateCompiler(Map<String, List<TemplateFile>> files, List<TemplateProblem> problems) {
        this.files = files;
        this.problems = problems;
    }

    /** All of the files, compiled. */
    TemplateRegistry registry(Map<String, String> bases) {
        Map<String, Template> htmlBlocks = blocks(HTML);
        Map<String, Template> textBlocks = blocks(TEXT);
        MailLayout layout = new MailLayout(layout(HTML), layout(TEXT), htmlBlocks, textBlocks);
        Map<String, Content> contents = new HashMap<>();
        Set<String> names = htmlBlocks.keySet();
        files.forEach((path, found) -> {
            TemplateFile file = last(found);
            if (file.path().kind() == Kind.STEP || file.path().kind() == Kind.GENERAL) {
                contents.put(path, Content.read(file, names, problems));
            }
        });
        return new TemplateRegistry(contents, words(), layout, bases);
    }

    private Map<String, LayoutTexts> words() {
        Map<String, LayoutTexts> words = new HashMap<>();
        files.values().stream()
                .filter(found -> last(found).path().kind() == Kind.WORDS)
                .forEach(found -> {
                    String language = last(found).path().language();
                    words.put(language, LayoutTexts.read(language, found, problems));
                });
        Set<String> without = files.values().stream()
                .map(found -> last(found).path().language())
                .filter(language -> !language.isEmpty() && !words.containsKey(language))
                .collect(Collectors.toSet());
        without.forEach(language -> problems.add(new TemplateProblem(
                "words/" + language + ".properties",
                1,
                "texts in " + language + " need these words, but there are none")));
        return words;
    }

    private Template layout(String format) {
        return compile(last(files.getOrDefault("layout." + format, List.of())), TemplateVariables.LAYOUT);
    }

    private Map<String, Template> blocks(String format) {
        Map<String, Template> blocks = new TreeMap<>();
        files.values().forEach(found -> {
            TemplatePath path = last(found).path();
            if (path.kind() == Kind.BLOCK && path.channel().equals(format)) {
                blocks.put(path.name(), compile(last(found), TemplateVariables.BLOCK));
            }
        });
        return blocks;
    }

    private Template compile(TemplateFile file, TemplateVariables variables) {
        problems.addAll(TagCheck.problems(file, variables, Set.of()));
        boolean html = file.path().channel().equals(HTML);
        return Mustaches.compile(html ? Mustaches.html() : Mustaches.plain(name -> ""), file, file.text(), problems);
    }

    private static TemplateFile last(List<TemplateFile> found) {
        return found.get(found.size() - 1);
    }
}
