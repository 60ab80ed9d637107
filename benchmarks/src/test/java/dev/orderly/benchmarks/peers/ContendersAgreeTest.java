package dev.orderly.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A race says nothing unless all run the same course. */
class ContendersAgreeTest {

    private static final List<String> LEGAL = List.of(
            "new submit awaiting-payment",
            "new cancel cancelled",
            "awaiting-payment pay processing",
            "awaiting-payment cancel cancelled",
            "processing release awaiting-packing",
            "processing cancel cancelled",
            "awaiting-packing ship PL123456789 shipped",
            "shipped deliver delivered");

    @Test
    void the_table_allows_what_the_flow_allows_and_nothing_else() {
        assertThat(allowed(new HandWrittenTable())).containsExactlyInAnyOrderElementsOf(LEGAL);
    }

    @ParameterizedTest
    @EnumSource
    void a_contender_allows_what_the_table_allows(Peer peer) {
        assertThat(allowed(peer.define())).isEqualTo(allowed(new HandWrittenTable()));
    }

    @ParameterizedTest
    @EnumSource
    void a_contender_leads_one_order_from_new_to_delivered(Peer peer) {
        assertThat(life(peer.define()))
                .containsExactly("awaiting-payment", "processing", "awaiting-packing", "shipped", "delivered");
    }

    @Test
    void a_contender_that_asks_for_no_tracking_number_is_found_out() {
        SharedMachine careless = new SharedMachine() {
            private final HandWrittenTable table = new HandWrittenTable();

            @Override
            public Object fire(String status, Ask ask) {
                return table.fire(status, new Ask(ask.event(), OrderFlow.TRACKING_NUMBER, ask.at(), ask.who()));
            }
        };

        assertThat(allowed(careless)).isNotEqualTo(allowed(new HandWrittenTable()));
    }

    @Test
    void a_contender_that_leads_elsewhere_is_found_out() {
        SharedMachine lost = new SharedMachine() {
            private final HandWrittenTable table = new HandWrittenTable();

            @Override
            public Object fire(String status, Ask ask) {
                Object answer = table.fire(status, ask);
                return answer instanceof Entry && ask.event().equals("pay")
                        ? Entry.of(status, ask, "awaiting-packing")
                        : answer;
            }
        };

        assertThat(allowed(lost)).isNotEqualTo(allowed(new HandWrittenTable()));
    }

    /** Each status with each event, shipping with and without a number: what is allowed, and where it leads. */
    private static <R, O> List<String> allowed(Contender<R, O> contender) {
        List<String> allowed = new ArrayList<>();
        for (String status : OrderFlow.STATUSES) {
            for (String event : OrderFlow.EVENTS) {
                tryOut(contender, status, event, null, allowed);
            }
            tryOut(contender, status, OrderFlow.SHIP, OrderFlow.TRACKING_NUMBER, allowed);
        }
        return allowed;
    }

    private static <R, O> void tryOut(
            Contender<R, O> contender, String status, String event, @Nullable String number, List<String> allowed) {
        O order = contender.open(contender.stored(status));
        String target = contender.target(contender.fire(order, new Ask(event, number, OrderFlow.AT, OrderFlow.WHO)));
        if (target != null) {
            allowed.add(status + " " + event + (number == null ? "" : " " + number) + " " + target);
        }
    }

    private static <R, O> List<String> life(Contender<R, O> contender) {
        List<String> statuses = new ArrayList<>();
        O order = contender.open(contender.stored(OrderFlow.NEW));
        for (Ask ask : OrderFlow.LIFE) {
            Object answer = contender.fire(order, ask);
            statuses.add(String.valueOf(contender.target(answer)));
            order = contender.next(order, answer);
        }
        return statuses;
    }
}
