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

    private static StateMachineImport<Flows.States, Flows.Events> importing() {
        return StateMachineImport.of(Flows.<Flows.States, Flows.Events>factoryOf(Flows.EnumFlow.class));
    }

    private static ImportedWorkflow<Flows.States, Flows.Events> imported() {
        return importing()
                .field(Flows.PAID, Integer.class)
                .field(Field.choice("speed", "very-fast"))
                .takeOver()
                .as("shop");
    }

    private static StateMachineContext<Flows.States, Flows.Events> context(
            Flows.States state, Map<Object, Object> variables) {
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
        MigrationStart takeOver =
                imported.takeOver(context(Flows.States.CHECKED, Map.of("paid", 2, "speed", Speed.VERY_FAST)));

        assertThat(takeOver.machineId()).isEqualTo("17");
        assertThat(takeOver.notes()).isEmpty();
        assertThat(orders.place("17", takeOver.request()).isAccepted()).isTrue();
        Order order = orders.find("17").orElseThrow();
        assertThat(order.status()).isEqualTo("checked");
        assertThat(order.fields().asMap())
                .isEqualTo(Map.of("paid", new BigDecimal(2), "speed", "very-fast", MigrationStart.FIELD, "checked"));
        assertThat(orders.fire("17", Request.of(Flows.Events.PAY, Actor.of("customer")))
                        .isAccepted())
                .isTrue();
        assertThat(orders.find("17").orElseThrow().status()).isEqualTo("paid");
    }

    @Test
    void every_state_can_be_taken_over() {
        var imported = imported();
        Orders orders = orders(imported);
        for (Flows.States state : Flows.States.values()) {
            orders.place(
                    state.name(), imported.takeOver(context(state, Map.of())).request());
            assertThat(orders.find(state.name()).orElseThrow().status()).isEqualTo(imported.statusOf(state));
        }
    }

    @Test
    void only_the_role_that_was_said_may() {
        var imported = importing().takeOver("staff").as("shop");
        MigrationStart takeOver = imported.takeOver(context(Flows.States.SENT, Map.of()));

        assertThat(takeOver.request().actor()).isEqualTo(Actor.of("staff"));
        Decision byCustomer = orders(imported)
                .place(
                        "17",
                        Request.of(MigrationStart.EVENT, Actor.of("customer")).with(MigrationStart.FIELD, "sent"));
        assertThat(((Rejected) byCustomer).code()).isEqualTo("role-not-allowed");
    }

    @Test
    void what_the_order_does_not_get_is_told() {
        var context = new DefaultStateMachineContext<>(
                Flows.States.PAID,
                Flows.Events.PAY,
                Map.of(),
                new DefaultExtendedState(new HashMap<>(Map.of("paid", 3, "coupon", "X"))),
                Map.of(),
                "17");

        assertThat(imported().takeOver(context).notes())
                .extracting(ImportNote::toString)
                .containsExactly(
                        "live-data: coupon: no field takes this variable of the extended state, so that the order goes"
                                + " without it; declare it with field(…) before the import",
                        "live-data: PAY: the last event of the machine is not in the history of the order, which begins with"
                                + " \"take-over\"");
    }

    @Test
    void a_context_without_variables_is_taken_over() {
        StateMachineContext<Flows.States, Flows.Events> bare =
                new DefaultStateMachineContext<>(Flows.States.PAID, null, null, null);

        assertThat(imported().takeOver(bare).machineId()).isNull();
        assertThat(imported().takeOver(bare).request().data().asMap()).isEqualTo(Map.of(MigrationStart.FIELD, "paid"));
    }

    @Test
    void an_import_that_was_not_told_cannot() {
        var imported = importing().as("shop");

        assertThatIllegalStateException()
                .isThrownBy(() -> imported.takeOver(context(Flows.States.PAID, Map.of())))
                .withMessage("orders of shop version 1 cannot begin in the middle: call takeOver() on the import");
    }

    @Test
    void a_machine_that_is_in_several_states_is_refused() {
        var inner = context(Flows.States.NEW, Map.of());
        StateMachineContext<Flows.States, Flows.Events> context =
                new DefaultStateMachineContext<>(List.of(inner), Flows.States.PAID, null, null, null, Map.of(), "17");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> imported().takeOver(context))
                .withMessage(
                        "machine 17 cannot be taken over: it has machines within it, and an order is in one status only;"
                                + " finish it where it is, or bring it into a plain state first");
    }

    @Test
    void a_machine_that_remembers_states_is_refused() {
        StateMachineContext<Flows.States, Flows.Events> context = new DefaultStateMachineContext<>(
                Flows.States.PAID, null, null, null, Map.of(Flows.States.PAID, Flows.States.NEW), "17");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> imported().takeOver(context))
                .withMessage(
                        "machine 17 cannot be taken over: it remembers states for a history pseudo-state, and an order is"
                                + " in one status only; finish it where it is, or bring it into a plain state first");
    }

    @Test
    void a_state_that_is_no_status_is_refused() {
        var imported = StateMachineImport.of(Flows.model().build()).takeOver().as("shop");
        StateMachineContext<String, String> context =
                new DefaultStateMachineContext<>("gone", null, null, null, Map.of(), "17");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> imported.takeOver(context))
                .withMessage("machine 17 cannot be taken over: its state gone is none of [open, closed, waiting]");
    }

    @Test
    void a_variable_that_its_field_does_not_take_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> imported().takeOver(context(Flows.States.PAID, Map.of("paid", "much"))))
                .withMessage(
                        "machine 17 cannot be taken over: its variable paid is a String that the field does not take:"
                                + " \"much\" is not a number such as 12 or 3.5");
    }
}
