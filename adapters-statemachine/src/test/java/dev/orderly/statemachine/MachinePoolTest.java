package dev.orderly.statemachine;

import static dev.orderly.statemachine.EngineFixture.AGREEING;
import static dev.orderly.statemachine.EngineFixture.WORKFLOW;
import static dev.orderly.statemachine.EngineFixture.order;
import static dev.orderly.statemachine.EngineFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Engine;
import dev.orderly.decision.Request;
import dev.orderly.decision.Verdict;
import dev.orderly.order.Actor;
import dev.orderly.store.InMemoryOrderStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.support.StateMachineInterceptorAdapter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Machines are shared by all orders, each by one request at a time. */
class MachinePoolTest {

    private static final int THREADS = 8;

    private final Set<UUID> machines = ConcurrentHashMap.newKeySet();
    private final Engine engine = StateMachineEngine.builder(WORKFLOW)
            .guards(AGREEING)
            .interceptor(new StateMachineInterceptorAdapter<>() {
                @Override
                public Message<String> preEvent(Message<String> message, StateMachine<String, String> machine) {
                    machines.add(machine.getUuid());
                    return message;
                }
            })
            .build();

    private static <T> List<T> atOnce(Callable<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void one_machine_serves_one_request_after_the_other() {
        for (String event : List.of("ship", "drop", "ship", "no-such-event", "remark")) {
            engine.judge(order("new"), request(event));
            engine.judge(order("sent"), request(event));
        }

        assertThat(machines).hasSize(1);
    }

    @Test
    void requests_at_the_same_time_get_the_answers_that_they_get_alone() throws Exception {
        Engine table = Engine.table(WORKFLOW, AGREEING);
        List<String> events = List.of("ship", "drop", "remark", "no-such-event");
        List<String> statuses = List.of("new", "sent", "dropped");

        List<Set<String>> disagreements = atOnce(() -> {
            Set<String> wrong = new HashSet<>();
            for (int i = 0; i < 500; i++) {
                String event = events.get(i % events.size());
                String status = statuses.get(i % statuses.size());
                Verdict answer = engine.judge(order(status), request(event));
                if (!answer.equals(table.judge(order(status), request(event)))) {
                    wrong.add(event + " in " + status + ": " + answer);
                }
            }
            return wrong;
        });

        assertThat(disagreements).allSatisfy(wrong -> assertThat(wrong).isEmpty());
        assertThat(machines).hasSizeLessThanOrEqualTo(THREADS);
    }

    @Test
    void of_several_that_move_one_order_at_once_one_is_accepted() throws Exception {
        Orders orders = Orders.builder(new InMemoryOrderStore())
                .workflow(WORKFLOW)
                .engine((w, guards) -> engine)
                .build();
        orders.place("A-1", Request.of("place", Actor.of("customer")).with("delivery", "post"));

        List<Decision> decisions = atOnce(() -> orders.fire("A-1", Request.of("ship", Actor.of("staff"))));

        assertThat(decisions).filteredOn(Decision::isAccepted).hasSize(1);
    }

    @Test
    void a_non_blocking_thread_of_reactor_can_ask() {
        Verdict answer = Mono.fromCallable(() -> engine.judge(order("new"), request("ship")))
                .subscribeOn(Schedulers.parallel())
                .block();

        assertThat(Objects.requireNonNull(answer)).isEqualTo(engine.judge(order("new"), request("ship")));
    }

    @Test
    void no_thread_is_left_behind() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        for (int i = 0; i < 100; i++) {
            StateMachineEngine.of(WORKFLOW, AGREEING).judge(order("new"), request("ship"));
        }

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .isEmpty();
    }
}
