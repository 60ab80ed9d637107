package dev.orderly.mail.inbound;

import dev.orderly.workflow.Workflow;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * The right to write on one order in one role up to a day, and the bytes that it is in a token: a kind, the last day, the
 * role's length and name, and the number. The role {@code customer} has length 0, and a number that is a UUID 16 bytes,
 * because the local part of an address has only 64 characters.
 *
 * @param lastDay the last day in UTC, in days since 1970-01-01, at most 65535
 */
record ReplyPermission(String number, String role, int lastDay) {

    static final int MAX_DAY = 0xffff;

    private static final String SHORT_ROLE = Workflow.CUSTOMER;
    private static final int NUMBER_IS_TEXT = 0;
    private static final int NUMBER_IS_UUID = 1;
    private static final int HEAD = 4;

    /** The bytes; the high half of the first one is left to the key's id. */
    byte[] bytes() {
        byte[] uuid = uuid();
        byte[] named = role.equals(SHORT_ROLE) ? new byte[0] : role.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(uuid.length > 0 ? NUMBER_IS_UUID : NUMBER_IS_TEXT);
        bytes.write(lastDay >> 8);
        bytes.write(lastDay);
        bytes.write(named.length);
        bytes.writeBytes(named);
        bytes.writeBytes(uuid.length > 0 ? uuid : number.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** Reads genuine bytes; empty where this version of the library cannot read them. */
    static Optional<ReplyPermission> of(byte[] bytes) {
        int kind = bytes[0] & 0x0f;
        int lastDay = (bytes[1] & 0xff) << 8 | (bytes[2] & 0xff);
        int named = bytes[3] & 0xff;
        if (bytes.length <= HEAD + named || kind > NUMBER_IS_UUID) {
            return Optional.empty();
        }
        String role = named == 0 ? SHORT_ROLE : new String(bytes, HEAD, named, StandardCharsets.UTF_8);
        byte[] number = Arrays.copyOfRange(bytes, HEAD + named, bytes.length);
        if (kind == NUMBER_IS_TEXT) {
            return Optional.of(new ReplyPermission(new String(number, StandardCharsets.UTF_8), role, lastDay));
        }
        ByteBuffer halves = ByteBuffer.wrap(number);
        return number.length == 16
                ? Optional.of(
                        new ReplyPermission(new UUID(halves.getLong(), halves.getLong()).toString(), role, lastDay))
                : Optional.empty();
    }

    private byte[] uuid() {
        try {
            UUID uuid = UUID.fromString(number);
            return uuid.toString().equals(number)
                    ? ByteBuffer.allocate(16)
                            .putLong(uuid.getMostSignificantBits())
                            .putLong(uuid.getLeastSignificantBits())
                            .array()
                    : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
