package dev.orderly.jdbc.failure;

/** Something that a test does while others work. */
@FunctionalInterface
interface Happening {

    void happen() throws Exception;
}
