/** The library on the module path: what its modules show, and shops that are modules themselves. */
@NullMarked
package dev.orderly.modules;

import org.jspecify.annotations.NullMarked;
