package dev.orderly.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads and writes JSON, strictly: unknown and duplicate properties and values of another type are errors. */
final class Json {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final CoercionAction FAIL = CoercionAction.Fail;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .withCoercionConfig(
                    LogicalType.Textual,
                    shapes -> shapes.setCoercion(CoercionInputShape.Integer, FAIL)
                            .setCoercion(CoercionInputShape.Float, FAIL)
                            .setCoercion(CoercionInputShape.Boolean, FAIL))
            .changeDefaultPropertyInclusion(old -> old.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /**
     * Reads a body.
     *
     * @throws ProblemException if it is not JSON, or not of this type
     */
    static <T> T read(byte[] body, Class<T> type) {
        T value;
        try {
            value = MAPPER.readValue(body, type);
        } catch (JacksonException e) {
            throw problem(e);
        }
        if (value == null) {
            throw ProblemType.MALFORMED_REQUEST.exception("the body is null where an object is expected");
        }
        return value;
    }

    private static ProblemException problem(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            String known = String.join(
                    ", ",
                    unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .toList());
            return ProblemType.MALFORMED_REQUEST.at(new Problem.FieldError(
                    pointer(e), "there is no property \"" + unknown.getPropertyName() + "\" here, only: " + known));
        }
        if (e instanceof StreamConstraintsException) {
            return ProblemType.MALFORMED_REQUEST.exception(
                    "the body is nested too deeply, or a number or text in it is too long" + where(e.getLocation()));
        }
        if (e instanceof StreamReadException) {
            return ProblemType.MALFORMED_REQUEST.exception(
                    "the body is not JSON: " + e.getOriginalMessage() + where(e.getLocation()));
        }
        if (e.getPath().isEmpty()) {
            return ProblemType.MALFORMED_REQUEST.exception("the body is not one JSON object, as it is expected here");
        }
        return ProblemType.INVALID_DATA.at(
                new Problem.FieldError(pointer(e), "this value is not of the type that is expected here"));
    }

    private static String where(TokenStreamLocation place) {
        return place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }

    private static String pointer(JacksonException e) {
        List<JacksonException.Reference> path = e.getPath();
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : path) {
            String name = step.getPropertyName();
            pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : escaped(name));
        }
        return pointer.toString();
    }

    /** A name within a JSON pointer (RFC 6901, section 3). */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
