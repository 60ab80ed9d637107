package dev.orderly.cli.replay;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;

/** The cells of the record that was read last; the next record takes their place, so that rows cost no lists. */
final class Cells extends CsvCallbackHandler<Cells> {

    /** More columns than this are no log of orders; a row with more is reported without keeping its cells. */
    static final int MOST = 1_000;

    /** The most characters that a cell, and that all cells of a row together can have. */
    static final int LONGEST = 1 << 20;

    private final List<String> texts = new ArrayList<>();
    private long line = 1;
    private int count;
    private int length;
    private boolean blankLine;
    private boolean strayQuote;

    /** The line on which the record begins, from 1. */
    long line() {
        return line;
    }

    int count() {
        return count;
    }

    /** A cell's text; empty for an empty cell. */
    String text(int column) {
        return texts.get(column);
    }

    /** Whether the record is too large to be kept. */
    boolean isTooLarge() {
        return count > MOST || length > LONGEST;
    }

    /** Whether a quote stands inside a cell that is not quoted, which RFC 4180 does not allow. */
    boolean hasStrayQuote() {
        return strayQuote;
    }

    @Override
    protected RecordType getRecordType() {
        return blankLine ? RecordType.EMPTY : RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return count;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        line = startingLineNumber;
        texts.clear();
        count = 0;
        length = 0;
        blankLine = false;
        strayQuote = false;
    }

    @Override
    protected void addField(char[] buffer, int offset, int size, boolean quoted) {
        count++;
        length = Math.min(length + size, LONGEST + 1);
        if (isTooLarge()) {
            return;
        }
        String text = size == 0 ? "" : new String(buffer, offset, size);
        strayQuote |= !quoted && text.indexOf('"') >= 0;
        texts.add(text);
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("a log has no comments");
    }

    @Override
    protected void setEmpty() {
        blankLine = true;
    }

    @Override
    protected Cells buildRecord() {
        return this;
    }
}
