/** Makes scenarios from numbers: fitting requests, unfitting ones, and nonsense. Not exported. */
@NullMarked
package dev.orderly.testkit.internal.scenario;

import org.jspecify.annotations.NullMarked;
