package dev.orderly.jdbc.failure;

import dev.orderly.Orders;
import dev.orderly.order.History;
import dev.orderly.store.OrderStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Clients that read and move the same orders at the same time, with a recording of what they were answered. */
final class RecordedLoad {

    /** How many clients each node has. */
    static final int CLIENTS = 4;

    private static final int OPERATIONS = Scale.of(150, 3_000);

    /** Each client goes from order to order, with some of the others at about the same three. */
    private static final int OPERATIONS_EACH = 15;

    private static final int AT_ONCE = 3;

    /** After a call that was not answered: a node that is cut off says so at once. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final List<String> EVENTS =
            List.of("place", "pay", "pack", "unpack", "pack", "unpack", "send", "deliver", "cancel");

    private RecordedLoad() {}

    /** Has clients of each of some nodes work for a while, and longer if something that happens meanwhile takes longer. */
    static Recording during(List<Orders> nodes, Happening meanwhile) throws Exception {
        Recording recording = new Recording();
        record(recording, nodes, meanwhile);
        return recording;
    }

    static void record(Recording recording, List<Orders> nodes, Happening meanwhile) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size() * CLIENTS);
        try {
            List<Future<?>> clients = new ArrayList<>();
            for (Orders node : nodes) {
                for (int i = 0; i < CLIENTS; i++) {
                    clients.add(threads.submit(() -> work(node, recording, over)));
                }
            }
            try {
                meanwhile.happen();
            } finally {
                over.set(true);
            }
            for (Future<?> client : clients) {
                client.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void work(Orders node, Recording recording, AtomicBoolean over) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int i = 0; i < OPERATIONS || !over.get(); i++) {
            String number = "A-" + (i / OPERATIONS_EACH + random.nextInt(AT_ONCE));
            boolean answered = random.nextInt(3) == 0
                    ? recording.read(node, number)
                    : recording.fire(node, number, EVENTS.get(random.nextInt(EVENTS.size())));
            if (!answered) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** What cannot have been, in sentences; empty if every order is linearizable. */
    static List<String> problems(OrderStore store, Recording recording) {
        List<String> problems = new ArrayList<>();
        recording.operations().stream()
                .collect(Collectors.groupingBy(Operation::number))
                .forEach((number, operations) -> {
                    History history = store.history(number).orElseGet(() -> new History(number, List.of()));
                    problems.addAll(Linearizability.problems(BusyShop.WORKFLOW, history, operations));
                });
        return problems;
    }
}
