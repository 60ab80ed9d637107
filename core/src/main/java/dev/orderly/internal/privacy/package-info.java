/** Erases personal data from orders and their histories. Not exported: only {@link dev.orderly.Orders} uses it. */
@NullMarked
package dev.orderly.internal.privacy;

import org.jspecify.annotations.NullMarked;
