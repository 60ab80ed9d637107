package dev.orderly.benchmarks.report;

/** Figures as a picture. */
public sealed interface Chart permits BarChart, LineChart {

    /** What its file is called, without the ending: lower case letters, digits and hyphens. */
    String name();

    /** What it shows, for those who see it and for those who do not. */
    String title();

    /** The picture: an SVG document that is legible on light and on dark pages. */
    String svg();
}
