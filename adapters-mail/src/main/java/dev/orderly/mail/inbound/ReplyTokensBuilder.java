package dev.orderly.mail.inbound;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/** A builder of {@link ReplyTokens}. Not thread-safe. */
public final class ReplyTokensBuilder {

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9._+=-]{0,24})\\{token}@([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)");

    private static final int MIN_KEY_LENGTH = 32;
    private static final int MAX_KEY_ID = 15;

    private final String prefix;
    private final String domain;
    private final Map<Integer, SecretKeySpec> keys = new HashMap<>();
    private int current = -1;
    private Duration validity = Duration.ofDays(365);
    private Clock clock = Clock.systemUTC();

    ReplyTokensBuilder(String form) {
        Matcher matcher = FORM.matcher(form);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + form + "\" is no form of addresses: write one such as"
                    + " reply+{token}@shop.example, with at most 24 characters before {token}");
        }
        prefix = matcher.group(1);
        domain = matcher.group(2);
    }

    /**
     * Sets the key that new tokens are signed with; required.
     *
     * @param id from 0 to 15, written into the token: a new key gets a new one
     * @param secret at least 32 random bytes, the same on every node and at the poller of the mailbox
     */
    public ReplyTokensBuilder key(int id, byte[] secret) {
        current = id;
        return oldKey(id, secret);
    }

    /** Adds a key that earlier tokens were signed with, for as long as replies to those mails shall be taken. */
    public ReplyTokensBuilder oldKey(int id, byte[] secret) {
        if (id < 0 || id > MAX_KEY_ID) {
            throw new IllegalArgumentException("the id of a key must be from 0 to " + MAX_KEY_ID + ", but is " + id);
        }
        if (secret.length < MIN_KEY_LENGTH) {
            throw new IllegalArgumentException("a key for reply tokens must have at least " + MIN_KEY_LENGTH
                    + " bytes, but has " + secret.length + ": take them from SecureRandom");
        }
        if (keys.put(id, new SecretKeySpec(secret, "HmacSHA256")) != null) {
            throw new IllegalArgumentException("there are two keys of the id " + id + ": give each key its own");
        }
        return this;
    }

    /** Sets how long replies are taken, in whole days from the step that the mail is about; by default 365. */
    public ReplyTokensBuilder validity(Duration time) {
        validity = time;
        return this;
    }

    /** Sets the clock by which tokens expire; by default the system's. */
    public ReplyTokensBuilder clock(Clock source) {
        clock = source;
        return this;
    }

    /**
     * Builds the tokens.
     *
     * @throws IllegalArgumentException if there is no key
     */
    public ReplyTokens build() {
        if (current < 0) {
            throw new IllegalArgumentException("reply tokens need a key: give one to key(…)");
        }
        return new ReplyTokens(prefix, domain, current, Map.copyOf(keys), validity, clock);
    }
}
