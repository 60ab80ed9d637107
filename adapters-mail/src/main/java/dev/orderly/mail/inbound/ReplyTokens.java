package dev.orderly.mail.inbound;

import dev.orderly.mail.ReplyAddress;
import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Addresses for replies, such as {@code reply+mbqq…@shop.example}: the token in an address names the order that may be
 * commented on and the role, and is signed by the shop. Every sender who knows such an address can comment on that order,
 * and only there, which includes those to whom a customer forwards the mail. Immutable and thread-safe.
 *
 * <p>The local part of an address has at most 64 characters. With {@code reply+} before the token, that is enough for a
 * customer's reply about an order whose number has up to 22 bytes in UTF-8, or is a UUID in lower case; where it is not
 * enough, there is no such address, and the mail is sent without.
 */
public final class ReplyTokens implements ReplyAddress {

    /** RFC 5321, section 4.5.3.1.1. */
    private static final int MAX_LOCAL_PART = 64;

    private static final String ALGORITHM = "HmacSHA256";
    /** 80 bits, the least that RFC 2104 advises; there is no way to try tokens but by sending mails. */
    private static final int MAC_LENGTH = 10;

    private static final int MIN_LENGTH = MAC_LENGTH + 5;
    private static final byte[] PURPOSE = "orderly reply token 1".getBytes(StandardCharsets.US_ASCII);

    private final String prefix;
    private final String domain;
    private final int keyId;
    private final Map<Integer, SecretKeySpec> keys;
    private final Duration validity;
    private final Clock clock;

    ReplyTokens(
            String prefix, String domain, int keyId, Map<Integer, SecretKeySpec> keys, Duration validity, Clock clock) {
        this.prefix = prefix;
        this.domain = domain;
        this.keyId = keyId;
        this.keys = keys;
        this.validity = validity;
        this.clock = clock;
    }

    /**
     * A builder, with the form of the addresses.
     *
     * @param form an address with {@code {token}} at the end of its local part: {@code reply+{token}@shop.example}, or
     *     {@code {token}@reply.shop.example} for a mailbox that takes whatever comes to its host
     */
    public static ReplyTokensBuilder builder(String form) {
        return new ReplyTokensBuilder(form);
    }

    /** The address for replies to a notification, in its recipient's role; empty where the order's number is too long. */
    @Override
    public Optional<String> of(Notification notification, Recipient recipient) {
        long lastDay = notification
                .activity()
                .at()
                .plus(validity)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toEpochDay();
        if (lastDay < 0 || lastDay > ReplyPermission.MAX_DAY) {
            return Optional.empty();
        }
        return address(new ReplyPermission(
                notification.order().number(), notification.message().to(), (int) lastDay));
    }

    Optional<String> address(ReplyPermission grant) {
        byte[] content = grant.bytes();
        content[0] |= (byte) (keyId << 4);
        byte[] mac = mac(keyId, content);
        byte[] token = Arrays.copyOf(content, content.length + MAC_LENGTH);
        System.arraycopy(mac, 0, token, content.length, MAC_LENGTH);
        String local = prefix + Base32.encode(token);
        return local.length() > MAX_LOCAL_PART ? Optional.empty() : Optional.of(local + "@" + domain);
    }

    /** Reads an address; empty if it does not have the form of these addresses. */
    Optional<TokenReading> read(String address) {
        int at = address.lastIndexOf('@');
        if (at < prefix.length()
                || !address.substring(at + 1).equalsIgnoreCase(domain)
                || !address.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return Optional.of(
                open(Base32.decode(address.substring(prefix.length(), at)).orElse(new byte[0])));
    }

    private TokenReading open(byte[] token) {
        if (token.length < MIN_LENGTH) {
            return new TokenReading.Forged();
        }
        byte[] content = Arrays.copyOf(token, token.length - MAC_LENGTH);
        byte[] mac = Arrays.copyOfRange(token, content.length, token.length);
        byte[] right = mac((content[0] & 0xf0) >> 4, content);
        if (right.length == 0 || !MessageDigest.isEqual(mac, right)) {
            return new TokenReading.Forged();
        }
        Optional<ReplyPermission> grant = ReplyPermission.of(content);
        if (grant.isEmpty()) {
            return new TokenReading.Forged();
        }
        long today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
        return today > grant.get().lastDay() ? new TokenReading.Expired() : new TokenReading.Genuine(grant.get());
    }

    /** The code of a content; empty where there is no key of that id. */
    private byte[] mac(int id, byte[] content) {
        @Nullable SecretKeySpec key = keys.get(id);
        if (key == null) {
            return new byte[0];
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(PURPOSE);
            return Arrays.copyOf(mac.doFinal(content), MAC_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM + ", but this one does not", e);
        }
    }
}
