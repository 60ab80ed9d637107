package dev.orderly.testkit.store;

import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;

class InMemoryOutboxTest extends OutboxContract {

    @Override
    protected OrderStore newStore() {
        return new InMemoryOrderStore();
    }
}
