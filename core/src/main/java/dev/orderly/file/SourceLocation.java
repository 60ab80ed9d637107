package dev.orderly.file;

/** A location in a file; line and column count from 1. */
record SourceLocation(String file, int line, int column) {

    /** The location right after the beginning of a file. */
    static SourceLocation after(String file, String beginning) {
        int line = 1 + (int) beginning.chars().filter(c -> c == '\n').count();
        return new SourceLocation(file, line, beginning.length() - beginning.lastIndexOf('\n'));
    }
}
