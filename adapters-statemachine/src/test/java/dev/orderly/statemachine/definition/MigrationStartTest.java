package dev.orderly.statemachine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.orderly.Orders;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.workflow.Field;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.statemachine.StateMachineContext;
import org.springframework.statemachine.support.DefaultExtendedState;
import org.springframework.statemachine.support.DefaultStateMachineContext;

/** An order begins where a persisted machine stopped. */
class MigrationStartTest {

    enum Speed {
        VERY_FAST
    }

    private static StateMachineImport<MachineSamples.States, MachineSamples.Events> importing() {
        return StateMachineImport.of(
                MachineSamples.<MachineSamples.States, MachineSamples.Events>factoryOf(MachineSamples.EnumFlow.class));
    }

    private static ImportedWorkflow<MachineSamples.States, MachineSamples.Events> imported() {
        return importing()
                .field(MachineSamples.PAID, Integer.class)
                .field(Field.choice("speed", "very-fast"))
                .migrationStart()
                .build("shop");
    }

    private static StateMachineContext<MachineSamples.States, MachineSamples.Events> context(
            MachineSamples.States state, Map<Object, Object> variables) {
        return new DefaultStateMachineContext<>(
                state, null, null, new DefaultExtendedState(new HashMap<>(variables)), Map.of(), "17");
    }

    private static Orders orders(ImportedWorkflow<?, ?> imported) {
        var builder = Orders.builder(new InMemoryOrderStore()).workflow(imported.workflow());
        imported.guards().forEach(builder::guard);
        return builder.build();
    }

    @Test
    void it_has_the_status_and_the_fields_and_goes_on_from_there() {
        var imported = imported();
        Orders orders = orders(imported);
        MigrationStart start = imported.migrationStart(
                context(MachineSamples.States.CHECKED, Map.of("paid", 2, "speed", Speed.VERY_FAST)));

        assertThat(start.machineId()).isEqualTo("17");
        assertThat(start.notes()).isEmpty();
        assertThat(orders.place("17", start.request()).isAccepted()).isTrue();
        Order order = orders.find("17").orElseThrow();
        assertThat(order.status()).isEqualTo("checked");
        assertThat(order.fields().asMap())
                .isEqualTo(Map.of("paid", new BigDecimal(2), "speed", "very-fast", MigrationStart.FIELD, "checked"));
        assertThat(orders.fire("17", Request.of(MachineSamples.Events.PAY, Actor.of("customer")))
                        .isAccepted())
                .isTrue();
        assertThat(orders.find("17").orElseThrow().status()).isEqualTo("paid");
    }

    @Test
    void every_state_can_be_taken_over() {
        var imported = imported();
        Orders orders = orders(imported);
        for (MachineSamples.States state : MachineSamples.States.values()) {
            orders.place(
                    state.name(),
                    imported.migrationStart(context(state, Map.of())).request());
            assertThat(orders.find(state.name()).orElseThrow().status()).isEqualTo(imported.statusOf(state));
        }
    }

    @Test
    void only_the_role_that_was_said_may() {
        var imported = importing().migrationStart("staff").build("shop");
        MigrationStart start = imported.migrationStart(context(MachineSamples.States.SENT, Map.of()));

        assertThat(start.request().actor()).isEqualTo(Actor.of("staff"));
        Decision byCustomer = orders(imported)
                .place(
                        "17",
                        Request.of(MigrationStart.EVENT, Actor.of("customer")).with(MigrationStart.FIELD, "sent"));
        assertThat(((Rejected) byCustomer).code()).isEqualTo("role-not-allowed");
    }

    @Test
    void what_the_order_does_not_get_is_noted() {
        var context = new DefaultStateMachineContext<>(
                MachineSamples.States.PAID,
                MachineSamples.Events.PAY,
                Map.of(),
                new DefaultExtendedState(new HashMap<>(Map.of("paid", 3, "coupon", "X"))),
                Map.of(),
                "17");

        assertThat(imported().migrationStart(context).notes())
                .extracting(ImportNote::toString)
                .containsExactly(
                        "live-data: coupon: no field takes this variable of the extended state, so that the order goes"
                                + " without it; declare it with field(…) before the import",
                        "live-data: PAY: the last event of the machine is not in the history of the order, which begins with"
                                + " \"migrate\"");
    }

    @Test
    void a_context_without_variables_is_taken_over() {
        StateMachineContext<MachineSamples.States, MachineSamples.Events> bare =
                new DefaultStateMachineContext<>(MachineSamples.States.PAID, null, null, null);

        assertThat(imported().migrationStart(bare).machineId()).isNull();
        assertThat(imported().migrationStart(bare).request().data().asMap())
                .isEqualTo(Map.of(MigrationStart.FIELD, "paid"));
    }

    @Test
    void an_import_without_migration_starts_has_none() {
        var imported = importing().build("shop");

        assertThatIllegalStateException()
                .isThrownBy(() -> imported.migrationStart(context(MachineSamples.States.PAID, Map.of())))
                .withMessage(
                        "orders of shop version 1 cannot begin in the middle: call migrationStart() on the import");
    }

    @Test
    void a_machine_that_is_in_several_states_is_refused() {
        var inner = context(MachineSamples.States.NEW, Map.of());
        StateMachineContext<MachineSamples.States, MachineSamples.Events> context = new DefaultStateMachineContext<>(
                List.of(inner), MachineSamples.States.PAID, null, null, null, Map.of(), "17");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> imported().migrationStart(context))
                .withMessage(
                        "machine 17 cannot be migrated: it has machines within it, and an order is in one status only;"
                                + " finish it where it is, or bring it into a plain state first");
    }

    @Test
    void a_machine_that_remembers_states_is_refused() {
        StateMachineContext<MachineSamples.States, MachineSamples.Events> context = new DefaultStateMachineContext<>(
                MachineSamples.States.PAID,
                null,
                null,
                null,
                Map.of(MachineSamples.States.PAID, MachineSamples.States.NEW),
                "17");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> imported().migrationStart(context))
                .withMessage(
                        "machine 17 cannot be migrated: it remembers states for a history pseudo-state, and an order is"
                                + " in one status only; finish it where it is, or bring it into a plain state first");
    }

    @Test
    void a_state_that_is_no_status_is_refused() {
        var imported = StateMachineImport.of(MachineSamples.model().build())
                .migrationStart()
                .build("shop");
        StateMachineContext<String, String> context =
                new DefaultStateMachineContext<>("gone", null, null, null, Map.of(), "17");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> imported.migrationStart(context))
                .withMessage("machine 17 cannot be migrated: its state gone is none of [open, closed, waiting]");
    }

    @Test
    void a_variable_that_its_field_does_not_take_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> imported().migrationStart(context(MachineSamples.States.PAID, Map.of("paid", "much"))))
                .withMessage(
                        "machine 17 cannot be migrated: its variable paid is a String that the field does not take:"
                                + " \"much\" is not a number such as 12 or 3.5");
    }
}
