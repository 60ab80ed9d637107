package dev.orderly.jdbc;

/** What a store does when it is opened and finds something about the database that it should not rely on. */
public enum StartupCheck {

    /** It is not opened: {@link JdbcOrderStoreBuilder#build} throws an {@link IllegalStateException} that says what is wrong. */
    REFUSE,

    /** It says in the log what is wrong, once in a process, and goes on. */
    WARN,

    /** It does not look. */
    SKIP
}
