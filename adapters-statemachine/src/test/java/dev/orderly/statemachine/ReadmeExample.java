package dev.orderly.statemachine;

import dev.orderly.Orders;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.order.Actor;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.workflow.Workflow;
import org.jspecify.annotations.Nullable;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.listener.StateMachineListenerAdapter;
import org.springframework.statemachine.state.State;
import org.springframework.statemachine.support.StateMachineInterceptorAdapter;

/** The program of the README's section on running Orderly on Spring Statemachine. */
final class ReadmeExample {

    private ReadmeExample() {}

    static void run() {
        Workflow bookstore = Presets.bookstore();
        Orders orders = Orders.builder(new InMemoryOrderStore())
                .workflow(bookstore)
                .engine((workflow, guards) -> StateMachineEngine.builder(workflow)
                        .guards(guards)
                        .listener(new Diary())
                        .interceptor(new Stocktaking())
                        .build())
                .build();

        orders.place("7", Request.of("place", Actor.of("customer")).with("payment", "prepaid"));
        orders.fire("7", Request.of("pay", Actor.of("platform")));
        Decision release = orders.fire("7", Request.of("release", Actor.of("staff")));

        if (release instanceof Rejected no) {
            System.out.println(no.code() + ": " + no.explain(bookstore, "en"));
        }
        System.out.println(orders.find("7").orElseThrow().trail());
    }

    /** A listener of the shop: prints every change of status. */
    private static final class Diary extends StateMachineListenerAdapter<String, String> {
        @Override
        public void stateChanged(State<String, String> from, State<String, String> to) {
            System.out.println(from.getId() + " -> " + to.getId());
        }
    }

    /** An interceptor of the shop: refuses every release today. */
    private static final class Stocktaking extends StateMachineInterceptorAdapter<String, String> {
        @Override
        public @Nullable StateContext<String, String> preTransition(StateContext<String, String> context) {
            return context.getEvent().equals("release") ? null : context;
        }
    }
}
