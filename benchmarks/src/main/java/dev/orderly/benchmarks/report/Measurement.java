package dev.orderly.benchmarks.report;

/** One section of the page: what it measures, and the program that does. */
public interface Measurement {

    /** What {@code --only} and the files of its pictures call it: lower case letters, digits and hyphens. */
    String name();

    /** The section's heading. */
    String title();

    /** What is measured, beside what, and what the figures mean: Markdown, a paragraph or two. */
    String what();

    /** Measures. Whatever it throws is in the page as this section's failure, and the other sections are not touched. */
    Findings measure(Setting setting) throws Exception;
}
