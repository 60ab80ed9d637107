package dev.orderly.mail.inbound;

import dev.orderly.mail.inbound.ReplyOutcome.Obstacle;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A stream for a mail that stops when the mail grows too large, its header does, or it has more lines that may divide parts
 * than any honest mail: a parser makes objects of all of those.
 */
final class BoundedOutputStream extends FilterOutputStream {

    private static final int MAX_HEADER = 256 << 10;
    private static final int MAX_DIVIDERS = 10_000;

    private final long limit;
    private long size;
    private boolean inHeader = true;
    private long header;
    private long lineLength;
    private long dashes;
    private int dividers;

    BoundedOutputStream(OutputStream out, long limit) {
        super(out);
        this.limit = limit;
    }

    /** Too much came. */
    static final class FullException extends IOException {

        private static final long serialVersionUID = 1L;

        private final Obstacle obstacle;

        FullException(Obstacle obstacle) {
            super(obstacle.name());
            this.obstacle = obstacle;
        }

        Obstacle obstacle() {
            return obstacle;
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        size += length;
        if (size > limit) {
            throw new FullException(Obstacle.TOO_LARGE);
        }
        for (int i = offset; i < offset + length; i++) {
            look(bytes[i]);
        }
        if (header > MAX_HEADER || dividers > MAX_DIVIDERS) {
            throw new FullException(Obstacle.UNREADABLE);
        }
        out.write(bytes, offset, length);
    }

    private void look(byte b) {
        header += inHeader ? 1 : 0;
        if (b == '\n') {
            inHeader &= lineLength > 0;
            lineLength = 0;
            dashes = 0;
        } else if (b != '\r') {
            if (b == '-' && dashes == lineLength && ++dashes == 2) {
                dividers++;
            }
            lineLength++;
        }
    }
}
