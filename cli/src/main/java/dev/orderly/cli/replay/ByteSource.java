package dev.orderly.cli.replay;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link ByteSink} wrote, from memory or from a stretch of a file that many can read at once. */
final class ByteSource {

    private final @Nullable FileChannel channel;
    private final long end;
    private final byte[] buffer;
    private long position;
    private int next;
    private int filled;

    private ByteSource(@Nullable FileChannel channel, long start, long end, byte[] buffer, int filled) {
        this.channel = channel;
        this.position = start;
        this.end = end;
        this.buffer = buffer;
        this.filled = filled;
    }

    /** What a sink holds. */
    static ByteSource of(ByteSink sink) {
        return new ByteSource(null, 0, 0, sink.array(), sink.size());
    }

    /** A file's bytes from a position up to another, that one excluded. */
    static ByteSource of(FileChannel channel, long start, long end, int bufferBytes) {
        return new ByteSource(channel, start, end, new byte[bufferBytes], 0);
    }

    /** Goes to a place in memory. */
    void seek(int place) {
        next = place;
    }

    boolean atEnd() {
        return next == filled && position == end;
    }

    long number() throws IOException {
        long bits = 0;
        int shift = 0;
        int part;
        do {
            if (next == filled) {
                fill();
            }
            part = buffer[next++];
            bits |= (long) (part & 0x7F) << shift;
            shift += 7;
        } while (part < 0);
        return (bits >>> 1) ^ -(bits & 1);
    }

    String text() throws IOException {
        int length = Math.toIntExact(number());
        if (length <= filled - next) {
            String text = new String(buffer, next, length, StandardCharsets.UTF_8);
            next += length;
            return text;
        }
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            if (next == filled) {
                fill();
            }
            int part = Math.min(length - done, filled - next);
            System.arraycopy(buffer, next, bytes, done, part);
            next += part;
            done += part;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void fill() throws IOException {
        int wanted = (int) Math.min(buffer.length, end - position);
        int read = channel == null || wanted == 0 ? -1 : channel.read(ByteBuffer.wrap(buffer, 0, wanted), position);
        if (read <= 0) {
            throw new EOFException("the bytes end before the value that is read from them");
        }
        position += read;
        next = 0;
        filled = read;
    }
}
