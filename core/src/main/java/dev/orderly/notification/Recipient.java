package dev.orderly.notification;

import dev.orderly.order.Customer;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The person whom a notification goes to: an address and, where known, a name and a language. Immutable. */
public final class Recipient {

    private final String address;
    private final @Nullable String name;
    private final @Nullable String language;

    private Recipient(String address, @Nullable String name, @Nullable String language) {
        if (address.isBlank()) {
            throw new IllegalArgumentException("the address of a recipient cannot be blank");
        }
        this.address = address;
        this.name = name;
        this.language = language;
    }

    /**
     * A recipient without a name, who reads the workflow's first language.
     *
     * @param address an e-mail address or, for a text message, a phone number; the channel checks its form
     * @throws IllegalArgumentException if the address is blank
     */
    public static Recipient of(String address) {
        return new Recipient(address, null, null);
    }

    /** The order's customer, by e-mail; empty without an address. */
    static Optional<Recipient> customer(Customer customer) {
        String email = customer.email();
        return email == null || email.isBlank()
                ? Optional.empty()
                : Optional.of(new Recipient(email, customer.name(), customer.language()));
    }

    /** A copy of this recipient with a name to be greeted by; null for none. */
    public Recipient withName(@Nullable String newName) {
        return new Recipient(address, newName, language);
    }

    /** A copy of this recipient who reads a language, by its ISO 639 code; null for the workflow's first. */
    public Recipient withLanguage(@Nullable String code) {
        return new Recipient(address, name, code);
    }

    /** The e-mail address or phone number, as it was given. */
    public String address() {
        return address;
    }

    /** The name to greet the recipient by; null if unknown. */
    public @Nullable String name() {
        return name;
    }

    /** The ISO 639 code of the language that the recipient reads; null for the workflow's first. */
    public @Nullable String language() {
        return language;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Recipient that
                && address.equals(that.address)
                && Objects.equals(name, that.name)
                && Objects.equals(language, that.language);
    }

    @Override
    public int hashCode() {
        return Objects.hash(address, name, language);
    }

    /** Shows the language only, so that no address or name gets into a log by accident. */
    @Override
    public String toString() {
        return "Recipient[" + (language == null ? "" : language) + "]";
    }
}
