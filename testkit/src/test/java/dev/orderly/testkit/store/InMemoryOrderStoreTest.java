package dev.orderly.testkit.store;

import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;

class InMemoryOrderStoreTest extends OrderStoreContract {

    @Override
    protected OrderStore newStore() {
        return new InMemoryOrderStore();
    }
}
