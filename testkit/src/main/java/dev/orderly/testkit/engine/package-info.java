/**
 * The contract of {@link dev.orderly.decision.Engine}, as tests that every engine must pass: one abstract class per
 * subject, and {@link dev.orderly.testkit.engine.EngineContract} for all of them together.
 */
@NullMarked
package dev.orderly.testkit.engine;

import org.jspecify.annotations.NullMarked;
