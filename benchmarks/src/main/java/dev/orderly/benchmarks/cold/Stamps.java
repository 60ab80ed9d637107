package dev.orderly.benchmarks.cold;

import java.util.StringJoiner;

/**
 * The moments that a program passed, by the clock that all programs of a machine share. They are printed after the
 * decision, and so delay nothing that is measured.
 */
record Stamps(long entered, long defined, long compiled, long decided) {

    static void print(long entered, long defined, long compiled, long decided) {
        StringJoiner line = new StringJoiner(" ");
        for (long moment : new long[] {entered, defined, compiled, decided}) {
            line.add(Long.toString(moment));
        }
        System.out.println(line);
    }

    static Stamps read(String line) {
        String[] moments = line.split(" ", -1);
        return new Stamps(
                Long.parseLong(moments[0]),
                Long.parseLong(moments[1]),
                Long.parseLong(moments[2]),
                Long.parseLong(moments[3]));
    }
}
