package dev.orderly;

import dev.orderly.order.ChainKeys;
import dev.orderly.order.History;
import dev.orderly.store.Answer;
import dev.orderly.store.Change;
import dev.orderly.store.DeadlineClaim;
import dev.orderly.store.DeadlineQuery;
import dev.orderly.store.Erasure;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.OrderStore;
import dev.orderly.store.Outbox;
import dev.orderly.store.Page;
import dev.orderly.store.StoredOrder;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that does what another one does, but for what a test makes it do. */
public class ForwardingStore implements OrderStore {

    private final OrderStore store;

    public ForwardingStore() {
        this(new InMemoryOrderStore());
    }

    public ForwardingStore(OrderStore store) {
        this.store = store;
    }

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
    public void erase(Erasure erasure) {
        store.erase(erasure);
    }

    @Override
    public int forgetAnswers(Instant before, int limit) {
        return store.forgetAnswers(before, limit);
    }

    @Override
    public Page list(OrderQuery query) {
        return store.list(query);
    }

    @Override
    public DeadlineClaim claimDeadlines(DeadlineQuery query) {
        return store.claimDeadlines(query);
    }

    @Override
    public void releaseDeadlines(List<StoredOrder> claimed) {
        store.releaseDeadlines(claimed);
    }

    @Override
    public ChainKeys chainKeys() {
        return store.chainKeys();
    }

    @Override
    public Outbox outbox() {
        return store.outbox();
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
