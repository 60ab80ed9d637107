package dev.orderly.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Internal: the resource of the stylesheets of the pages. */
@Path("")
@Singleton
public final class StyleResource {

    private static final String CSS = "text/css; charset=UTF-8";

    private final Styles styles;

    @Inject
    StyleResource(Styles styles) {
        this.styles = styles;
    }

    /** The library's own. */
    @GET
    @Path("orderly.css")
    @Produces(CSS)
    public Response own() {
        return cached(styles.own());
    }

    /** The shop's. */
    @GET
    @Path("theme.css")
    @Produces(CSS)
    public Response theme() {
        return cached(styles.theme());
    }

    private static Response cached(String css) {
        return Response.ok(css)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }
}
