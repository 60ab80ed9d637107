package dev.orderly.testkit.store;

import dev.orderly.store.OrderStore;
import org.junit.jupiter.api.Nested;

/**
 * The whole contract of {@link dev.orderly.store.Outbox}. The test of a store extends this class and says how to make an
 * empty one; it runs the contract of each subject as a nested class. To run one subject alone, extend its contract, such
 * as {@link OutboxClaimContract}, in the same way.
 */
public abstract class OutboxContract {

    /** An empty store, another one for each call. */
    protected abstract OrderStore newStore();

    @Nested
    class Claim extends OutboxClaimContract {
        @Override
        protected OrderStore newStore() {
            return OutboxContract.this.newStore();
        }
    }

    @Nested
    class Retry extends OutboxRetryContract {
        @Override
        protected OrderStore newStore() {
            return OutboxContract.this.newStore();
        }
    }

    @Nested
    class DeadLetter extends DeadLetterContract {
        @Override
        protected OrderStore newStore() {
            return OutboxContract.this.newStore();
        }
    }

    @Nested
    class Backlog extends BacklogContract {
        @Override
        protected OrderStore newStore() {
            return OutboxContract.this.newStore();
        }
    }
}
