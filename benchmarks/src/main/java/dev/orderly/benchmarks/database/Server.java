package dev.orderly.benchmarks.database;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database server on which databases can be made. */
interface Server extends AutoCloseable {

    /** Where to connect to as its administrator. */
    String url();

    @Override
    void close() throws IOException;

    /** Where to connect to one of its databases. */
    default String urlOf(String database) {
        Matcher parts = Pattern.compile("(jdbc:\\w+://[^/]+/)([^?]*)(.*)").matcher(url());
        if (!parts.matches()) {
            throw new IllegalArgumentException("there is no server in " + url()
                    + ": give an address such as jdbc:postgresql://localhost/postgres?user=postgres");
        }
        return parts.group(1) + database + parts.group(3);
    }

    /** A server that runs already, and is not stopped here. */
    static Server at(String url) {
        return new Server() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public void close() {}
        };
    }
}
