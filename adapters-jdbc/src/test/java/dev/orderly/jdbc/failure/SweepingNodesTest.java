package dev.orderly.jdbc.failure;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes sweep at the same time while many deadlines have come. */
@Tag("servers")
class SweepingNodesTest {

    @ParameterizedTest
    @EnumSource
    void each_due_deadline_fires_once(Site site, @TempDir Path folder) throws Exception {
        String url = site.sharedUrl();
        Sweepers.share(site.toString(), List.of(url, url), folder);
    }
}
