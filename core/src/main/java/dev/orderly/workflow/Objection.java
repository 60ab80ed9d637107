package dev.orderly.workflow;

import java.util.HashMap;
import java.util.Map;

/**
 * What speaks against a step: a stable code for programs, and what exactly is in the way.
 *
 * @param code what kind of objection it is; the sentences for people go by it
 * @param params strings, times and lists of those, by name
 */
public record Objection(String code, Map<String, Object> params) {

    public Objection {
        params = Map.copyOf(params);
    }

    /** This objection with one more parameter. */
    public Objection with(String param, Object value) {
        Map<String, Object> more = new HashMap<>(params);
        more.put(param, value);
        return new Objection(code, more);
    }
}
