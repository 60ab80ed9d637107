package dev.orderly.cli.replay;

import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.order.Order;
import org.jspecify.annotations.Nullable;

/** Decides rows and keeps nothing. */
record MemoryJudge(Decider decider) implements Judge {

    @Override
    public Decision decide(LogRow row, @Nullable Order before) {
        return before == null
                ? decider.place(row.order(), row.request(null))
                : decider.decide(before, row.request(null));
    }
}
