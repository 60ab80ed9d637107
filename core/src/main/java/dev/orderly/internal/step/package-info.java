/**
 * Takes one step: decides a request, writes it if it is accepted, and answers a repeated request alike. Not exported:
 * only {@link dev.orderly.Orders} uses it.
 */
@NullMarked
package dev.orderly.internal.step;

import org.jspecify.annotations.NullMarked;
