package dev.orderly.workflow.file;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Writes maps, lists, texts, numbers and booleans as YAML or JSON. */
final class TreeWriter {

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .stringQuotingChecker(new PlainKeys())
            .build();
    private static final JsonFactory JSON = new JsonFactory();

    private TreeWriter() {}

    static String yaml(Map<String, Object> tree) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = YAML.createGenerator(ObjectWriteContext.empty(), out)) {
            write(generator, tree);
        }
        return out.toString();
    }

    static String json(Map<String, Object> tree) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(new PrettyContext(), out)) {
            write(generator, tree);
        }
        return out + "\n";
    }

    private static void write(JsonGenerator generator, Object value) {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            map.forEach((key, inner) -> {
                generator.writeName(key.toString());
                write(generator, inner);
            });
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            list.forEach(item -> write(generator, item));
            generator.writeEndArray();
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(number);
        } else {
            generator.writeString(value.toString());
        }
    }

    /** Leaves the key {@code on} plain, which YAML 1.1 would read as true and YAML 1.2 does not. */
    private static final class PlainKeys extends StringQuotingChecker.Default {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteName(String name) {
            return !name.equals("on") && super.needToQuoteName(name);
        }
    }

    /** Two spaces and line feeds on every platform. */
    private static final class PrettyContext extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
