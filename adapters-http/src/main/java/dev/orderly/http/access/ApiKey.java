package dev.orderly.http.access;

import dev.orderly.order.Actor;
import dev.orderly.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The stored part of a key by which a program or a person is identified: the actor, and a hash of the key. The key
 * itself is shown once, to its user.
 *
 * <p>The hash is plain SHA-256. A slow one such as bcrypt is for passwords, of which people choose few; a key is 256
 * random bits, too many to try, however fast each attempt is.
 *
 * @param sha256 the hash, 64 lower-case hexadecimal digits
 * @param actor in whose name requests are made
 * @param email the address whose orders a customer sees; null for all other roles
 */
public record ApiKey(String sha256, Actor actor, @Nullable String email) {

    /** The beginning of every key, by which people and scanners of source code recognize one. */
    public static final String PREFIX = "ord_";

    private static final int RANDOM_BYTES = 32;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException if one of the values cannot be, or a customer has no e-mail address */
    public ApiKey {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    sha256.startsWith(PREFIX)
                            ? "this is a key itself, not its hash, and whoever can read this could use it:"
                                    + " throw it away and make a new one"
                            : "the hash must be 64 lower-case hexadecimal digits, but has " + sha256.length()
                                    + " characters or others: copy the line that was shown when the key was made");
        }
        if (actor.role().equals(Workflow.SYSTEM)) {
            throw new IllegalArgumentException("the role system is the library itself: use a role of your own");
        }
        if (actor.role().equals(Workflow.CUSTOMER) != (email != null)) {
            throw new IllegalArgumentException("a key of a customer, and no other, has an e-mail address");
        }
        requireWord("a role", actor.role());
        requireWord("the id of an actor", actor.id());
        requireWord("an e-mail address", email);
    }

    private static void requireWord(String what, @Nullable String text) {
        if (text != null
                && (text.isEmpty() || text.startsWith("#") || !text.chars().allMatch(ApiKey::isVisible))) {
            throw new IllegalArgumentException(what
                    + " must have no blanks and must not begin with #, so that it fits into a line of a keys file");
        }
    }

    private static boolean isVisible(int character) {
        return !Character.isWhitespace(character) && !Character.isISOControl(character);
    }

    /**
     * A new key for an actor who works for the shop.
     *
     * @throws IllegalArgumentException if the role is the customer's: see {@link #createForCustomer}
     */
    public static Created create(Actor actor) {
        String secret = secret();
        return new Created(secret, new ApiKey(sha256(secret), Caller.of(actor).actor(), null));
    }

    /**
     * A new key for a customer, who sees the orders of an e-mail address.
     *
     * @throws IllegalArgumentException if there are blanks in it
     */
    public static Created createForCustomer(String email) {
        String secret = secret();
        return new Created(secret, new ApiKey(sha256(secret), Actor.of(Workflow.CUSTOMER), email));
    }

    private static String secret() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String sha256(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The line that a keys file has for this key. */
    public String line() {
        String who = email == null ? actor.id() : email;
        return sha256 + " " + actor.role() + (who == null ? "" : " " + who);
    }

    Caller caller() {
        return email == null ? Caller.of(actor) : Caller.customer(email);
    }

    /** Who it is for; neither the hash nor an e-mail address, which must not come into a log. */
    @Override
    public String toString() {
        return "ApiKey[" + actor + "]";
    }

    /**
     * A key that has just been made.
     *
     * @param secret the key itself, to be handed over and forgotten
     * @param key what to keep of it
     */
    public record Created(String secret, ApiKey key) {

        /** Who it is for, without the secret. */
        @Override
        public String toString() {
            return "Created[" + key + "]";
        }
    }
}
