package dev.orderly.jdbc.failure;

/** How long the failure tests run: seconds in every build, and at full length in the profile {@code failures}. */
final class Scale {

    private static final boolean FULL = Boolean.getBoolean("orderly.failures");

    private Scale() {}

    static int of(int inEveryBuild, int inFull) {
        return FULL ? inFull : inEveryBuild;
    }

    /** One line for those who read what a run has shown. */
    static void report(String line) {
        System.out.println("failure test: " + line);
    }
}
