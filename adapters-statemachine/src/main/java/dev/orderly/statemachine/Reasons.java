package dev.orderly.statemachine;

import dev.orderly.decision.Reason;
import dev.orderly.workflow.LocalText;
import java.util.Map;

/** Reasons for which the library has the sentences. */
final class Reasons {

    private Reasons() {}

    static Reason of(String code) {
        return new Reason(code, Map.of(), LocalText.EMPTY);
    }
}
