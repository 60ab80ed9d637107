package dev.orderly.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What is measured of a contender. Its texts are equal to those of the definition but not the same objects, as those that
 * come from a column or a request.
 */
final class Cases<R, O> {

    private final Contender<R, O> contender;
    private final R fresh;
    private final R unpaid;
    private final Ask legal = fromRequest(OrderFlow.ask(OrderFlow.PAY));
    private final Ask illegal = fromRequest(OrderFlow.ask(OrderFlow.DELIVER));
    private final List<Ask> life = new ArrayList<>();

    private Cases(Contender<R, O> contender) {
        this.contender = contender;
        this.fresh = contender.stored(copy(OrderFlow.NEW));
        this.unpaid = contender.stored(copy(OrderFlow.AWAITING_PAYMENT));
        OrderFlow.LIFE.forEach(ask -> life.add(fromRequest(ask)));
    }

    static Cases<?, ?> of(Peer peer) {
        return of(peer.define());
    }

    private static <R, O> Cases<R, O> of(Contender<R, O> contender) {
        return new Cases<>(contender);
    }

    private static Ask fromRequest(Ask ask) {
        return new Ask(copy(ask.event()), ask.trackingNumber(), ask.at(), ask.who());
    }

    private static String copy(String text) {
        return String.valueOf(text.toCharArray());
    }

    /** From the stored status to the entry. */
    Object transition() {
        return contender.fire(contender.open(unpaid), legal);
    }

    /** From the stored status to the refusal, with whatever reasons the contender gives. */
    Object refusal() {
        return contender.fire(contender.open(unpaid), illegal);
    }

    /** From new to delivered, in five steps, by one who holds the order all the time. */
    void life(Blackhole hole) {
        O order = contender.open(fresh);
        for (Ask ask : life) {
            Object answer = contender.fire(order, ask);
            hole.consume(answer);
            order = contender.next(order, answer);
        }
    }
}
