package dev.orderly.testkit.internal.scenario;

import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Requests and values of which nothing need make sense. Not thread-safe. */
final class InvalidInputs {

    private static final String LONG_TEXT = "x".repeat(10_001);

    private static final Object NO_VALUE = new Object() {
        @Override
        public String toString() {
            return "an object";
        }
    };

    private static final List<Object> VALUES = List.of(
            "",
            "  ",
            "\0",
            "\uD800",
            LONG_TEXT,
            "NaN",
            "1e999999999",
            "-0",
            "+999999999-12-31",
            "0000-01-01",
            "1 XXX",
            "1.005 EUR",
            "9999-12-31",
            "{field}",
            Double.NaN,
            Long.MIN_VALUE,
            new BigDecimal("1e-60"),
            LocalDate.MIN,
            LocalDate.MAX,
            Instant.MIN,
            Instant.MAX,
            List.of(),
            NO_VALUE);

    private final Workflow workflow;
    private final Choices choices;

    InvalidInputs(Workflow workflow, Choices choices) {
        this.workflow = workflow;
        this.choices = choices;
    }

    /** A request at about a time, or at none that there is. */
    Request request(Instant about) {
        List<String> events = new ArrayList<>(workflow.eventNames());
        events.addAll(List.of("", " ", "\0", "migrate", "PLACE", "{event}", LONG_TEXT));
        List<String> roles = new ArrayList<>(workflow.roles());
        roles.addAll(List.of("stranger", "ΔΙΑΧΕΙΡΙΣΤΗΣ"));
        Request request = Request.of(choices.pick(events), Actor.of(choices.pick(roles)))
                .with(garbled(Data.EMPTY))
                .withTime(choices.pick(List.of(about, about, about, Instant.MIN, Instant.MAX, Instant.EPOCH)));
        return choices.oneIn(8) ? request.withComment(LONG_TEXT) : request;
    }

    /** A request with one value more, or another, that hardly any field takes. */
    Request garble(Request request) {
        return request.with(garbled(request.data()));
    }

    private Data garbled(Data data) {
        List<String> fields =
                new ArrayList<>(workflow.fields().stream().map(Field::name).toList());
        fields.addAll(List.of("", "\0", "colour", "{field}"));
        return data.with(choices.pick(fields), choices.pick(VALUES));
    }
}
