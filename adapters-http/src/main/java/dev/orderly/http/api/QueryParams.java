package dev.orderly.http.api;

import org.jspecify.annotations.Nullable;

/** Reads the values of query parameters. */
final class QueryParams {

    private QueryParams() {}

    /** A Boolean parameter; false if it was not given. */
    static boolean flag(String name, @Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw ProblemType.MALFORMED_REQUEST.exception("the query parameter \"" + name + "\" is true or false");
    }

    /**
     * A parameter that is a number.
     *
     * @param otherwise the value if it was not given
     */
    static int number(String name, @Nullable String value, int otherwise, int least, int greatest) {
        if (value == null) {
            return otherwise;
        }
        int number = value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
        if (number < least || number > greatest) {
            throw ProblemType.MALFORMED_REQUEST.exception(
                    "the query parameter \"" + name + "\" is a number from " + least + " to " + greatest);
        }
        return number;
    }
}
