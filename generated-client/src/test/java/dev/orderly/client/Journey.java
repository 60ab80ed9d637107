package dev.orderly.client;

import java.util.List;
import java.util.Map;

/** What a program with a generated client does; compiled with that client, when the tests run. */
public interface Journey {

    /**
     * Takes an order from placed to done.
     *
     * @param address where the server is
     * @param keys the API keys by role
     * @return what there was to tell on the way
     */
    List<String> travel(String address, Map<String, String> keys) throws Exception;
}
