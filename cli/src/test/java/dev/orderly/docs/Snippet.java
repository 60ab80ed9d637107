package dev.orderly.docs;

import java.util.Optional;

/**
 * A piece of Java in a page.
 *
 * @param line the line of the page in which its block begins, from 1; its first line of code is the one after
 * @param code the lines of the block
 * @param output what the page says that it prints; empty where it does not say
 * @param file the file that it reads; empty where there is none
 */
record Snippet(int line, String code, Optional<String> output, Optional<NamedFile> file) {

    /**
     * A file that the page shows.
     *
     * @param name its name
     * @param content its text
     */
    record NamedFile(String name, String content) {}
}
