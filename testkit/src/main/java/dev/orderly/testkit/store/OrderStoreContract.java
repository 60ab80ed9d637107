package dev.orderly.testkit.store;

import dev.orderly.store.OrderStore;
import org.junit.jupiter.api.Nested;

/**
 * The whole contract of {@link OrderStore}, but for its outbox, of which {@link OutboxContract} is. The test of a store
 * extends this class and says how to make an empty one; it runs the contract of each subject as a nested class. To run
 * one subject alone, extend its contract, such as {@link AppendContract}, in the same way.
 */
public abstract class OrderStoreContract {

    /** An empty store, another one for each call. */
    protected abstract OrderStore newStore();

    @Nested
    class WorkflowRegistry extends WorkflowRegistryContract {
        @Override
        protected OrderStore newStore() {
            return OrderStoreContract.this.newStore();
        }
    }

    @Nested
    class RoundTrip extends RoundTripContract {
        @Override
        protected OrderStore newStore() {
            return OrderStoreContract.this.newStore();
        }
    }

    @Nested
    class Append extends AppendContract {
        @Override
        protected OrderStore newStore() {
            return OrderStoreContract.this.newStore();
        }
    }

    @Nested
    class BatchAppend extends BatchAppendContract {
        @Override
        protected OrderStore newStore() {
            return OrderStoreContract.this.newStore();
        }
    }

    @Nested
    class AutomaticSteps extends AutomaticStepsContract {
        @Override
        protected OrderStore newStore() {
            return OrderStoreContract.this.newStore();
        }
    }

    @Nested
    class Flow extends FlowContract {
        @Override
        protected OrderStore newStore() {
            return OrderStoreContract.this.newStore();
        }
    }

    @Nested
    class RequestId extends RequestIdContract {
        @Override
        protected OrderStore newStore() {
            return OrderStoreContract.this.newStore();
        }
    }

    @Nested
    class Query extends QueryContract {
        @Override
        protected OrderStore newStore() {
            return OrderStoreContract.this.newStore();
        }
    }

    @Nested
    class Paging extends PagingContract {
        @Override
        protected OrderStore newStore() {
            return OrderStoreContract.this.newStore();
        }
    }

    @Nested
    class Deadline extends DeadlineContract {
        @Override
        protected OrderStore newStore() {
            return OrderStoreContract.this.newStore();
        }
    }

    @Nested
    class Erasure extends ErasureContract {
        @Override
        protected OrderStore newStore() {
            return OrderStoreContract.this.newStore();
        }
    }

    @Nested
    class StatusCount extends StatusCountContract {
        @Override
        protected OrderStore newStore() {
            return OrderStoreContract.this.newStore();
        }
    }

    @Nested
    class Attachment extends AttachmentContract {
        @Override
        protected OrderStore newStore() {
            return OrderStoreContract.this.newStore();
        }
    }
}
