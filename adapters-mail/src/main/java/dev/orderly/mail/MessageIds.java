package dev.orderly.mail;

import dev.orderly.notification.Notification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The ids by which mail programs recognise a message and put those of one order together (RFC 5322, 3.6.4). They are made
 * of the notification's id, so a message that is sent twice shows once; hashed, because they appear in logs of
 * other servers and an order's number may be confidential.
 *
 * @param domain what is behind the at sign
 */
record MessageIds(String domain) {

    private static final int BYTES = 16;

    /** The {@code Message-ID} of a notification. */
    String message(Notification notification) {
        return id("message", notification.id());
    }

    /** The id that all messages of an order refer to, although none has it: the first of them may not have been a mail. */
    String thread(Notification notification) {
        return id("order", notification.message().number());
    }

    private String id(String kind, String name) {
        byte[] hash = sha256().digest((kind + " " + name).getBytes(StandardCharsets.UTF_8));
        return "<" + HexFormat.of().formatHex(hash, 0, BYTES) + "." + kind + "@" + domain + ">";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
