package dev.orderly.cli.replay;

/**
 * What is wrong with a row, so that reading stopped there.
 *
 * @param file the log as the caller named it
 * @param line the line on which the row begins, from 1
 * @param row the row's number, from 1, the header not counted
 * @param problem what is wrong and what to do
 */
public record Mistake(String file, long line, long row, String problem) {

    @Override
    public String toString() {
        return file + ":" + line + ": row " + row + ": " + problem;
    }
}
