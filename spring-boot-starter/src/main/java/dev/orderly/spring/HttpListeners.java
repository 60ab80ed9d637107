package dev.orderly.spring;

import dev.orderly.http.HttpListener;
import java.time.Duration;
import java.util.List;

/**
 * All of an application's listeners as one: the starter's figures are one, and the application may have more.
 *
 * @param all in the order in which they are called
 */
record HttpListeners(List<HttpListener> all) implements HttpListener {

    @Override
    public void answered(String method, String route, int status, Duration time) {
        all.forEach(listener -> listener.answered(method, route, status, time));
    }

    @Override
    public void lookedUp(LookupResult result) {
        all.forEach(listener -> listener.lookedUp(result));
    }
}
