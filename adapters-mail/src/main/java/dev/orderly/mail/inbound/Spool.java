package dev.orderly.mail.inbound;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedFileInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;

/**
 * A mail in a temporary file that only this user can read: so that of a large mail only what is looked at comes into
 * memory. The file goes when it is closed.
 */
final class Spool implements AutoCloseable {

    private final Path file;
    private final SharedFileInputStream content;
    private final MimeMessage message;
    private final String sha256;

    private Spool(Path file, SharedFileInputStream content, MimeMessage message, String sha256) {
        this.file = file;
        this.content = content;
        this.message = message;
        this.sha256 = sha256;
    }

    /** Writes a mail, such as to the stream that it is given. */
    @FunctionalInterface
    interface Source {
        void writeTo(OutputStream out) throws IOException, MessagingException;
    }

    /**
     * Takes a mail.
     *
     * @throws UnusableMailException if it is larger than the limit in bytes, or cannot be read as a mail
     */
    static Spool of(Source source, long limit) throws IOException, MessagingException, UnusableMailException {
        Path file = Files.createTempFile("orderly-mail-", ".eml");
        try {
            MessageDigest digest = digest();
            try (OutputStream out = new BoundedOutputStream(
                    new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest), limit)) {
                source.writeTo(out);
            }
            SharedFileInputStream content = new SharedFileInputStream(file.toFile());
            Properties properties = new Properties();
            properties.setProperty("mail.mime.allowutf8", "true");
            MimeMessage message = new MimeMessage(Session.getInstance(properties), content);
            return new Spool(file, content, message, HexFormat.of().formatHex(digest.digest()));
        } catch (BoundedOutputStream.FullException e) {
            Files.delete(file);
            throw new UnusableMailException(e.obstacle());
        } catch (IOException | MessagingException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, but this one does not", e);
        }
    }

    MimeMessage message() {
        return message;
    }

    /** The SHA-256 of the whole mail in hexadecimal. */
    String sha256() {
        return sha256;
    }

    @Override
    public void close() throws IOException {
        try {
            content.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
