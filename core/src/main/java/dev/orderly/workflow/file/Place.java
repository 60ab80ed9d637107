package dev.orderly.workflow.file;

/** A place in a file; line and column count from 1. */
record Place(String file, int line, int column) {

    /** The place right after the beginning of a file. */
    static Place after(String file, String beginning) {
        int line = 1 + (int) beginning.chars().filter(c -> c == '\n').count();
        return new Place(file, line, beginning.length() - beginning.lastIndexOf('\n'));
    }
}
