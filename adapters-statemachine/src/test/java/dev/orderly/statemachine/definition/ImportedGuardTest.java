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
import dev.orderly.workflow.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
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
    void a_field_can_be_asked_for_by_its_own_type() throws Exception {
        List<StateContext<String, String>> last = new ArrayList<>();
        StateMachineImport<String, String> imports = importing(context -> {
                    last.add(context);
                    return true;
                })
                .header(Field.of("gift", FieldType.YES_NO), Boolean.class)
                .header(Field.of("wrapped", FieldType.YES_NO), boolean.class)
                .header(Field.of("asked", FieldType.INSTANT), Instant.class)
                .header(Field.of("day", FieldType.DATE), LocalDate.class)
                .header(Field.of("paid", FieldType.NUMBER), BigDecimal.class)
                .header(Field.of("points", FieldType.NUMBER), BigInteger.class)
                .header(Field.of("price", FieldType.MONEY), Money.class)
                .header(Field.of("pieces", FieldType.NUMBER), int.class)
                .header(Field.of("shelf", FieldType.NUMBER), Short.class)
                .header(Field.of("until", FieldType.DATE), String.class);

        StateContext<String, String> context = seen(
                imports,
                last,
                pay().with("gift", "yes")
                        .with("wrapped", false)
                        .with("asked", "2026-03-01T10:00:00Z")
                        .with("day", "2026-03-04")
                        .with("paid", "12.50")
                        .with("points", 70)
                        .with("price", "12.50 EUR")
                        .with("pieces", 3)
                        .with("shelf", 9)
                        .with("until", "2026-04-01"));

        Map<Object, Object> variables = context.getExtendedState().getVariables();
        assertThat(variables)
                .containsEntry("gift", true)
                .containsEntry("wrapped", false)
                .containsEntry("asked", Instant.parse("2026-03-01T10:00:00Z"))
                .containsEntry("day", LocalDate.of(2026, 3, 4))
                .containsEntry("paid", new BigDecimal("12.5"))
                .containsEntry("points", BigInteger.valueOf(70))
                .containsEntry("price", Money.parse("12.50 EUR"))
                .containsEntry("pieces", 3)
                .containsEntry("shelf", (short) 9)
                .containsEntry("until", "2026-04-01");
    }

    @Test
    void a_type_that_no_field_can_be_is_refused() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> importing(context -> true).field(Field.of("paid", FieldType.NUMBER), Map.class))
                .withMessage(
                        "field \"paid\", a number, cannot be a variable of type Map: take BigDecimal, BigInteger, Double,"
                                + " Float, Integer, Long, Short, String, or leave it out for the field's own type");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> importing(context -> true).header(Field.of("gift", FieldType.YES_NO), Integer.class))
                .withMessage(
                        "field \"gift\", a yes-no, cannot be a variable of type Integer: take Boolean, String, or leave"
                                + " it out for the field's own type");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> importing(context -> true).field(Field.of("size", FieldType.TEXT), Map.class))
                .withMessage(
                        "field \"size\", a text, cannot be a variable of type Map: take String, an enum, or leave it out"
                                + " for the field's own type");
    }

    @Test
    void a_guard_that_counts_its_calls_in_a_variable_never_gets_further_and_a_note_says_so() throws Exception {
        var imported = importing(context -> {
                    Integer calls = context.getExtendedState().get("calls", Integer.class);
                    context.getExtendedState().getVariables().put("calls", calls == null ? 1 : calls + 1);
                    return calls == null || calls < 3;
                })
                .build("shop");

        for (int i = 0; i < 9; i++) {
            assertThat(ask(imported, order(), pay())).isInstanceOf(Allowed.class);
        }
        assertThat(Imports.kinds(imported.changes(), ImportNote.Kind.GUARD))
                .containsExactly(
                        "guard: new on pay → paid: its guard is the guard \"pay-from-new\", which every request and question"
                                + " asks; what it counts or writes into variables is not kept; give"
                                + " ImportedWorkflow.guards() to the engine");
    }

    @Test
    void one_guard_in_two_places_has_one_name_and_sees_in_each_which_state_it_is_asked_about() throws Exception {
        List<String> targets = new ArrayList<>();
        Guard<String, String> shared =
                context -> targets.add(context.getTarget().getId());
        StateMachineBuilder.Builder<String, String> builder = guarded(shared);
        builder.configureStates().withStates().end("sent").choice("which");
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("sent")
                .event("send")
                .guard(shared)
                .and()
                .withExternal()
                .source("new")
                .target("which")
                .event("check")
                .and()
                .withChoice()
                .source("which")
                .first("paid", shared)
                .last("sent");
        var factory = builder.createFactory();
        var named = StateMachineImport.of(factory)
                .guard("new", "pay", "in-order")
                .guard("new", "send", "in-order")
                .branchGuard("which", "paid", "in-order")
                .build("shop");

        assertThat(named.guards().keySet()).containsExactly("in-order");
        assertThat(StateMachineImport.of(factory).build("shop").guards().keySet())
                .containsExactly("pay-from-new");
        for (String event : List.of("pay", "send", "check")) {
            ask(named, order(), Request.of(event, Actor.of("customer")).withTime(NOW));
        }
        assertThat(targets).containsExactly("paid", "sent", "which");
    }

    @Test
    void one_guard_that_would_be_asked_about_two_states_at_once_has_two_names() throws Exception {
        List<String> targets = new ArrayList<>();
        Guard<String, String> shared = context -> {
            targets.add(context.getTarget().getId());
            return context.getTarget().getId().equals("sent");
        };
        StateMachineBuilder.Builder<String, String> builder = guarded(shared);
        builder.configureStates().withStates().end("sent");
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("sent")
                .event("pay")
                .guard(shared);
        var imported = StateMachineImport.of(builder.createFactory()).build("shop");

        assertThat(imported.guards().keySet()).containsExactly("pay-from-new", "pay-from-new-2");
        assertThat(((Allowed) ask(imported, order(), pay())).to()).isEqualTo("sent");
        assertThat(targets).contains("paid", "sent");
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
