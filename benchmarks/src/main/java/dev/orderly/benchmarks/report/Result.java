package dev.orderly.benchmarks.report;

import java.util.List;

/**
 * The result of one section of the report, successful or not.
 *
 * @param name the measurement's name
 * @param title its heading
 * @param what what it measures
 * @param day when it began, as a date in UTC
 * @param seconds how long it took
 * @param databases the databases that it asked for
 * @param tables the figures
 * @param goals what they should be
 * @param pictures the files beside the page
 * @param failure why there is no more; empty if it went well
 */
public record Result(
        String name,
        String title,
        String what,
        String day,
        long seconds,
        List<String> databases,
        List<Table> tables,
        List<Goal> goals,
        List<Picture> pictures,
        String failure) {

    /**
     * A picture in the folder beside the page.
     *
     * @param file its name, with the ending
     * @param title what it shows
     */
    public record Picture(String file, String title) {}

    /** Whether it could not be measured. */
    public boolean failed() {
        return !failure.isEmpty();
    }
}
