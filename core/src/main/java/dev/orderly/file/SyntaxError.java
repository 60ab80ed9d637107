package dev.orderly.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import tools.jackson.core.JacksonException;

/**
 * Why a file is no YAML or JSON, in words for the person who wrote it.
 *
 * @param location where
 * @param message what is wrong and what to do
 */
record SyntaxError(SourceLocation location, String message) {

    private static final Pattern FOUND = Pattern.compile("found (?:character )?'?([^'\\s(]+)");
    private static final Pattern UNEXPECTED = Pattern.compile("Unexpected character \\('(.)' .*?\\): (.*)");
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '(.*?)'.*");

    /** A parser's exception as an error with its location, in plain words. */
    static SyntaxError of(JacksonException e, Source source, SourceLocation location) {
        String text = e.getOriginalMessage() == null ? "" : firstLine(e.getOriginalMessage());
        if (e.getCause() instanceof ReaderException reader) {
            int codePoint = reader.getCodePoint();
            String kind = Character.getType(codePoint) == Character.SURROGATE ? "half" : "control";
            return new SyntaxError(
                    location(source, codePoint),
                    "the %s character U+%04X cannot stand in a file: remove it".formatted(kind, codePoint));
        }
        if (e.getCause() instanceof MarkedYamlEngineException marked) {
            return yaml(marked, source, location);
        }
        if (source.isJson()) {
            return new SyntaxError(location, json(text));
        }
        return new SyntaxError(
                location,
                text.startsWith("Expected a property name")
                        ? "a key must be a plain text: a list, a map or an alias cannot be one"
                        : "this is no valid YAML: " + text);
    }

    private static SyntaxError yaml(MarkedYamlEngineException e, Source source, SourceLocation otherwise) {
        String context = String.valueOf(e.getContext());
        String problem = firstLine(String.valueOf(e.getProblem()));
        SourceLocation start =
                e.getContextMark().map(mark -> location(source, mark)).orElse(otherwise);
        SourceLocation here =
                e.getProblemMark().map(mark -> location(source, mark)).orElse(start);
        if (problem.contains("could not find expected ':'")) {
            return new SyntaxError(start, "a key needs a \":\" and a space after it: this line has none");
        }
        if (context.contains("quoted scalar") && problem.contains("unexpected end of stream")) {
            return new SyntaxError(start, "the quotes that open here are never closed");
        }
        if (problem.startsWith("expected ',' or ")) {
            char close = problem.charAt("expected ',' or '".length());
            char open = close == ']' ? '[' : '{';
            return new SyntaxError(
                    here,
                    "a \",\" or \"" + close + "\" is missing before this: the \"" + open + "\" of line " + start.line()
                            + " is still open");
        }
        return new SyntaxError(here, yaml(problem));
    }

    private static String yaml(String problem) {
        String found = group(FOUND, problem);
        if (problem.contains("\\t(TAB)")) {
            return "a tab cannot indent in YAML: use spaces";
        }
        if (problem.contains("cannot start any token")) {
            return "no value can begin with \"" + found + "\": put it in quotes";
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return "this \":\" is out of place: check the indentation, or put a value that holds one in quotes";
        }
        if (problem.startsWith("sequence entries are not allowed")) {
            return "this \"-\" is out of place: a list begins in the line after its key";
        }
        if (problem.startsWith("found unknown escape character")) {
            String letter = problem.replaceFirst("found unknown escape character (.).*", "$1");
            return "\"\\" + letter + "\" means nothing in double quotes: write \"\\\\\" for a backslash";
        }
        if (problem.startsWith("expected <block end>") && !"}],".contains(found)) {
            return "the indentation does not fit: the entries of a map or list begin in the same column";
        }
        if (problem.startsWith("expected <block end>") || problem.startsWith("expected the node content")) {
            return "this " + (found.startsWith("<") ? "" : "\"" + found + "\" ")
                    + "is out of place: remove it, or put a" + " value that begins with it in quotes";
        }
        return "this is no valid YAML: " + problem;
    }

    private static String json(String text) {
        Matcher unexpected = UNEXPECTED.matcher(text);
        if (unexpected.matches()) {
            String found = unexpected.group(1);
            return found.equals("/") || found.equals("#")
                    ? "JSON has no comments: remove it, or write the file as YAML"
                    : "expected " + expected(unexpected.group(2)) + ", but found '" + found + "'";
        }
        Matcher token = TOKEN.matcher(text);
        if (token.matches()) {
            return Node.quoted(token.group(1)) + " is no value: put a text in double quotes";
        }
        if (text.startsWith("Unexpected end-of-input")) {
            return "the file ends too early: a '{', a '[' or a '\"' is still open";
        }
        if (text.startsWith("Illegal unquoted character")) {
            return "a text cannot hold a line break or a tab as it is: write \\n or \\t";
        }
        return "this is no valid JSON: " + text;
    }

    private static String expected(String wanted) {
        if (wanted.contains("start property name")) {
            return "a key in double quotes";
        }
        if (wanted.contains("comma")) {
            return "a comma";
        }
        return wanted.contains("colon") ? "a colon" : "a value";
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return Optional.of(matcher).filter(Matcher::find).map(m -> m.group(1)).orElse("");
    }

    private static SourceLocation location(Source source, Mark mark) {
        return new SourceLocation(source.name(), mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** The location of the first such character. */
    private static SourceLocation location(Source source, int codePoint) {
        String text = source.text();
        int index = 0;
        while (index < text.length() && text.codePointAt(index) != codePoint) {
            index = text.offsetByCodePoints(index, 1);
        }
        return SourceLocation.after(source.name(), text.substring(0, index));
    }

    private static String firstLine(String message) {
        String text = message.strip();
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end).strip();
    }
}
