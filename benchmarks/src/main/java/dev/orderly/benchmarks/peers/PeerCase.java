package dev.orderly.benchmarks.peers;

/** What is measured of every contender. */
public enum PeerCase {
    TRANSITION("one transition from a stored status"),
    LIFE("a whole life, five transitions"),
    REFUSAL("a refused event"),
    DEFINITION("build of the definition in a new virtual machine");

    private final String title;

    PeerCase(String title) {
        this.title = title;
    }

    /** What a table of results calls it. */
    public String title() {
        return title;
    }
}
