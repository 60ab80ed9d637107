package dev.orderly.benchmarks.database;

/** A kind of database. */
public enum DatabaseProduct {
    H2("H2 file"),
    POSTGRESQL("PostgreSQL"),
    MARIADB("MariaDB");

    private final String title;

    DatabaseProduct(String title) {
        this.title = title;
    }

    /** What it is called in the figures. */
    public String title() {
        return title;
    }
}
