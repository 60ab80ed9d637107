package dev.orderly.testkit;

import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;

class InMemoryOutboxTest extends OutboxContract {

    @Override
    protected OrderStore newStore() {
        return new InMemoryOrderStore();
    }
}
