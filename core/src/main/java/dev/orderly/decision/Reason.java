package dev.orderly.decision;

import dev.orderly.workflow.AmountRules;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FlowCondition;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.LinesAvailable;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.NoOpenCase;
import dev.orderly.workflow.NotBefore;
import dev.orderly.workflow.Once;
import dev.orderly.workflow.Within;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Why something is refused: a stable code for programs, parameters, and a sentence for people.
 *
 * @param code what kind of reason it is: one of the constants here, that of a {@link dev.orderly.workflow.Condition},
 *     or a guard's own
 * @param params what exactly is in the way, by name: each a {@link String}, a {@link Boolean}, an {@link Integer}, a
 *     {@link Long}, a {@link BigDecimal}, a {@link LocalDate}, an {@link Instant}, a {@link Money}, or a {@link List} of
 *     those
 * @param text the sentence, for a guard's own reason; {@code {param}} stands for a parameter. Empty for the codes here,
 *     whose sentences the library has
 */
public record Reason(String code, Map<String, Object> params, LocalText text) {

    /** There is no order of this number. */
    public static final String UNKNOWN_ORDER = "unknown-order";
    /** The program lacks the version of the workflow that the order follows; another node may have it. */
    public static final String WORKFLOW_UNAVAILABLE = "workflow-unavailable";
    /** An order of this number was placed before. */
    public static final String ALREADY_PLACED = "already-placed";
    /** The request's id was used before for another request. */
    public static final String REQUEST_ID_REUSED = "request-id-reused";
    /** The order is no longer as the request expected it. */
    public static final String ORDER_CHANGED = "order-changed";
    /** The workflow has no such event. */
    public static final String UNKNOWN_EVENT = "unknown-event";
    /** The order has no such case, or the workflow no such kind of case. */
    public static final String UNKNOWN_CASE = "unknown-case";
    /** The event cannot happen in the order's status. */
    public static final String NOT_IN_STATUS = "not-in-status";
    /** The actor's role may not do it. */
    public static final String ROLE_NOT_ALLOWED = "role-not-allowed";
    /** A field that must be given is not. */
    public static final String DATA_MISSING = "data-missing";
    /** A field was given that is unknown, has no such value, or may not be changed now. */
    public static final String DATA_INVALID = "data-invalid";
    /** The order has no such line. */
    public static final String UNKNOWN_LINE = "unknown-line";
    /** There are not so many units to move as the request names, or none. */
    public static final String NOT_SO_MANY = "not-so-many";
    /** A field's value is not the one that it must be. */
    public static final String CONDITION_NOT_MET = FieldCondition.CODE;
    /** A field would have a value that it must not have, or one that cannot be worked out. */
    public static final String OUT_OF_BOUNDS = AmountRules.CODE;
    /** The order's units are not where they must be. */
    public static final String ITEMS_NOT_SO = ItemCondition.CODE;
    /** A flow of the order, or the order itself, is not in the status that it must be in. */
    public static final String FLOW_NOT_SO = FlowCondition.CODE;
    /** Something that was ordered cannot be sent yet. */
    public static final String LINE_NOT_AVAILABLE = LinesAvailable.CODE;
    /** A case is open. */
    public static final String CASE_OPEN = NoOpenCase.CODE;
    /** It has happened before and may happen only once. */
    public static final String ALREADY_DONE = Once.CODE;
    /** Its time has not come. */
    public static final String TOO_EARLY = NotBefore.CODE;
    /** Its time is over. */
    public static final String TOO_LATE = Within.CODE;

    private static final Set<Class<?>> PARAM_TYPES = Set.of(
            String.class,
            Boolean.class,
            Integer.class,
            Long.class,
            BigDecimal.class,
            LocalDate.class,
            Instant.class,
            Money.class);

    public Reason {
        params = Collections.unmodifiableMap(new TreeMap<>(params));
        for (Map.Entry<String, Object> param : params.entrySet()) {
            requireStorable(code, param.getKey(), param.getValue());
        }
    }

    private static void requireStorable(String code, String param, Object value) {
        if (value instanceof List<?> list) {
            list.forEach(item -> requireStorable(code, param, item));
        } else if (!PARAM_TYPES.contains(value.getClass())) {
            throw new IllegalArgumentException("the parameter \"" + param + "\" of the reason \"" + code
                    + "\" is of the type " + value.getClass().getName()
                    + ", which no store can keep: make it a text, true or false, a number (Integer, Long, BigDecimal),"
                    + " a LocalDate, an Instant, Money, or a list of those");
        }
    }

    /** A reason with its sentence in one language, for a guard. */
    public static Reason of(String code, String language, String sentence) {
        return new Reason(code, Map.of(), LocalText.of(language, sentence));
    }

    static Reason of(String code) {
        return new Reason(code, Map.of(), LocalText.EMPTY);
    }

    static Reason of(String code, Map<String, Object> params) {
        return new Reason(code, params, LocalText.EMPTY);
    }

    /** This reason with one more parameter. */
    public Reason with(String param, Object value) {
        Map<String, Object> more = new TreeMap<>(params);
        more.put(param, value);
        return new Reason(code, more, text);
    }

    /** This reason with its sentence in one more language. */
    public Reason withSentence(String language, String sentence) {
        return new Reason(code, params, text.with(language, sentence));
    }

    /** The sentence in a language, with the workflow's labels in it; in English where that language is not known. */
    public String sentence(Workflow workflow, String language) {
        return Sentences.of(this, workflow, language);
    }
}
