package dev.orderly.testkit.internal.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Decider;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.testkit.PlayedStep;
import dev.orderly.testkit.Scenario;
import dev.orderly.testkit.internal.concurrent.ConcurrentRun;
import java.util.List;

/** A check of the answers of an engine: equal for equal requests, also from several threads, and of one kind. */
public final class AnswerCheck {

    private static final int THREADS = 8;

    private AnswerCheck() {}

    /** The same request about the same order gets the same answer again. */
    public static void areRepeatable(Scenario scenario, Decider decider) {
        for (PlayedStep played : scenario.play(decider)) {
            assertThat(played.step().ask(decider, scenario.number(), played.before()))
                    .as(played.toString())
                    .contains(played.decision());
        }
    }

    /** All reasons of a refusal are of the same kind, unless they are those of guards. */
    public static void areOfOneKind(Scenario scenario, Decider decider) {
        for (PlayedStep played : scenario.play(decider)) {
            if (played.decision() instanceof Rejected rejected
                    && !isOfGuard(rejected.reasons().get(0))) {
                assertThat(rejected.reasons())
                        .extracting(AnswerCheck::kind)
                        .containsOnly(kind(rejected.reasons().get(0)));
            }
        }
    }

    /**
     * What a request names wrongly is of one kind, be it data or units; so is what units there are not, and what amounts would
     * be.
     */
    private static String kind(Reason reason) {
        boolean isNoneThere = "none".equals(reason.params().get("kind"));
        return switch (reason.code()) {
            case Reason.UNKNOWN_LINE -> Reason.DATA_INVALID;
            case Reason.OUT_OF_BOUNDS -> Reason.CONDITION_NOT_MET;
            case Reason.NOT_SO_MANY -> isNoneThere ? Reason.ITEMS_NOT_SO : Reason.DATA_INVALID;
            default -> reason.code();
        };
    }

    private static boolean isOfGuard(Reason reason) {
        return !reason.text().isEmpty();
    }

    /** Threads that ask at the same time get the answers that one thread alone gets. */
    public static void areUndisturbed(Scenario scenario, Decider decider) {
        List<PlayedStep> alone = scenario.play(decider);

        assertThat(ConcurrentRun.of(THREADS, thread -> scenario.play(decider))).containsOnly(alone);
    }
}
