package dev.orderly.cli;

import java.io.Console;

/** What is known of the terminal. */
final class Terminal {

    private static final int FIRST_WITH_IS_TERMINAL = 22;

    private Terminal() {}

    /**
     * Whether standard input and output are a terminal, so that a user sees the output. Java has no such test for
     * standard error alone.
     */
    @SuppressWarnings("SystemConsoleNull") // it is null on 17; for later ones there is the second question
    static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        if (Runtime.version().feature() < FIRST_WITH_IS_TERMINAL) {
            return true;
        }
        try {
            // Since 22 there is a console even without a terminal, and isTerminal says which it is.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
