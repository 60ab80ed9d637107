package dev.orderly.order;

import dev.orderly.workflow.Money;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Bytes put together from integers, texts, times and values, such that different sequences of these give different bytes.
 * {@code docs/hash-chain.md} describes the layout, and published vectors pin it: another byte is another format.
 * Not thread-safe.
 */
final class CanonicalBytes {

    private static final int ABSENT = -1;
    private static final int UTF_16 = -2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    /** Eight bytes, the highest first. */
    CanonicalBytes integer(long number) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes.write((int) (number >>> shift));
        }
        return this;
    }

    /** The length in bytes, and the text in UTF-8; in UTF-16 where it has half of a surrogate pair, which UTF-8 would replace. */
    CanonicalBytes text(@Nullable String text) {
        if (text == null) {
            return integer(ABSENT);
        }
        byte[] encoded = utf8(text);
        if (encoded == null) {
            integer(UTF_16);
            encoded = utf16(text);
        }
        integer(encoded.length);
        bytes.writeBytes(encoded);
        return this;
    }

    private static byte @Nullable [] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[encoded.remaining()];
            encoded.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static byte[] utf16(String text) {
        ByteBuffer units = ByteBuffer.allocate(Character.BYTES * text.length());
        units.asCharBuffer().put(text);
        return units.array();
    }

    /** Bytes that come last, so that nothing can run into them. */
    CanonicalBytes raw(byte[] last) {
        bytes.writeBytes(last);
        return this;
    }

    CanonicalBytes time(Instant time) {
        return integer(time.getEpochSecond()).integer(time.getNano());
    }

    CanonicalBytes date(@Nullable LocalDate date) {
        return text(date == null ? null : date.toString());
    }

    /** The amount without needless zeros, and the currency; where there is none, once that it is absent. */
    CanonicalBytes money(@Nullable Money money) {
        return money == null
                ? integer(ABSENT)
                : text(money.amount().toPlainString()).text(money.currency().getCurrencyCode());
    }

    /**
     * The value of a field, after the word for its type. The words stand here rather than with the types of fields: they must
     * stay what they are when a workflow file calls a type otherwise.
     *
     * @throws IllegalArgumentException if the value has a type that no field has
     */
    CanonicalBytes value(String field, Object value) {
        if (value instanceof String text) {
            return text("text").text(text);
        } else if (value instanceof BigDecimal number) {
            return text("number").text(number.toPlainString());
        } else if (value instanceof Boolean truth) {
            return text("yes-no").integer(truth ? 1 : 0);
        } else if (value instanceof LocalDate date) {
            return text("date").date(date);
        } else if (value instanceof Instant time) {
            return text("instant").time(time);
        } else if (value instanceof Money money) {
            return text("money").money(money);
        }
        throw new IllegalArgumentException("the field \"" + field + "\" has a value of the type "
                + value.getClass().getName() + ", which no history can keep: give it one of the types that"
                + " dev.orderly.workflow.Data names");
    }
}
