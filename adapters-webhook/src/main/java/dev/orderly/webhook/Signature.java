package dev.orderly.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;

/** The signature of Standard Webhooks 1.0.0: HMAC-SHA256 over {@code id.timestamp.body}. */
final class Signature {

    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";

    /** Says that what follows is an HMAC-SHA256 in Base64. */
    static final String SCHEME = "v1,";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** The header's value: one signature for each secret, so that a receiver that knows one of them is content. */
    static String by(List<WebhookSecret> secrets, String id, long timestamp, byte[] body) {
        return secrets.stream().map(secret -> by(secret, id, timestamp, body)).collect(Collectors.joining(" "));
    }

    static String by(WebhookSecret secret, String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret.key(ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return SCHEME + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM + ", but this one does not", e);
        }
    }
}
