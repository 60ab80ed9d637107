package dev.orderly.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Internal: the resource that reports whether the servlet can do its work, without details. */
@Path("health")
@Singleton
public final class HealthResource {

    private final Health health;

    @Inject
    HealthResource(Health health) {
        this.health = health;
    }

    /** 200 if orders can be read, 503 otherwise; and how many orders this node met that cannot be read while others can. */
    @GET
    public Response health() {
        boolean up = health.isUp();
        return Response.status(up ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity("{\"status\":\"" + (up ? "UP" : "DOWN") + "\",\"unreadableOrders\":" + health.unreadableOrders()
                        + "}")
                .build();
    }
}
