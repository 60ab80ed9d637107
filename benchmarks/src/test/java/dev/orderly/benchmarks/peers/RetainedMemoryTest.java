package dev.orderly.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.benchmarks.peers.RetainedMemory.Retained;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class RetainedMemoryTest {

    @Test
    void a_table_keeps_nothing_for_an_order_and_something_for_a_definition() throws Exception {
        Retained retained = RetainedMemory.measure(Peer.TABLE);

        assertThat(retained.perOrder()).isBetween(-8.0, 8.0);
        assertThat(retained.perDefinition()).isBetween(200.0, 4000.0);
    }

    @Test
    void a_machine_per_order_keeps_more_than_a_thousand_bytes_for_each() throws Exception {
        assertThat(RetainedMemory.measure(Peer.SPRING_PER_ORDER).perOrder()).isGreaterThan(1000);
    }
}
