package dev.orderly.order;

import org.jspecify.annotations.Nullable;

/**
 * Who ordered.
 *
 * @param email where to write to; without one the customer can neither be written to nor look the order up
 * @param name how to address them
 * @param language the ISO 639 code of the language that they want to read
 */
public record Customer(
        @Nullable String email,
        @Nullable String name,
        @Nullable String language) {

    /** A customer of whom nothing is known. */
    public static final Customer UNKNOWN = new Customer(null, null, null);

    /** A customer with an e-mail address. */
    public static Customer of(String email) {
        return new Customer(email, null, null);
    }

    /** This customer with a language. */
    public Customer speaking(String code) {
        return new Customer(email, name, code);
    }

    /** Nothing personal: a customer must never reach a log by accident. */
    @Override
    public String toString() {
        return "Customer[" + (email == null ? "without e-mail" : "with e-mail") + "]";
    }
}
