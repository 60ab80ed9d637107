package dev.orderly.conversation;

import java.util.regex.Pattern;

/** A file that comes with a comment. */
public final class Upload {

    /** A type and a subtype as in RFC 6838, with parameters of visible ASCII characters. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}(?:; ?[!-~ ]{1,200})?");

    /** Control characters and those, such as the reversal of the writing direction, that disguise a name. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    private final String name;
    private final String mediaType;
    private final byte[] content;

    /**
     * A file. Its name and type are the sender's and not to be trusted, so that only what is harmless stays.
     *
     * @param name its name; a folder before it and control characters in it are left out, and a name that is none
     *     becomes {@code file}
     * @param mediaType its media type, such as {@code image/jpeg}; what is none becomes
     *     {@code application/octet-stream}
     * @param content its bytes, copied
     */
    public Upload(String name, String mediaType, byte[] content) {
        this.name = harmless(name);
        this.mediaType = MEDIA_TYPE.matcher(mediaType).matches() ? mediaType : "application/octet-stream";
        this.content = content.clone();
    }

    private static String harmless(String name) {
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String visible = INVISIBLE.matcher(bare).replaceAll("").strip();
        return visible.isEmpty() || visible.equals(".") || visible.equals("..") ? "file" : visible;
    }

    /** The file's name, without any folder. */
    public String name() {
        return name;
    }

    /** The file's media type, as the sender said. */
    public String mediaType() {
        return mediaType;
    }

    /** The file's bytes, copied. */
    public byte[] content() {
        return content.clone();
    }
}
