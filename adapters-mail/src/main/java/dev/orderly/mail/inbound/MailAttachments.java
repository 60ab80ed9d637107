package dev.orderly.mail.inbound;

import dev.orderly.conversation.Upload;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The files of a mail that are kept, and the names and sizes of those that are not. */
final class MailAttachments {

    /** The longest name of a file that core takes, in UTF-16 code units. */
    private static final int MAX_NAME = 255;

    private static final int MAX_EXTENSION = 16;

    /** By how many bytes a rough size may be too large, besides a tenth. */
    private static final int SLACK = 1000;

    /**
     * A file that is not kept.
     *
     * @param size in bytes, as far as it could be read
     */
    record LeftOut(String name, long size) {}

    private final MailLimits limits;
    private final List<Upload> kept = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private long size;

    MailAttachments(MailLimits limits) {
        this.limits = limits;
    }

    /** Keeps a file, if there is room; one that is far too large is not even read. */
    void add(Part part, ContentType type) throws MessagingException, IOException {
        long about = PartContent.roughSize(part);
        if (isDecoration(part, type, about)) {
            return;
        }
        String name = name(part, type);
        long room = kept.size() < limits.files() ? Math.min(limits.file(), limits.allFiles() - size) : -1;
        if (about > room + room / 10 + SLACK) {
            leaveOut(name, about);
            return;
        }
        PartContent content = PartContent.of(part, Math.max(0, room));
        if (room < 0 || !content.isWhole()) {
            leaveOut(name, content.size());
            return;
        }
        kept.add(new Upload(name, type.getBaseType(), content.bytes()));
        size += content.size();
    }

    private void leaveOut(String name, long bytes) {
        // by way of an upload, which makes the name harmless
        leftOut.add(new LeftOut(new Upload(name, "", new byte[0]).name(), bytes));
    }

    /** Keeps the whole of a text that is too long for a comment; the last file makes room for it, if it must. */
    void addText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!kept.isEmpty() && kept.size() >= limits.files()) {
            Upload last = kept.remove(kept.size() - 1);
            leaveOut(last.name(), last.content().length);
        }
        kept.add(new Upload("reply.txt", "text/plain; charset=utf-8", bytes));
    }

    List<Upload> kept() {
        return kept;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    private static boolean isDecoration(Part part, ContentType type, long about) throws MessagingException {
        return type.getPrimaryType().equalsIgnoreCase("image")
                && part.getHeader("Content-ID") != null
                && !Headers.isAttachment(part)
                && about < MailLimits.DECORATION;
    }

    private static String name(Part part, ContentType type) throws MessagingException {
        String name = Headers.fileName(part, type)
                .orElse(type.getBaseType().toLowerCase(Locale.ROOT).equals("message/rfc822") ? "message.eml" : "file");
        if (name.length() <= MAX_NAME) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot >= name.length() - MAX_EXTENSION ? name.substring(dot) : "";
        int end = MAX_NAME - extension.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + extension;
    }
}
