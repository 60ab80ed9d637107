package dev.orderly.cli.replay;

import java.io.IOException;

/** How outcomes are kept in a temporary file. */
final class OutcomeFormat implements Format<Outcome> {

    @Override
    public void write(Outcome outcome, SpillWriter out) throws IOException {
        out.number(outcome.row());
        out.text(outcome.order());
        out.text(outcome.event());
        out.text(outcome.at());
        out.text(outcome.from());
        out.text(outcome.to());
        out.text(outcome.reasons());
    }

    @Override
    public Outcome read(SpillReader in) throws IOException {
        return new Outcome(in.number(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text());
    }

    @Override
    public int weight(Outcome outcome) {
        return outcome.weight();
    }
}
