package dev.orderly.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Internal: the resource of the script by which the page of an order shows changes as they happen. */
@Path("live.js")
@Singleton
public final class ScriptResource {

    private final String script = Styles.read("page/live.js");

    /** The script of this version. */
    public ScriptResource() {}

    /** The script. */
    @GET
    @Produces("text/javascript; charset=UTF-8")
    public Response script() {
        return Response.ok(script)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }
}
