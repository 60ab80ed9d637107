package dev.orderly.cli.replay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** Appends numbers and texts to a temporary file through one buffer. */
final class SpillWriter {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_NUMBER = 10;

    private final FileChannel channel;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int used;

    SpillWriter(FileChannel channel) {
        this.channel = channel;
    }

    /** Writes a number: seven bits a byte, the lowest first, small ones of either sign in one byte. */
    void number(long number) throws IOException {
        if (used > BUFFER_BYTES - LONGEST_NUMBER) {
            flush();
        }
        long rest = (number << 1) ^ (number >> 63);
        while ((rest & ~0x7FL) != 0) {
            buffer[used++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[used++] = (byte) rest;
    }

    void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        int done = 0;
        while (done < bytes.length) {
            if (used == BUFFER_BYTES) {
                flush();
            }
            int part = Math.min(bytes.length - done, BUFFER_BYTES - used);
            System.arraycopy(bytes, done, buffer, used, part);
            used += part;
            done += part;
        }
    }

    /** Brings everything to the file and says where it ends. */
    long flush() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, used);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        used = 0;
        return channel.position();
    }
}
