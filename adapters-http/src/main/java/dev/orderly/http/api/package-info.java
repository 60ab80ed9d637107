/** Internal: the JSON API, and what describes it. Its types are public because Jersey needs them. */
@NullMarked
package dev.orderly.http.api;

import org.jspecify.annotations.NullMarked;
