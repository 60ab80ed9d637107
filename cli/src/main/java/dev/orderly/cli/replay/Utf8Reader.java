package dev.orderly.cli.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8, with or without a byte-order mark. The platform's own reader throws away the good text that precedes a
 * bad byte in its buffer; this one gives it out first, so that the rows before a broken one are not lost. It also counts
 * quotes: the CSV parser takes the end of the file for the end of a quoted cell.
 */
final class Utf8Reader extends Reader {

    /** A quote is opened and the text ends. */
    static final class UnclosedQuoteException extends IOException {}

    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private boolean ended;
    private boolean insideQuotes;
    private long bytesRead;

    Utf8Reader(InputStream in) throws IOException {
        this.in = in;
        skipByteOrderMark();
    }

    private void skipByteOrderMark() throws IOException {
        byte[] start = in.readNBytes(BYTE_ORDER_MARK.length);
        bytesRead = start.length;
        bytes.clear().put(start).flip();
        if (bytes.equals(ByteBuffer.wrap(BYTE_ORDER_MARK))) {
            bytes.position(bytes.limit());
        }
    }

    /** How far it has come. */
    long bytesRead() {
        return bytesRead;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer text = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, text, ended);
            int read = text.position() - offset;
            if (read > 0) {
                countQuotes(target, offset, read);
                return read;
            }
            if (result.isError()) {
                throw new MalformedInputException(result.length());
            }
            if (ended) {
                return end();
            }
            fill();
        }
    }

    private int end() throws IOException {
        if (insideQuotes) {
            throw new UnclosedQuoteException();
        }
        return -1;
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytesRead += read;
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }

    private void countQuotes(char[] text, int offset, int length) {
        boolean inside = insideQuotes;
        for (int i = offset; i < offset + length; i++) {
            inside ^= text[i] == '"';
        }
        insideQuotes = inside;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
