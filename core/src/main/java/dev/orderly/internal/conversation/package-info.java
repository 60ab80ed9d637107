/**
 * Writes comments and notification preferences, and applies a workflow's conversation rules. Not exported: only
 * {@link dev.orderly.Orders} uses it.
 */
@NullMarked
package dev.orderly.internal.conversation;

import org.jspecify.annotations.NullMarked;
