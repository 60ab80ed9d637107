package dev.orderly.testkit.engine;

import static dev.orderly.testkit.engine.EngineScript.CUSTOMER;
import static dev.orderly.testkit.engine.EngineScript.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Reason;
import org.junit.jupiter.api.Test;

/** The contract of an engine about cases of an order. */
public abstract class CaseContract extends EngineFixture {

    @Test
    void a_case_is_opened_and_settled() {
        EngineScript script = script(t -> {}).place().open();

        assertThat(script.order().hasOpenCase()).isTrue();
        assertThat(script.settle().order().hasOpenCase()).isFalse();
    }

    @Test
    void an_open_case_holds_up_what_waits_for_it() {
        EngineScript script = script(t -> t.noOpenCase()).place().open();

        assertThat(script.objections()).containsExactly("case-open");
        assertThat(script.settle().go("ship", STAFF).order().status()).isEqualTo("shipped");
    }

    @Test
    void cases_have_events_of_their_own() {
        EngineScript script = script(t -> {}).place().open();

        assertThat(script.no("settle", STAFF)).extracting(Reason::code).containsExactly("unknown-event");
        assertThat(EngineScript.refused(script.decider().decideCase(script.order(), 1, script.request("ship", STAFF))))
                .extracting(Reason::code)
                .containsExactly("unknown-event");
    }

    @Test
    void cases_have_roles_of_their_own() {
        EngineScript script = script(t -> {}).place().open();

        assertThat(EngineScript.refused(
                        script.decider().decideCase(script.order(), 1, script.request("settle", CUSTOMER))))
                .extracting(Reason::code)
                .containsExactly("role-not-allowed");
    }
}
