package dev.orderly.http.page;

/**
 * The page of an error.
 *
 * @param title what it is about
 * @param text what is wrong, and what can be done
 * @param id by which those who run the shop find it in their log; empty if there is nothing to find
 */
public record ProblemPage(PageLayout frame, String title, String text, String id) {}
