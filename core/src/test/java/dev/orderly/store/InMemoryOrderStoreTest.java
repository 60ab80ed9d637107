package dev.orderly.store;

class InMemoryOrderStoreTest extends OrderStoreContract {

    @Override
    protected OrderStore newStore() {
        return new InMemoryOrderStore();
    }
}
