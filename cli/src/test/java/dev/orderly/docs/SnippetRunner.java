package dev.orderly.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;

/** Compiles a snippet, runs it, and compares what it prints with what the page says. */
final class SnippetRunner {

    private static final Pattern MAIN_CLASS = Pattern.compile("class (\\w+)[^{]*\\{(?s:.*)\\bstatic void main\\(");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern CODE_LINE = Pattern.compile("^(?!import |\\s*$|\\s*//)", Pattern.MULTILINE);

    /**
     * What is around a piece of code that does not run by itself.
     *
     * @param imports what is imported
     * @param supposed declarations of fields and types that it uses
     */
    record Surroundings(List<String> imports, String supposed) {
        String around(String code) {
            return imports.stream().map(name -> "import " + name + "; ").collect(Collectors.joining())
                    + "abstract class Snippet { " + supposed + " void piece() throws Exception { " + code + "\n}}";
        }
    }

    private final String page;
    private final Path folder;
    private final Map<String, String> here;

    /** Runs snippets of a page; files go to a folder. */
    SnippetRunner(String page, Path folder) {
        this(page, folder, Map.of());
    }

    /**
     * Runs snippets of a page; files go to a folder.
     *
     * @param here what must be written otherwise here, such as the port of a server, by what the page says
     */
    SnippetRunner(String page, Path folder, Map<String, String> here) {
        this.page = page;
        this.folder = folder;
        this.here = here;
    }

    /** What is wrong with a snippet, with the line of the page; empty if nothing is. */
    Optional<String> problem(Snippet snippet) {
        String code = adapted(snippet);
        String className = mainClass(code).orElse("Snippet");
        SnippetCompiler.Compilation compiled = compiled(code);
        return problem(snippet, compiled)
                .or(() -> run(snippet, packageOf(code).map(p -> p + ".").orElse("") + className, compiled.loader()));
    }

    /** What the compiler has against a snippet that is not run, with the line of the page; empty if nothing. */
    Optional<String> compileProblem(Snippet snippet) {
        return problem(snippet, compiled(adapted(snippet)));
    }

    private String adapted(Snippet snippet) {
        String code = withFile(snippet);
        for (Map.Entry<String, String> other : here.entrySet()) {
            code = code.replace(other.getKey(), other.getValue());
        }
        return code;
    }

    private static SnippetCompiler.Compilation compiled(String code) {
        return mainClass(code)
                .map(name -> SnippetCompiler.compile(name, code))
                .orElseGet(() -> SnippetCompiler.compile("Snippet", wrapped("Snippet", code)));
    }

    private static Optional<String> mainClass(String code) {
        return MAIN_CLASS.matcher(code).results().findFirst().map(main -> main.group(1));
    }

    private static Optional<String> packageOf(String code) {
        return PACKAGE.matcher(code).results().findFirst().map(line -> line.group(1));
    }

    /** What the compiler has against a piece of code that does not run by itself; empty if nothing. */
    Optional<String> compileProblem(Snippet snippet, Surroundings surroundings) {
        return problem(snippet, SnippetCompiler.compile("Snippet", surroundings.around(snippet.code())));
    }

    private Optional<String> problem(Snippet snippet, SnippetCompiler.Compilation compiled) {
        return compiled.problem().flatMap(diagnostic -> {
            boolean error = diagnostic.getKind() == Diagnostic.Kind.ERROR;
            return at(
                    snippet.line() + diagnostic.getLineNumber(),
                    (error ? "the snippet does not compile: " : "the snippet compiles with a warning: ")
                            + diagnostic.getMessage(Locale.ENGLISH));
        });
    }

    private String withFile(Snippet snippet) {
        if (snippet.file().isEmpty()) {
            return snippet.code();
        }
        Snippet.NamedFile file = snippet.file().get();
        Path path = folder.resolve(file.name()).toAbsolutePath();
        try {
            Files.writeString(path, file.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String literal = path.toString().replace("\\", "\\\\");
        return snippet.code().replace("Path.of(\"" + file.name() + "\")", "Path.of(\"" + literal + "\")");
    }

    /** The statements as a program; every line stays in its place, so that line numbers are those of the block. */
    private static String wrapped(String className, String code) {
        Matcher first = CODE_LINE.matcher(code);
        int start = first.find() ? first.start() : code.length();
        return code.substring(0, start) + "public final class " + className
                + " { public static void main(String[] args) throws Exception { " + code.substring(start) + "\n}}";
    }

    private Optional<String> run(Snippet snippet, String className, ClassLoader loader) {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            loader.loadClass(className).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            return at(snippet.line() + lineOf(e.getCause(), className), "the snippet throws " + e.getCause());
        } catch (ReflectiveOperationException e) {
            return at(snippet.line(), "the snippet cannot be run: " + e);
        } finally {
            System.setOut(console);
        }
        return compare(snippet, printed.toString(StandardCharsets.UTF_8));
    }

    private static int lineOf(Throwable thrown, String className) {
        return Stream.of(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().equals(className))
                .mapToInt(StackTraceElement::getLineNumber)
                .findFirst()
                .orElse(0);
    }

    private Optional<String> compare(Snippet snippet, String printed) {
        String actual = String.join("\n", printed.lines().toList()).stripTrailing();
        Optional<String> expected = snippet.output().map(String::stripTrailing);
        return expected.isEmpty() || expected.get().equals(actual)
                ? Optional.empty()
                : at(
                        snippet.line(),
                        "the snippet prints\n" + actual + "\nbut the page says that it prints\n" + expected.get());
    }

    private Optional<String> at(long line, String what) {
        return Optional.of(page + " line " + line + ": " + what);
    }
}
