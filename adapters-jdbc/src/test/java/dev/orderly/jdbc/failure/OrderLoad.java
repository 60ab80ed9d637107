package dev.orderly.jdbc.failure;

import dev.orderly.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that take orders all the way, each step on any of some nodes, and send again what was not answered. */
final class OrderLoad {

    static final int CLIENTS = 8;

    /** What the orders' numbers begin with. */
    static final String PREFIX = "o";

    final StubbornClient client = new StubbornClient();
    final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();

    private final List<Orders> nodes;
    private final AtomicInteger orders = new AtomicInteger();
    private final List<Future<?>> clients = new CopyOnWriteArrayList<>();

    OrderLoad(List<Orders> nodes) {
        this.nodes = nodes;
    }

    /** Has clients work until something has happened meanwhile, and then until their orders are at their end. */
    void during(Happening meanwhile) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(pool.submit(() -> {
                    while (!over.get()) {
                        life(PREFIX + orders.incrementAndGet());
                    }
                }));
            }
            try {
                meanwhile.happen();
            } finally {
                over.set(true);
            }
            for (Future<?> each : clients) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Waits until more is acknowledged than what was on its way, or a client was answered what cannot be. */
    void awaitProgress() throws InterruptedException, ExecutionException {
        int before = acknowledged.size();
        while (acknowledged.size() < before + CLIENTS) {
            for (Future<?> each : clients) {
                if (each.isDone()) {
                    each.get();
                }
            }
            Thread.sleep(20);
        }
    }

    private void life(String number) {
        List<String> events = new ArrayList<>(BusyShop.WAY);
        events.add(0, "place");
        for (String event : events) {
            long sequence = client.settleAccepted(() -> event.equals("place")
                            ? node().place(number, BusyShop.placing(event))
                            : node().fire(number, BusyShop.firing(event, event)))
                    .entry()
                    .sequence();
            acknowledged.add(new Acknowledged(number, sequence, event));
        }
    }

    private Orders node() {
        return nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()));
    }
}
