/** Orders over HTTP: the page that tells customers how their orders are doing. */
@NullMarked
package dev.orderly.http;

import org.jspecify.annotations.NullMarked;
