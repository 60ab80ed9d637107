package dev.orderly.spring;

import dev.orderly.Orders;
import dev.orderly.Sweeper;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs a {@link Sweeper} while the application runs; none where the setting is 0. */
final class SweeperLifecycle implements SmartLifecycle {

    private final @Nullable Sweeper sweeper;

    SweeperLifecycle(Orders orders, Duration every) {
        if (every.isNegative()) {
            throw new SettingException(
                    "orderly.sweep.every cannot be negative, but is " + every + ".",
                    "Set it to a time such as 1m, or to 0 for never.");
        }
        sweeper =
                every.isZero() ? null : Sweeper.builder(orders).interval(every).build();
    }

    @Override
    public void start() {
        if (sweeper != null) {
            sweeper.start();
        }
    }

    @Override
    public void stop() {
        if (sweeper != null) {
            sweeper.close();
        }
    }

    @Override
    public boolean isRunning() {
        return sweeper != null && sweeper.isRunning();
    }

    /** Before the web server starts, and ends after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
