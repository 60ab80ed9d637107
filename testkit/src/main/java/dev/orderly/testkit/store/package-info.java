/**
 * The contracts of {@link dev.orderly.store.OrderStore} and {@link dev.orderly.store.Outbox}, as tests that every store
 * must pass: one abstract class per subject, and {@link dev.orderly.testkit.store.OrderStoreContract} and
 * {@link dev.orderly.testkit.store.OutboxContract} for all subjects of a port together.
 */
@NullMarked
package dev.orderly.testkit.store;

import org.jspecify.annotations.NullMarked;
