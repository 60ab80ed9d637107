package dev.orderly.order;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The customer of an order: who ordered. Immutable. */
public final class Customer {

    /** A customer of whom nothing is known. */
    public static final Customer UNKNOWN = new Customer(null, null, null);

    private final @Nullable String email;
    private final @Nullable String name;
    private final @Nullable String language;

    private Customer(@Nullable String email, @Nullable String name, @Nullable String language) {
        this.email = email;
        this.name = name;
        this.language = language;
    }

    /** A customer with an e-mail address. */
    public static Customer of(String email) {
        return new Customer(email, null, null);
    }

    /** This customer with another e-mail address; null for none. */
    public Customer withEmail(@Nullable String address) {
        return new Customer(address, name, language);
    }

    /** This customer with another name; null for none. */
    public Customer withName(@Nullable String text) {
        return new Customer(email, text, language);
    }

    /** This customer with another language, as an ISO 639 code; null for none. */
    public Customer withLanguage(@Nullable String code) {
        return new Customer(email, name, code);
    }

    /** Nothing personal: a customer must never reach a log by accident. */
    @Override
    public String toString() {
        return "Customer[" + (email == null ? "without e-mail" : "with e-mail") + "]";
    }

    /** Where to write to; without one the customer can neither be written to nor look the order up. */
    public @Nullable String email() {
        return email;
    }

    /** How to address them. */
    public @Nullable String name() {
        return name;
    }

    /** The ISO 639 code of the language that they want to read. */
    public @Nullable String language() {
        return language;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Customer that
                        && Objects.equals(email, that.email)
                        && Objects.equals(name, that.name)
                        && Objects.equals(language, that.language));
    }

    @Override
    public int hashCode() {
        return Objects.hash(email, name, language);
    }
}
