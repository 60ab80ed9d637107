package dev.orderly.decision;

import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of the library's own reasons. A language is a resource {@code reasons_LANGUAGE.properties} beside this class
 * and a line of the resource {@code languages}; both are read by this class itself, as the module path demands.
 */
final class Sentences {

    private static final Pattern PARAM = Pattern.compile("\\{([^{}]+)}");
    /** What stands between values of which each would do; no word of a choice can hold it. */
    private static final Pattern SEVERAL = Pattern.compile(" / ");

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final String TOTAL = "total";
    private static final Properties NONE = new Properties();
    private static final Map<String, Properties> BY_LANGUAGE = load();

    private Sentences() {}

    static String of(Reason reason, Workflow whole, String language) {
        Workflow workflow = subject(reason, whole);
        String template = reason.text().isEmpty()
                ? template(reason.code(), reason.params(), language)
                : reason.text().textOr(language, reason.code());
        Matcher matcher = PARAM.matcher(template);
        StringBuilder sentence = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            Object value = reason.params().get(name);
            String shown = value == null
                    ? matcher.group()
                    : name.equals("flow")
                            ? flowLabel(value.toString(), whole, language)
                            : show(name, value, reason, workflow, language);
            matcher.appendReplacement(sentence, Matcher.quoteReplacement(shown));
        }
        return matcher.appendTail(sentence).toString();
    }

    /** The flow that a reason is about, whose statuses and events have labels of their own; otherwise the workflow itself. */
    private static Workflow subject(Reason reason, Workflow whole) {
        return reason.params().get("flow") instanceof String flow
                ? whole.caseType(flow).map(CaseType::workflow).orElse(whole)
                : whole;
    }

    private static String flowLabel(String flow, Workflow whole, String language) {
        return whole.caseType(flow)
                .map(type -> type.label().textOr(language, flow))
                .orElse(flow);
    }

    /** A code has a second sentence, {@code code.kind}, where its parameter {@code kind} says so. */
    private static String template(String code, Map<String, Object> params, String language) {
        Object kind = params.get("kind");
        String key = kind == null ? code : code + "." + kind;
        String text = in(language).getProperty(key);
        return text == null ? in("en").getProperty(key, code) : text;
    }

    private static Properties in(String language) {
        return BY_LANGUAGE.getOrDefault(language, NONE);
    }

    private static Map<String, Properties> load() {
        Map<String, Properties> all = new HashMap<>();
        resource("languages").lines().map(String::strip).forEach(language -> all.put(language, load(language)));
        return Map.copyOf(all);
    }

    private static Properties load(String language) {
        Properties sentences = new Properties();
        try {
            sentences.load(new StringReader(resource("reasons_" + language + ".properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }

    private static String resource(String name) {
        try (InputStream resource = Sentences.class.getResourceAsStream(name)) {
            return new String(require(resource, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    private static InputStream require(@Nullable InputStream resource, String name) {
        if (resource == null) {
            throw new IllegalStateException(name + " is missing in the jar");
        }
        return resource;
    }

    private static String show(String param, Object value, Reason reason, Workflow workflow, String language) {
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? "–"
                    : String.join(
                            ", ",
                            list.stream()
                                    .map(v -> show(param, v, reason, workflow, language))
                                    .toList());
        }
        if (value instanceof Instant instant) {
            return local(instant, workflow);
        }
        String text = value.toString();
        return switch (param) {
            case "status", "wanted" -> workflow.statusLabel(text, language);
            case "statuses", "found" -> workflow.itemStatusLabel(text, language);
            case "event", "possible", "of" -> workflow.eventLabel(text, language);
            case "field", "fields" -> workflow.fieldLabel(text, language);
            case "other" -> other(text, workflow, language);
            case "expected", "actual", "value" -> word(text, reason.params().get("field"), workflow, language);
            default -> text;
        };
    }

    /** Another field by its label, or the total of the lines, which no field is called. */
    private static String other(String text, Workflow workflow, String language) {
        String total = Reference.linesTotal().toString();
        return text.equals(total)
                ? in(language).getProperty(TOTAL, in("en").getProperty(TOTAL, text))
                : workflow.fieldLabel(text, language);
    }

    /** A time as the shop's clocks show it; seconds only where there are any. */
    private static String local(Instant instant, Workflow workflow) {
        ZonedDateTime time = instant.atZone(workflow.calendar().zone()).truncatedTo(ChronoUnit.SECONDS);
        return (time.getSecond() == 0 ? TO_THE_MINUTE : TO_THE_SECOND).format(time);
    }

    /** Yes, no and the words of choices in the reader's language; every other value as it is. */
    private static String word(String value, @Nullable Object field, Workflow workflow, String language) {
        if (field instanceof String name && workflow.field(name).isPresent()) {
            Field declared = workflow.field(name).get();
            if (!declared.choices().isEmpty()) {
                return SEVERAL.splitAsStream(value)
                        .map(word -> declared.choiceLabel(word, language))
                        .collect(Collectors.joining(" / "));
            }
        }
        if (!value.equals("true") && !value.equals("false")) {
            return value;
        }
        String word = in(language).getProperty(value);
        return word == null ? in("en").getProperty(value, value) : word;
    }
}
