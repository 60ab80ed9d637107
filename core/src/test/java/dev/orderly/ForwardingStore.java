package dev.orderly;

import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.store.Answer;
import dev.orderly.store.Change;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.OrderStore;
import dev.orderly.store.Page;
import dev.orderly.store.Position;
import dev.orderly.store.StoredOrder;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store that does what another one does, but for what a test makes it do. */
class ForwardingStore implements OrderStore {

    private final OrderStore store = new InMemoryOrderStore();

    @Override
    public void register(Workflow workflow) {
        store.register(workflow);
    }

    @Override
    public Optional<Workflow> workflow(String name, int version) {
        return store.workflow(name, version);
    }

    @Override
    public Optional<StoredOrder> find(String number) {
        return store.find(number);
    }

    @Override
    public Optional<History> history(String number) {
        return store.history(number);
    }

    @Override
    public Optional<Answer> answer(String number, String requestId) {
        return store.answer(number, requestId);
    }

    @Override
    public void append(Change change) {
        store.append(change);
    }

    @Override
    public Answer remember(String number, Answer refusal) {
        return store.remember(number, refusal);
    }

    @Override
    public Page list(OrderQuery query) {
        return store.list(query);
    }

    @Override
    public List<Order> due(Instant now, @Nullable Position after, int limit) {
        return store.due(now, after, limit);
    }

    @Override
    public Map<String, Long> countByStatus(String workflow, int version) {
        return store.countByStatus(workflow, version);
    }

    @Override
    public Optional<byte[]> attachment(String number, String sha256) {
        return store.attachment(number, sha256);
    }
}
