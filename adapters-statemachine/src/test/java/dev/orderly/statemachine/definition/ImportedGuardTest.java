package dev.orderly.statemachine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderly.decision.Allowed;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.decision.Verdict;
import dev.orderly.order.Actor;
import dev.orderly.order.OrderState;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.config.model.ConfigurationData;
import org.springframework.statemachine.config.model.DefaultStateMachineModel;
import org.springframework.statemachine.config.model.StateData;
import org.springframework.statemachine.config.model.StatesData;
import org.springframework.statemachine.config.model.TransitionData;
import org.springframework.statemachine.config.model.TransitionsData;
import org.springframework.statemachine.guard.Guard;
import org.springframework.statemachine.transition.TransitionKind;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a guard of a state machine is shown, and what its answers mean. */
class ImportedGuardTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    enum Size {
        SMALL,
        EXTRA_LARGE
    }

    private static StateMachineBuilder.Builder<String, String> guarded(Guard<String, String> guard) throws Exception {
        StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
        builder.configureStates().withStates().initial("new").end("paid");
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("paid")
                .event("pay")
                .guard(guard);
        return builder;
    }

    private static StateMachineImport<String, String> importing(Guard<String, String> guard) throws Exception {
        return StateMachineImport.of(guarded(guard).createFactory());
    }

    private static Verdict ask(ImportedWorkflow<String, String> imported, OrderState order, Request request) {
        return Decider.of(imported.workflow(), imported.guards()).judge(order, request);
    }

    private static Request pay() {
        return Request.of("pay", Actor.of("customer")).withTime(NOW);
    }

    private static OrderState order() {
        return OrderState.of("17", "new", NOW);
    }

    private static StateContext<String, String> seen(
            StateMachineImport<String, String> imports, List<StateContext<String, String>> seen, Request request) {
        ask(imports.build("shop"), order().with("count", new BigDecimal(4)), request);
        return seen.get(0);
    }

    @Test
    void a_guard_sees_the_event_the_data_and_the_fields() throws Exception {
        List<StateContext<String, String>> last = new ArrayList<>();
        StateMachineImport<String, String> imports = importing(context -> {
                    last.add(context);
                    return true;
                })
                .header(Field.of("paid", FieldType.NUMBER), Long.class)
                .field(Field.of("count", FieldType.NUMBER), Integer.class)
                .header(Field.of("size", FieldType.TEXT), Size.class)
                .header(Field.of("weight", FieldType.NUMBER), Double.class)
                .header(Field.of("code", FieldType.NUMBER), String.class)
                .header(Field.of("gift", FieldType.YES_NO));

        StateContext<String, String> context = seen(
                imports,
                last,
                pay().with("paid", "500")
                        .with("size", "extra-large")
                        .with("weight", 2.5)
                        .with("code", 7)
                        .with("gift", " "));

        assertThat(context.getEvent()).isEqualTo("pay");
        assertThat(context.getMessage().getPayload()).isEqualTo("pay");
        assertThat(context.getMessageHeader("paid")).isEqualTo(500L);
        assertThat(context.getMessageHeaders().getTimestamp()).isEqualTo(NOW.toEpochMilli());
        assertThat(context.getMessageHeaders().getId()).isNull();
        assertThat(context.getExtendedState().getVariables())
                .isEqualTo(Map.of("paid", 500L, "count", 4, "size", Size.EXTRA_LARGE, "weight", 2.5, "code", "7"));
        assertThat(context.getStage()).isEqualTo(StateContext.Stage.TRANSITION);
        assertThat(context.getSource().getId()).isEqualTo("new");
        assertThat(context.getTarget().getId()).isEqualTo("paid");
        assertThat(context.getTransition().getTrigger().getEvent()).isEqualTo("pay");
    }

    @Test
    void a_value_that_the_type_cannot_hold_stays_as_it_is() throws Exception {
        List<StateContext<String, String>> last = new ArrayList<>();
        StateMachineImport<String, String> imports = importing(context -> {
                    last.add(context);
                    return true;
                })
                .field(Field.of("count", FieldType.NUMBER), Integer.class)
                .header(Field.of("size", FieldType.TEXT), Size.class);

        StateContext<String, String> context =
                seen(imports, last, pay().with("count", new BigDecimal("1.5")).with("size", "tiny"));

        assertThat(context.getExtendedState().getVariables())
                .isEqualTo(Map.of("count", new BigDecimal("1.5"), "size", "tiny"));
    }

    @Test
    void an_event_cannot_change_a_variable() throws Exception {
        var imported = importing(context ->
                        Integer.valueOf(1).equals(context.getExtendedState().get("paid", Integer.class)))
                .field(MachineSamples.PAID, Integer.class)
                .build("shop");

        assertThat(((Rejected) ask(imported, order(), pay().with("paid", 1))).code())
                .isEqualTo("data-invalid");
    }

    @Test
    void a_type_that_no_field_can_be_is_refused() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> importing(context -> true).field(Field.of("paid", FieldType.NUMBER), Map.class))
                .withMessage(
                        "field \"paid\" cannot be a variable of type Map: take Integer, Long, Double, Float, String, an"
                                + " enum, or leave it out for the field's own type");
    }

    @Test
    void changes_to_variables_are_lost() throws Exception {
        var imported = importing(
                        context -> context.getExtendedState().getVariables().put("paid", 1) == null)
                .field(MachineSamples.PAID)
                .build("shop");

        assertThat(ask(imported, order(), pay())).isInstanceOf(Allowed.class);
        assertThat(ask(imported, order(), pay())).isInstanceOf(Allowed.class);
    }

    @Test
    void a_refusal_names_the_guard() throws Exception {
        var imported =
                importing(context -> false).guard("new", "pay", "paid-in-full").build("shop");

        Rejected refusal = (Rejected) ask(imported, order(), pay());
        assertThat(refusal.code()).isEqualTo("paid-in-full");
        assertThat(refusal.explain(imported.workflow(), "en")).isEqualTo("The condition “paid-in-full” is not met.");
    }

    @Test
    void a_guard_that_throws_refuses_as_on_a_machine() throws Exception {
        var imported = importing(context -> {
                    throw new IllegalStateException("broken");
                })
                .build("shop");

        assertThat(((Rejected) ask(imported, order(), pay())).code()).isEqualTo("pay-from-new");
    }

    @Test
    void a_guard_that_asks_for_the_machine_ends_the_decision() throws Exception {
        var imported =
                importing(context -> context.getStateMachine().isComplete()).build("shop");

        assertThatThrownBy(() -> ask(imported, order(), pay()))
                .hasRootCauseMessage("an imported guard has no state machine to look at: let it read the message, its"
                        + " headers and the variables of the extended state");
    }

    @Test
    void an_expression_that_asks_for_the_machine_ends_the_decision() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
        builder.configureStates().withStates().initial("new").end("paid");
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("paid")
                .event("pay")
                .guardExpression("stateMachine.complete");
        var imported = StateMachineImport.of(builder.createFactory()).build("shop");

        assertThatThrownBy(() -> ask(imported, order(), pay()))
                .hasRootCauseMessage("an imported guard has no state machine to look at: let it read the message, its"
                        + " headers and the variables of the extended state");
    }

    @Test
    void a_guard_that_answers_later_is_waited_for() {
        StateData<String, String> paid = new StateData<>("paid");
        paid.setEnd(true);
        var later = new TransitionData<String, String>(
                "new",
                "paid",
                "pay",
                List.of(),
                context -> Mono.just(true).publishOn(Schedulers.parallel()),
                TransitionKind.EXTERNAL);
        var imported = StateMachineImport.of(new DefaultStateMachineModel<>(
                        new ConfigurationData<>(),
                        new StatesData<>(List.of(new StateData<>("new", true), paid)),
                        new TransitionsData<>(List.of(later))))
                .build("shop");

        assertThat(ask(imported, order(), pay())).isInstanceOf(Allowed.class);
    }

    @Test
    void a_guard_of_a_timer_sees_no_event() throws Exception {
        List<StateContext<String, String>> last = new ArrayList<>();
        StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
        builder.configureStates().withStates().initial("new").end("late");
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("late")
                .timerOnce(1000)
                .guard(context -> {
                    last.add(context);
                    return true;
                });
        var imported = StateMachineImport.of(builder.createFactory()).build("shop");

        Request late = Request.of("new-to-late", Actor.system()).withTime(NOW.plusSeconds(1));
        assertThat(ask(imported, order(), late)).isInstanceOf(Allowed.class);
        assertThat(last.get(0).getEvent()).isNull();
        assertThat(last.get(0).getTransition().getTrigger()).isNull();
    }
}
