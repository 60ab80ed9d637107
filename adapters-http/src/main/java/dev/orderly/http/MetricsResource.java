package dev.orderly.http;

import dev.orderly.http.access.Access;
import dev.orderly.http.access.Caller;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Internal: the resource of the metrics, for callers in the role {@code metrics} only. */
@Path("metrics")
@Singleton
public final class MetricsResource {

    private static final String ROLE = "metrics";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=UTF-8";

    private final Access access;
    private final MetricsText metrics;

    @Inject
    MetricsResource(Access access, MetricsText metrics) {
        this.access = access;
        this.metrics = metrics;
    }

    /** The metrics in Prometheus's text format. */
    @GET
    public Response metrics(@Context HttpServletRequest request) {
        Optional<Caller> caller = access.caller(request);
        if (caller.isEmpty()) {
            return Response.status(Response.Status.UNAUTHORIZED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        }
        return caller.get().actor().role().equals(ROLE)
                ? Response.ok(metrics.text(), PROMETHEUS).build()
                : Response.status(Response.Status.FORBIDDEN).build();
    }
}
