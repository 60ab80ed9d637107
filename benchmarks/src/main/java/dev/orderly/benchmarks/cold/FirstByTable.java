package dev.orderly.benchmarks.cold;

import dev.orderly.benchmarks.peers.Ask;
import dev.orderly.benchmarks.peers.HandWrittenTable;
import dev.orderly.benchmarks.peers.OrderFlow;

/** A program that decides by a table written by hand, and ends. */
final class FirstByTable {

    private FirstByTable() {}

    public static void main(String[] args) {
        long entered = System.nanoTime();
        HandWrittenTable table = new HandWrittenTable();
        long defined = System.nanoTime();
        Object answer = table.fire(OrderFlow.NEW, new Ask(OrderFlow.SUBMIT, null, OrderFlow.AT, OrderFlow.WHO));
        long decided = System.nanoTime();
        System.out.println(table.target(answer));
        Stamps.print(entered, defined, defined, decided);
    }
}
