package dev.orderly.mail;

import dev.orderly.order.Customer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told something.
 *
 * @param address where to: an e-mail address or, for a text message, a phone number; not checked here
 * @param name how to address them
 * @param language the ISO 639 code of the language that they want to read; null for the workflow's first
 */
public record Recipient(
        String address, @Nullable String name, @Nullable String language) {

    public Recipient {
        if (address.isBlank()) {
            throw new IllegalArgumentException("the address of a recipient cannot be blank");
        }
    }

    /** Somebody of whom nothing else is known. */
    public static Recipient at(String address) {
        return new Recipient(address, null, null);
    }

    /** This recipient with a name. */
    public Recipient named(String newName) {
        return new Recipient(address, newName, language);
    }

    /** This recipient with a language. */
    public Recipient speaking(String code) {
        return new Recipient(address, name, code);
    }

    /** A customer, by e-mail; empty without an address. */
    static Optional<Recipient> of(Customer customer) {
        String email = customer.email();
        return email == null || email.isBlank()
                ? Optional.empty()
                : Optional.of(new Recipient(email, customer.name(), customer.language()));
    }

    /** Nothing personal: a recipient must never reach a log by accident. */
    @Override
    public String toString() {
        return "Recipient[" + (language == null ? "" : language) + "]";
    }
}
