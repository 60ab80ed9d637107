package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.orderly.workflow.Workflow;
import org.junit.jupiter.api.Test;

/** The contract of a store about workflows: a version is registered once and never changes. */
public abstract class WorkflowRegistryContract extends StoreFixture {

    @Test
    void a_registered_workflow_is_found_as_it_was() {
        assertThat(store.workflow("contract-shop", 1)).contains(SHOP);
    }

    @Test
    void a_version_that_was_not_registered_is_not_found() {
        assertThat(store.workflow("contract-shop", 2)).isEmpty();
        assertThat(store.workflow("another", 1)).isEmpty();
    }

    @Test
    void registering_the_same_content_again_is_harmless() {
        assertThatNoException()
                .isThrownBy(() -> store.register(SHOP.extend("contract-shop").build()));
    }

    @Test
    void versions_stand_beside_each_other() {
        store.register(NEXT_VERSION);

        assertThat(store.workflow("contract-shop", 1)).contains(SHOP);
        assertThat(store.workflow("contract-shop", 2)).contains(NEXT_VERSION);
    }

    @Test
    void a_version_that_is_known_with_another_content_is_refused_and_stays_as_it_was() {
        Workflow changed =
                SHOP.extend("contract-shop").status("lost", s -> s.done()).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.register(changed))
                .withMessageContaining("contract-shop version 1")
                .withMessageContaining("raise the version");
        assertThat(store.workflow("contract-shop", 1)).contains(SHOP);
    }
}
