package dev.orderly.testkit;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Request;
import dev.orderly.order.Activity;
import dev.orderly.order.Chain;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.order.RecordedActivity;
import dev.orderly.order.Seal;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.file.Presets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An order on its way through random requests. */
class Journey {

    static final int STEPS = 30;

    private static final List<String> PRESETS = Presets.names();
    private static final Map<String, Decider> DECIDERS = new ConcurrentHashMap<>();

    final Decider decider;
    final RandomRequests requests;
    private final List<Activity> activities = new ArrayList<>();

    @Nullable
    Order order;

    Journey(Workflow workflow, long seed) {
        decider = PRESETS.contains(workflow.name())
                ? DECIDERS.computeIfAbsent(workflow.name(), name -> Decider.of(workflow))
                : Decider.of(workflow);
        requests = new RandomRequests(workflow, seed);
    }

    void run() {
        take(requests.start());
        for (int i = 0; i < STEPS && order != null; i++) {
            take(requests.next(order));
        }
    }

    void take(Request request) {
        Order before = order;
        Decision decision = ask(before, request);
        answered(before, request, decision);
        if (decision instanceof Accepted accepted) {
            order = accepted.order();
            activities.add(accepted.entry());
        }
    }

    Decision ask(@Nullable Order before, Request request) {
        return before == null ? decider.place(RandomRequests.NUMBER, request) : decider.decide(before, request);
    }

    /** What a property looks at: one request and its answer. */
    void answered(@Nullable Order before, Request request, Decision decision) {}

    Instant now(Order before, Request request) {
        return request.at().isBefore(before.lastMove()) ? before.lastMove() : request.at();
    }

    History history() {
        List<RecordedActivity> entries = new ArrayList<>();
        String hash = Chain.START;
        for (Activity activity : activities) {
            RecordedActivity recorded = RecordedActivity.after(hash, activity, Seal.of("salt"));
            entries.add(recorded);
            hash = recorded.hash();
        }
        return new History(RandomRequests.NUMBER, entries);
    }
}
