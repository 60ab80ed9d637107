package dev.orderly.http.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the sources say about the API's methods and records. */
final class JavadocReader {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    private JavadocReader() {}

    /** What a method does. */
    static String of(Method method) {
        return main(before(method.getDeclaringClass(), " " + method.getName() + "("));
    }

    /** What a record is. */
    static String of(Class<?> record) {
        return main(before(record, "record " + record.getSimpleName() + "("));
    }

    /** What each component of a record means. */
    static Map<String, String> components(Class<?> record) {
        Map<String, String> meanings = new LinkedHashMap<>();
        String comment = before(record, "record " + record.getSimpleName() + "(");
        for (String part : comment.split("@param ", -1)) {
            Matcher named = Pattern.compile("(\\w+) (.*)", Pattern.DOTALL).matcher(part);
            if (named.matches()) {
                meanings.put(named.group(1), plain(named.group(2)));
            }
        }
        return meanings;
    }

    private static String main(String comment) {
        int tags = comment.indexOf("@param ");
        return plain(tags < 0 ? comment : comment.substring(0, tags));
    }

    private static String before(Class<?> type, String declaration) {
        String source = source(type);
        int end = source.indexOf(declaration);
        String comment = null;
        Matcher matcher = COMMENT.matcher(source);
        while (matcher.find() && matcher.end() < end) {
            comment = matcher.group(1);
        }
        if (comment == null) {
            throw new IllegalStateException("no comment before " + declaration + " in " + type);
        }
        return comment.replaceAll("(?m)^\\s*\\*", " ");
    }

    private static String source(Class<?> type) {
        Class<?> outer = type.getEnclosingClass() == null ? type : type.getEnclosingClass();
        try {
            return Files.readString(SOURCES.resolve(outer.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String text) {
        return text.replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
