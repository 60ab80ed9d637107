package dev.orderly.cli.replay;

import java.io.IOException;

/** How outcomes are kept and sorted: in the order of the log. */
final class OutcomeFormat implements Format<Outcome> {

    @Override
    public void write(Outcome outcome, ByteSink out) {
        out.number(outcome.row());
        out.text(outcome.order());
        out.text(outcome.event());
        out.text(outcome.at());
        out.text(outcome.from());
        out.text(outcome.to());
        out.text(outcome.reasons());
    }

    @Override
    public Outcome read(ByteSource in) throws IOException {
        return new Outcome(in.number(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text());
    }

    @Override
    public long key(Outcome outcome) {
        return outcome.row();
    }

    @Override
    public int subkey(Outcome outcome) {
        return 0;
    }
}
