/**
 * The part of an order that a role may see, in one language: the one rule for pages, APIs, streams, mails and exports.
 */
@NullMarked
package dev.orderly.view;

import org.jspecify.annotations.NullMarked;
