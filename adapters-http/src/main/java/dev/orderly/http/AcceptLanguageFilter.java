package dev.orderly.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import org.glassfish.jersey.message.internal.HeaderValueException;

/** Removes a malformed {@code Accept-Language} header: an answer in another language is better than none. */
@PreMatching
final class AcceptLanguageFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        try {
            request.getAcceptableLanguages();
        } catch (HeaderValueException e) {
            request.getHeaders().remove(HttpHeaders.ACCEPT_LANGUAGE);
        }
    }
}
