package dev.orderly.testkit.internal.scenario;

import java.util.List;

/** Picks from lists by the digits of a number; a zero picks the first of each. Not thread-safe. */
public final class Choices {

    private long left;

    public Choices(long number) {
        left = number;
    }

    <T> T pick(List<T> list) {
        T picked = list.get((int) (left % list.size()));
        left /= list.size();
        return picked;
    }

    /** True in one of so many cases, never for a zero. */
    boolean oneIn(int cases) {
        boolean hit = left % cases == cases - 1;
        left /= cases;
        return hit;
    }
}
