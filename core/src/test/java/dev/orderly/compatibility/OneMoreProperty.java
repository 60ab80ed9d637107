package dev.orderly.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Adds one more property, {@code later}, to the source of a value, as its maintainer would: a field that comes in by
 * the constructor, an accessor, a part of equality, and a setter of the builder or a {@code withLater}. An edit that
 * finds not exactly one place fails, since the value then has another shape than those that can grow.
 */
final class OneMoreProperty {

    private static final Pattern PARAMETER_NAME = Pattern.compile("\\s(\\w+)(?=,|$)");
    private static final Pattern MEMBER = Pattern.compile("(?m)^    (?:public|private|[A-Z]).*");

    private final Path file;
    private final String name;
    private String source;

    private OneMoreProperty(Path sources, String className) throws IOException {
        file = sources.resolve(className.replace('.', '/') + ".java");
        name = className.substring(className.lastIndexOf('.') + 1);
        source = Files.readString(file);
    }

    /** Adds the property to a class, and to its builder where it has one. */
    static void addTo(Class<?> value, Path sources) throws IOException {
        OneMoreProperty edit = new OneMoreProperty(sources, value.getName());
        edit.addField();
        if (edit.source.contains(" toBuilder() {")) {
            edit.takeFromBuilder();
            edit.addToBuilder(value, sources);
        } else {
            edit.takeByConstructor();
        }
        Files.writeString(edit.file, edit.source);
    }

    private void addField() {
        replaceOne("public final class " + name + "\\b[^{]*\\{\n", """
                $0
                    private final String later;

                    public String later() {
                        return later;
                    }
                """);
        replaceOne("instanceof " + name + " that", "$0 && java.util.Objects.equals(later, that.later)");
        replaceOne("Objects\\.hash\\(", "$0later, ");
    }

    private void takeFromBuilder() {
        replaceOne(" " + name + "\\(\\w*Builder(?:<[?, ]+>)? (\\w+)\\) \\{\n", "$0        later = $1.later;\n");
        replaceOne("toBuilder\\(\\) \\{\\s+return [^;]+", "$0.later(later)");
    }

    private void addToBuilder(Class<?> value, Path sources) throws IOException {
        if (source.contains("class Builder {")) {
            addSetter("Builder");
        } else {
            OneMoreProperty builder = new OneMoreProperty(sources, value.getName() + "Builder");
            builder.addSetter(builder.name);
            Files.writeString(builder.file, builder.source);
        }
    }

    private void addSetter(String builder) {
        replaceOne("public (?:static )?final class (" + builder + "(?:<[A-Z, ]+>)?) \\{\n", """
                $0
                    String later;

                    public $1 later(String value) {
                        later = value;
                        return this;
                    }
                """);
    }

    private void takeByConstructor() {
        Matcher constructor =
                Pattern.compile("private " + name + "\\(([^)]*)\\) \\{\n").matcher(source);
        if (!constructor.find()) {
            throw new AssertionError(file + " has neither a private constructor nor a builder");
        }
        String parameters = constructor.group(1);
        source = Pattern.compile("new " + name + "\\(")
                .matcher(source)
                .replaceAll(call -> call.group() + (isInStatic(call.start()) ? "null, " : "later, "));
        String arguments = PARAMETER_NAME
                .matcher(" " + parameters)
                .results()
                .map(parameter -> ", " + parameter.group(1))
                .collect(Collectors.joining());
        replaceOne("    private " + name + "\\([^)]*\\) \\{\n", """
                    public %1$s withLater(String value) {
                        return new %1$s(value%2$s);
                    }

                    private %1$s(String later, %3$s) {
                        this.later = later;
                """.formatted(name, arguments, parameters));
    }

    /** Whether a place is in a static method or the value of a constant, where there is no {@code later} to pass on. */
    private boolean isInStatic(int place) {
        return MEMBER.matcher(source.substring(0, source.indexOf('\n', place)))
                .results()
                .map(MatchResult::group)
                .reduce((earlier, last) -> last)
                .orElseThrow()
                .contains(" static ");
    }

    private void replaceOne(String pattern, String replacement) {
        Matcher place = Pattern.compile(pattern).matcher(source);
        long places = place.results().count();
        if (places != 1) {
            throw new AssertionError(file + " has " + places + " places that fit: " + pattern);
        }
        source = place.replaceAll(replacement);
    }
}
