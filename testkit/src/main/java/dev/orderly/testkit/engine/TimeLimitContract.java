package dev.orderly.testkit.engine;

import static dev.orderly.testkit.engine.EngineScript.CUSTOMER;
import static dev.orderly.testkit.engine.EngineScript.STAFF;
import static dev.orderly.testkit.engine.EngineScript.plain;
import static dev.orderly.testkit.engine.EngineScript.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Decider;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TransitionBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The contract of an engine about time: from when and until when a transition is possible, to the second. */
public abstract class TimeLimitContract extends EngineFixture {

    @Test
    void after_a_limit_begins_with_its_last_moment() {
        EngineScript script = script(t -> t.notBefore(TimeLimit.after("P1D"))).place();

        assertThat(script.later("PT23H59M59S").objections()).containsExactly("too-early");
        assertThat(script.later("PT1S").go("ship", STAFF).order().status()).isEqualTo("shipped");
    }

    @Test
    void within_a_limit_ends_with_its_last_moment() {
        EngineScript script =
                script(t -> t.within(TimeLimit.after("P1D"))).place().later("PT24H");

        assertThat(script.go("ship", STAFF).order().status()).isEqualTo("shipped");
        assertThat(script(t -> t.within(TimeLimit.after("P1D")))
                        .place()
                        .later("PT24H1S")
                        .objections())
                .containsExactly("too-late");
    }

    @Test
    void nothing_happens_before_what_happened_last() {
        assertThat(script(t -> {}).place().later("PT-1S").objections()).containsExactly("too-early");
    }

    @Test
    void a_limit_since_an_event_waits_for_the_event() {
        assertThat(script(
                                plain().transition("wrap", t -> t.from("open").by("staff"))
                                        .transition(
                                                "ship",
                                                t -> t.from("open")
                                                        .to("shipped")
                                                        .by("staff")
                                                        .notBefore(TimeLimit.after("PT0S", "wrap")))
                                        .build(),
                                Map.of())
                        .place()
                        .objections())
                .containsExactly("too-early");
    }

    @Test
    void a_limit_before_a_deadline_ends_and_begins_so_long_before_it() {
        assertThat(expiring(t -> t.within(TimeLimit.before("P3D", "expire")))
                        .place()
                        .later("P4D")
                        .go("ship", STAFF)
                        .order()
                        .status())
                .isEqualTo("shipped");
        assertThat(expiring(t -> t.within(TimeLimit.before("P3D", "expire")))
                        .place()
                        .later("P4DT1S")
                        .objections())
                .containsExactly("too-late");
        assertThat(expiring(t -> t.notBefore(TimeLimit.before("P3D", "expire")))
                        .place()
                        .later("P3DT23H59M59S")
                        .objections())
                .containsExactly("too-early");
    }

    @Test
    void a_limit_before_a_deadline_waits_for_what_the_deadline_counts_from() {
        assertThat(script(
                                plain().transition("wrap", t -> t.from("open").by("staff"))
                                        .transition(
                                                "ship",
                                                t -> t.from("open")
                                                        .to("shipped")
                                                        .by("staff")
                                                        .notBefore(TimeLimit.before("P3D", "expire")))
                                        .transition(
                                                "expire",
                                                t -> t.from("open")
                                                        .to("shipped")
                                                        .after(TimeLimit.after("P7D", "wrap")))
                                        .build(),
                                Map.of())
                        .place()
                        .objections())
                .containsExactly("too-early");
    }

    private EngineScript expiring(Consumer<TransitionBuilder<String>> ship) {
        return script(
                plain().transition(
                                "ship",
                                t -> ship.accept(t.from("open").to("shipped").by("staff")))
                        .transition("expire", t -> t.from("open").to("shipped").after(TimeLimit.after("P7D")))
                        .build(),
                Map.of());
    }

    @Test
    void at_the_ends_of_time_there_is_an_answer() {
        Decider decider = newDecider(shop(t -> t.within(TimeLimit.after("P1D"))), Map.of());

        for (Instant end : List.of(Instant.MIN, Instant.MAX)) {
            assertThat(decider.place("17", Request.of("place", CUSTOMER).withTime(end)))
                    .isInstanceOf(Rejected.class);
        }
    }
}
