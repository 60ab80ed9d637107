package dev.orderly.statemachine.example;

import dev.orderly.Orders;
import dev.orderly.OrdersBuilder;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.decision.Verdict;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.order.Actor;
import dev.orderly.order.OrderState;
import dev.orderly.statemachine.StateMachineEngine;
import dev.orderly.statemachine.definition.ImportedWorkflow;
import dev.orderly.statemachine.definition.MigrationStart;
import dev.orderly.statemachine.definition.StateMachineImport;
import dev.orderly.statemachine.example.OrderFlow.Events;
import dev.orderly.statemachine.example.OrderFlow.States;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.messaging.Message;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.StateMachinePersist;
import org.springframework.statemachine.config.StateMachineFactory;
import org.springframework.statemachine.state.State;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import org.springframework.statemachine.support.StateMachineInterceptorAdapter;
import org.springframework.statemachine.transition.Transition;

/** Comes over from Spring Statemachine with {@link OrderFlow}; the module's README shows it in parts. */
final class ComeOver {

    private ComeOver() {}

    static ImportedWorkflow<States, Events> imports(StateMachineFactory<States, Events> factory) {
        ImportedWorkflow<States, Events> imported = StateMachineImport.of(factory)
                .start("place", "customer")
                .by(Events.SEND, "staff")
                .by(Events.DELIVER, "carrier")
                .guard(States.PLACED, Events.PAY, "paid-in-full")
                .automatic(States.PLACED, States.EXPIRED, "expire")
                .field(Field.of("total", FieldType.NUMBER), Integer.class)
                .header(Field.of("amount", FieldType.NUMBER), Integer.class)
                .migrationStart()
                .build("order-flow");

        System.out.println(WorkflowFiles.toYaml(imported.workflow()));
        imported.unsupported().forEach(System.out::println);
        imported.changes().forEach(System.out::println);
        return imported;
    }

    static void runLiveOrders(
            ImportedWorkflow<States, Events> imported, StateMachinePersist<States, Events, String> persist)
            throws Exception {
        OrdersBuilder builder = Orders.builder(new InMemoryOrderStore()).workflow(imported.workflow());
        imported.guards().forEach(builder::guard);
        Orders orders = builder.build();

        for (String number : List.of("2026/117", "2026/118")) {
            MigrationStart start = imported.migrationStart(persist.read(number));
            start.notes().forEach(System.out::println);
            orders.place(number, start.request());
        }

        Request pay = Request.of(Events.PAY, Actor.of("customer"));
        Decision tooLittle = orders.fire("2026/117", pay.with("amount", 30));
        System.out.println(((Rejected) tooLittle).explain(imported.workflow(), "en"));
        orders.fire("2026/117", pay.with("amount", 40));
        orders.fire("2026/118", Request.of(Events.SEND, Actor.of("staff")));
        System.out.println(orders.find("2026/117").orElseThrow().trail());
        System.out.println(orders.find("2026/118").orElseThrow().trail());
    }

    static void takeOverColumn(ImportedWorkflow<States, Events> imported, Map<String, String> statusColumn) {
        OrdersBuilder builder = Orders.builder(new InMemoryOrderStore()).workflow(imported.workflow());
        imported.guards().forEach(builder::guard);
        Orders orders = builder.build();

        statusColumn.forEach((number, column) -> {
            States state = States.valueOf(column);
            orders.place(
                    number,
                    imported.migrationStart(new DefaultStateMachineContext<>(state, null, null, null))
                            .request()
                            .with("total", 40));
            System.out.println(number + " " + orders.find(number).orElseThrow().status());
        });
    }

    /** An interceptor of the shop: writes each new state into the column that the shop's reports read. */
    static final class StatusColumn extends StateMachineInterceptorAdapter<States, Events> {
        @Override
        public void preStateChange(
                State<States, Events> state,
                Message<Events> message,
                Transition<States, Events> transition,
                StateMachine<States, Events> machine,
                StateMachine<States, Events> root) {
            System.out.println("update purchase set status = " + state.getId() + " where number = " + machine.getId());
        }
    }

    static void keepInterceptors(ImportedWorkflow<States, Events> imported) {
        OrdersBuilder builder = Orders.builder(new InMemoryOrderStore())
                .workflow(imported.workflow())
                .listener(
                        imported.orderListener().interceptor(new StatusColumn()).build());
        imported.guards().forEach(builder::guard);
        Orders orders = builder.build();

        orders.place("2026/121", Request.of("place", Actor.of("customer")).with("total", 40));
        Request cancel = Request.of(Events.CANCEL, Actor.of("customer"));
        System.out.println("asked: " + orders.ask("2026/121", cancel).isAccepted());
        orders.fire("2026/121", cancel);
    }

    static void compareEngines(ImportedWorkflow<States, Events> imported) {
        Workflow workflow = imported.workflow();
        Decider own = Decider.of(workflow, imported.guards());
        Decider spring = Decider.using(workflow, w -> StateMachineEngine.of(w, imported.guards()));

        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        OrderState order = OrderState.of("2026/119", "placed", now).with("total", new BigDecimal(40));
        Request pay = Request.of(Events.PAY, Actor.of("customer")).withTime(now);
        Request send = Request.of(Events.SEND, Actor.of("staff")).withTime(now);
        for (Request request : List.of(pay, pay.with("amount", 40), send)) {
            Verdict verdict = own.judge(order, request);
            String answer = verdict instanceof Rejected no ? no.code() : "yes";
            System.out.println(answer + ", both alike: " + verdict.equals(spring.judge(order, request)));
        }
    }
}
