package dev.orderly;

/** A file that comes with a comment. */
public final class Upload {

    private final String name;
    private final String mediaType;
    private final byte[] content;

    /**
     * A file.
     *
     * @param name its name; a folder before it is cut off
     * @param mediaType its media type, such as {@code image/jpeg}
     * @param content its bytes, copied
     */
    public Upload(String name, String mediaType, byte[] content) {
        this.name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        this.mediaType = mediaType;
        this.content = content.clone();
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
