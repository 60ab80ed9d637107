package dev.orderly.mail.inbound;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes to text: as the mail says where that can be, and otherwise as its writer's language makes likely. */
final class Charsets {

    /** What WHATWG's encodings read for ISO-8859-1. */
    private static final String LATIN = "windows-1252";

    private Charsets() {}

    /**
     * The text.
     *
     * @param named the encoding that the mail names, which may be wrong or none
     * @param language the ISO 639 code of the language that it is probably written in
     */
    static String decode(byte[] bytes, @Nullable String named, String language) {
        Optional<Charset> charset = named == null ? Optional.empty() : find(named);
        return charset.flatMap(c -> strictly(bytes, c))
                .or(() -> strictly(bytes, StandardCharsets.UTF_8))
                .orElseGet(() -> new String(bytes, fallback(charset, language)));
    }

    private static Charset fallback(Optional<Charset> named, String language) {
        // an encoding of single bytes with a few wrong ones is still that; UTF-8 or ASCII with wrong ones is another
        boolean multiple = named.isEmpty()
                || named.get().equals(StandardCharsets.UTF_8)
                || named.get().equals(StandardCharsets.US_ASCII);
        return multiple ? Charset.forName(ReplyTexts.in(language, "charset")) : named.get();
    }

    private static Optional<Charset> find(String name) {
        String bare = name.strip().toLowerCase(Locale.ROOT);
        try {
            // mails that name ISO-8859-1 are written in windows-1252
            boolean latin = bare.equals("iso-8859-1") || bare.equals("latin1");
            return Optional.of(latin ? Charset.forName(LATIN) : known(bare));
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }

    /** By Java's names first: the library takes ASCII for Latin, which would never be wrong. */
    private static Charset known(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : Charset.forName(MimeUtility.javaCharset(name));
    }

    /** The text; empty if the bytes are none in that encoding. */
    static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
