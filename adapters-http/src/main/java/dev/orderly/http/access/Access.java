package dev.orderly.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells who sends a request. The host application knows its people; here it says who it is. Thread-safe. */
@FunctionalInterface
public interface Access {

    /** Who sends a request; empty for a stranger, who can look an order up and do nothing else. */
    Optional<Caller> caller(HttpServletRequest request);

    /** Nobody is known. */
    static Access nobody() {
        return request -> Optional.empty();
    }
}
