package dev.orderly.file;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes maps, lists, texts, numbers and booleans as YAML. A text stands without quotes only where every reader of YAML
 * 1.1 and 1.2 takes it for that text; all others are written in double quotes, as in JSON.
 */
final class YamlWriter {

    private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}\\p{N}_./()+-]*(?: [\\p{L}\\p{N}_./()+-]+)*");
    private static final Set<String> NOT_PLAIN =
            Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf");

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    static String write(Map<String, Object> tree) {
        YamlWriter writer = new YamlWriter();
        writer.entries(tree, "");
        return writer.out.toString();
    }

    /** Entries of a map; the first stands where the cursor is, the others are indented. */
    private void entries(Map<?, ?> map, String indent) {
        String before = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = entry.getKey().toString();
            out.append(before).append(key.equals("on") ? key : scalar(key)).append(':');
            value(entry.getValue(), indent);
            before = indent;
        }
    }

    private void value(Object value, String indent) {
        String deeper = indent + "  ";
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            out.append('\n').append(deeper);
            entries(map, deeper);
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            out.append('\n');
            for (Object item : list) {
                out.append(deeper).append("- ");
                if (item instanceof Map<?, ?> map && !map.isEmpty()) {
                    entries(map, deeper + "  ");
                } else {
                    out.append(scalar(item)).append('\n');
                }
            }
        } else {
            out.append(' ').append(scalar(value)).append('\n');
        }
    }

    private static String scalar(Object value) {
        if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(YamlWriter::scalar).toList()) + "]";
        }
        if (value instanceof Map<?, ?>) {
            return "{}";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        String text = value.toString();
        boolean isText = !(value instanceof Boolean || value instanceof Integer);
        boolean isPlain = PLAIN.matcher(text).matches() && !NOT_PLAIN.contains(text.toLowerCase(Locale.ROOT));
        return isText && !isPlain ? quoted(text) : text;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (isPrintable(c)) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(c > 0xFFFF ? "\\U%08X".formatted(c) : "\\u%04X".formatted(c));
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
