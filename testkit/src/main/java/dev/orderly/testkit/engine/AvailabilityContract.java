package dev.orderly.testkit.engine;

import static dev.orderly.testkit.engine.EngineScript.CUSTOMER;
import static dev.orderly.testkit.engine.EngineScript.STAFF;
import static dev.orderly.testkit.engine.EngineScript.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Action;
import dev.orderly.decision.CaseOption;
import dev.orderly.decision.Reason;
import dev.orderly.workflow.Field;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link dev.orderly.decision.Engine#available}: what is possible for an actor, and what the engine
 * says against the rest.
 */
public abstract class AvailabilityContract extends EngineFixture {

    @Test
    void lists_every_event_that_starts_no_order_once_and_in_order() {
        EngineScript script = script(t -> {}).place();

        assertThat(script.decider().available(script.order(), STAFF, START))
                .extracting(Action::event)
                .containsExactly("close", "ship");
    }

    @Test
    void says_where_an_event_leads_and_what_it_needs() {
        Action ship = script(t -> t.needs("tracking").takes("weight").checklist("gift"))
                .place()
                .available("ship", STAFF);

        assertThat(ship.isPossible()).isTrue();
        assertThat(ship.targets()).containsExactly("shipped");
        assertThat(ship.needs()).extracting(Field::name).containsExactly("tracking");
        assertThat(ship.takes()).extracting(Field::name).containsExactly("weight");
        assertThat(ship.checklist()).extracting(Field::name).containsExactly("gift");
    }

    @Test
    void says_what_speaks_against_an_event() {
        Action ship = script(t -> t.noOpenCase()).place().open().available("ship", STAFF);

        assertThat(ship.reasons()).extracting(Reason::code).containsExactly("case-open");
    }

    @Test
    void says_who_may() {
        Action ship = script(t -> {}).place().available("ship", CUSTOMER);

        assertThat(ship.reasons()).extracting(Reason::code).containsExactly("role-not-allowed");
    }

    @Test
    void lists_the_cases_that_can_be_opened_and_who_may() {
        EngineScript script = script(t -> {}).place();

        CaseOption report =
                script.decider().caseOptions(script.order(), CUSTOMER, START).get(0);
        CaseOption not =
                script.decider().caseOptions(script.order(), STAFF, START).get(0);

        assertThat(report.type().name()).isEqualTo("incident");
        assertThat(report.action().event()).isEqualTo("report");
        assertThat(report.action().isPossible()).isTrue();
        assertThat(report.action().targets()).containsExactly("reported");
        assertThat(not.action().reasons()).extracting(Reason::code).containsExactly("role-not-allowed");
    }

    @Test
    void says_that_a_case_cannot_be_opened_in_the_status() {
        EngineScript script = script(t -> {}).place().go("ship", STAFF);

        CaseOption report =
                script.decider().caseOptions(script.order(), CUSTOMER, START).get(0);

        assertThat(report.action().reasons()).extracting(Reason::code).containsExactly("not-in-status");
    }
}
