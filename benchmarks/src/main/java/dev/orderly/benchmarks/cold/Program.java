package dev.orderly.benchmarks.cold;

/** What is started. */
public enum Program {
    TABLE("hand-written table", FirstByTable.class),
    BUILDER("Orderly, a workflow built in Java", FirstByBuilder.class),
    PRESET("Orderly, a workflow file", FirstByPreset.class);

    private final String title;
    private final Class<?> main;

    Program(String title, Class<?> main) {
        this.title = title;
        this.main = main;
    }

    /** What a table of results calls it. */
    public String title() {
        return title;
    }

    Class<?> main() {
        return main;
    }
}
