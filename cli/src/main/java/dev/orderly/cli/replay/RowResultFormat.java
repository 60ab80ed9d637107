package dev.orderly.cli.replay;

import java.io.IOException;

/** How outcomes are kept and sorted: in the order of the log. */
final class RowResultFormat implements Format<RowResult> {

    @Override
    public void write(RowResult outcome, ByteSink out) {
        out.number(outcome.row());
        out.text(outcome.order());
        out.text(outcome.event());
        out.text(outcome.at());
        out.text(outcome.from());
        out.text(outcome.to());
        out.text(outcome.reasons());
    }

    @Override
    public RowResult read(ByteSource in) throws IOException {
        return new RowResult(in.number(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text());
    }

    @Override
    public long key(RowResult outcome) {
        return outcome.row();
    }

    @Override
    public int subkey(RowResult outcome) {
        return 0;
    }
}
