/** Tests of what messages say. */
@NullMarked
package dev.orderly.mail.template;

import org.jspecify.annotations.NullMarked;
