/**
 * The laws that every scenario must keep, and the oracle that reads them off a definition; free of jqwik. Not exported.
 */
@NullMarked
package dev.orderly.testkit.internal.law;

import org.jspecify.annotations.NullMarked;
