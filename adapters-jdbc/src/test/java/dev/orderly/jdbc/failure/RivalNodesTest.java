package dev.orderly.jdbc.failure;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two JVMs with eight threads each fire events that exclude each other at the same orders. */
@Tag("servers")
class RivalNodesTest {

    @ParameterizedTest
    @EnumSource
    void what_they_were_told_is_exactly_what_happened(Site site, @TempDir Path folder) throws Exception {
        String url = site.sharedUrl();
        Rivals.compete(site.toString(), List.of(url, url), folder);
    }
}
