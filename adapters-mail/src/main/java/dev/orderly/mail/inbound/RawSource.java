package dev.orderly.mail.inbound;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The bytes of a part as they stand in the file, so that its own parts are places in that file and not copies. */
record RawSource(Part part, ContentType type) implements DataSource {

    static InputStream bytesOf(Part part) throws MessagingException {
        return part instanceof MimeMessage message
                ? message.getRawInputStream()
                : ((MimeBodyPart) part).getRawInputStream();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        try {
            return bytesOf(part);
        } catch (MessagingException e) {
            throw new IOException("a part of the mail has no content", e);
        }
    }

    @Override
    public String getContentType() {
        return type.toString();
    }

    @Override
    public String getName() {
        return "";
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        throw new IOException("a mail that came in is only read");
    }
}
