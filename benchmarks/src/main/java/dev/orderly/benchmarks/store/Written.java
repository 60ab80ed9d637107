package dev.orderly.benchmarks.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@link HandWrittenMover} writes of a step that is allowed.
 *
 * @param sequence which entry of the order's history it is, from 1
 * @param from the status before; empty for an order that is placed
 * @param fields the order's fields after it, as JSON
 * @param at microseconds since 1970
 * @param hash of all of it and the entry before
 */
record Written(
        String number,
        long sequence,
        String from,
        String to,
        FlowStep step,
        String fields,
        long at,
        String salt,
        String hash) {

    private static final String STATE = "{\"fields\":%s,\"trail\":{\"event\":\"%s\",\"at\":\"%s\"}}";
    private static final Pattern FIELDS = Pattern.compile("\\{\"fields\":(\\{.*?}),\"trail\".*");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Decides. */
    static Written of(String number, long sequence, String from, FlowStep step, String fields, String previousHash) {
        String to = Flow.target(from, step);
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String salt = HexFormat.of().formatHex(bytes);
        long at = Instant.now().toEpochMilli() * 1000;
        String after = step.tracking() == null ? fields : "{\"tracking-number\":\"" + step.tracking() + "\"}";
        String text = String.join(
                "\n", previousHash, number, Long.toString(sequence), from, step.event(), to, step.role(), after, salt);
        return new Written(number, sequence, from, to, step, after, at, salt, sha256(text + at));
    }

    /** What the order's row keeps besides its status. */
    String state() {
        return STATE.formatted(fields, step.event(), at);
    }

    /** The fields in such a state. */
    static String fields(String state) {
        Matcher parts = FIELDS.matcher(state);
        if (!parts.matches()) {
            throw new IllegalStateException("this is no state of an order: " + state);
        }
        return parts.group(1);
    }

    /** What the step brought. */
    @Nullable
    String data() {
        return step.tracking() == null ? null : fields;
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
