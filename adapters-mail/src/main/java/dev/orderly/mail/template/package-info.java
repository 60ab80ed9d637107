/** The texts of messages: templates in the languages of the orders, which a shop can replace one by one. */
@NullMarked
package dev.orderly.mail.template;

import org.jspecify.annotations.NullMarked;
