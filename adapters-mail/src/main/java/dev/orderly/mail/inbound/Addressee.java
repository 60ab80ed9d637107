package dev.orderly.mail.inbound;

import dev.orderly.mail.inbound.ReplyOutcome.Obstacle;
import dev.orderly.mail.inbound.TokenReading.Expired;
import dev.orderly.mail.inbound.TokenReading.Genuine;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the permission that the addresses of a mail give. It does not matter which header an address stands in: its token
 * is signed.
 */
final class Addressee {

    /** Where mail systems write the address that a mail came for, besides the sender's own headers. */
    private static final List<String> HEADERS =
            List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To");

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>,;:\"'()\\[\\]@]{1,100}@[A-Za-z0-9.-]{1,255}", Pattern.UNICODE_CASE);

    private Addressee() {}

    /**
     * The permission that a mail's addresses give.
     *
     * @throws UnusableMailException if they give none, or several that differ in order or role
     */
    static ReplyPermission of(MimeMessage message, ReplyTokens tokens)
            throws MessagingException, UnusableMailException {
        Set<ReplyPermission> grants = new LinkedHashSet<>();
        Obstacle obstacle = Obstacle.NO_TOKEN;
        for (String header : HEADERS) {
            String[] values = message.getHeader(header);
            Matcher address = ADDRESS.matcher(values == null ? "" : MimeUtility.unfold(String.join(", ", values)));
            while (address.find()) {
                TokenReading reading = tokens.read(address.group()).orElse(null);
                if (reading instanceof Genuine genuine) {
                    grants.add(genuine.grant());
                } else if (reading != null) {
                    obstacle = reading instanceof Expired ? Obstacle.EXPIRED : Obstacle.FORGED;
                }
            }
        }
        if (grants.isEmpty()) {
            throw new UnusableMailException(obstacle);
        }
        ReplyPermission first = grants.iterator().next();
        for (ReplyPermission other : grants) {
            if (!other.number().equals(first.number()) || !other.role().equals(first.role())) {
                throw new UnusableMailException(Obstacle.AMBIGUOUS);
            }
        }
        return first;
    }
}
