package dev.orderly.decision;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sentences of the library's own reasons, from one resource per language. */
final class Sentences {

    private static final Pattern PARAM = Pattern.compile("\\{([^{}]+)}");
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Map<String, Properties> BY_LANGUAGE = new ConcurrentHashMap<>();

    private Sentences() {}

    static String of(Reason reason, Workflow workflow, String language) {
        String template = reason.text().isEmpty()
                ? template(reason.code(), reason.params(), language)
                : reason.text().inOr(language, reason.code());
        Matcher matcher = PARAM.matcher(template);
        StringBuilder sentence = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            Object value = reason.params().get(name);
            String shown = value == null ? matcher.group() : show(name, value, reason, workflow, language);
            matcher.appendReplacement(sentence, Matcher.quoteReplacement(shown));
        }
        return matcher.appendTail(sentence).toString();
    }

    /** A code has a second sentence, {@code code.kind}, where its parameter {@code kind} says so. */
    private static String template(String code, Map<String, Object> params, String language) {
        Object kind = params.get("kind");
        String key = kind == null ? code : code + "." + kind;
        String text = in(language).getProperty(key);
        return text == null ? in("en").getProperty(key, code) : text;
    }

    private static Properties in(String language) {
        return BY_LANGUAGE.computeIfAbsent(language, Sentences::load);
    }

    private static Properties load(String language) {
        Properties sentences = new Properties();
        if (!language.matches("[a-z]{2,3}")) {
            return sentences;
        }
        try (InputStream resource = Sentences.class.getResourceAsStream("reasons_" + language + ".properties")) {
            if (resource != null) {
                sentences.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the sentences in language " + language + " cannot be read", e);
        }
        return sentences;
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
            case "status" -> workflow.statusLabel(text, language);
            case "event", "possible", "of" -> workflow.eventLabel(text, language);
            case "field", "fields" -> workflow.fieldLabel(text, language);
            case "expected", "actual", "value" -> word(text, reason.params().get("field"), workflow, language);
            default -> text;
        };
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
            if (declared.choices().contains(value)) {
                return declared.choiceLabel(value, language);
            }
        }
        if (!value.equals("true") && !value.equals("false")) {
            return value;
        }
        String word = in(language).getProperty(value);
        return word == null ? in("en").getProperty(value, value) : word;
    }
}
