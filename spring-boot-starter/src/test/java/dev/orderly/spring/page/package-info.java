/** What the module's page shows, as applications that run. */
@NullMarked
package dev.orderly.spring.page;

import org.jspecify.annotations.NullMarked;
