/** Orders in SQLite, H2, PostgreSQL or MariaDB, whose constraints refuse illegal steps. */
module dev.orderly.jdbc {
    requires org.slf4j;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires transitive dev.orderly.core;
    requires transitive java.sql;
    requires static com.h2database;
    requires static org.xerial.sqlitejdbc;
    requires static transitive org.jspecify;

    exports dev.orderly.jdbc;
    // H2 makes the triggers by their names
    exports dev.orderly.jdbc.h2 to
            com.h2database;

    // the schema's files, which tools such as Flyway look up
    opens dev.orderly.jdbc.h2;
    opens dev.orderly.jdbc.mariadb;
    opens dev.orderly.jdbc.postgresql;
    opens dev.orderly.jdbc.sqlite;
}
