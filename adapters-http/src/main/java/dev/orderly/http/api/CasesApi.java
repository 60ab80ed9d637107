package dev.orderly.http.api;

import dev.orderly.Orders;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Request;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.TransitionEntry;
import dev.orderly.view.RoleView;
import dev.orderly.workflow.CaseType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cases of an order, such as incidents and returns. */
@Path(JsonApi.ROOT)
@Authenticated
@Produces({MediaType.APPLICATION_JSON, Responses.PROBLEM})
@Singleton
public final class CasesApi {

    private final Orders orders;
    private final Clock clock;

    @Inject
    CasesApi(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /** Open a case of an order. The header {@code Location} of the answer has the case's number. */
    @POST
    @Path("orders/{number}/cases")
    @Consumes(MediaType.APPLICATION_JSON)
    @SuccessResponse(status = 201, value = OrderBody.class)
    public Response openCase(
            @PathParam("number") String number,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            NewCase opened,
            @Context UriInfo uri,
            @Context ContainerRequestContext context) {
        ApiContext api = ApiContext.of(orders, clock, context);
        Request request = RequestHeaders.on(
                opened.request(api.actor(), () -> orders.workflowOf(api.order(number))), key, ifMatch);
        Decision decision = api.orders().openCase(number, opened.type(), request);
        Accepted accepted = api.accepted(decision, view -> view.of(opened.kind(view.workflow())));
        TransitionEntry entry = accepted.entry();
        return Responses.step(Response.Status.CREATED, api.body(accepted.order()))
                .location(uri.getBaseUriBuilder()
                        .path(JsonApi.ROOT)
                        .path("orders/{number}/cases/{id}")
                        .build(number, Objects.requireNonNull(entry.caseRef()).id()))
                .build();
    }

    /**
     * List the actions of a case. The answer has what the caller can do now, and for the rest the reasons against it.
     */
    @GET
    @Path("orders/{number}/cases/{id}/actions")
    @SuccessResponse(ActionsBody.class)
    public Response getCaseActions(
            @PathParam("number") String number, @PathParam("id") int id, @Context ContainerRequestContext context) {
        ApiContext api = ApiContext.of(orders, clock, context);
        Order order = api.order(number);
        RoleView view = api.view(order).of(kind(order, id));
        ActionsBody body = Actions.ofCase(order, orders.availableForCase(order, id, api.actor()), view);
        return Responses.ofOrder(body, order.sequence(), context.getRequest());
    }

    /** Fire an event of a case. */
    @POST
    @Path("orders/{number}/cases/{id}/events")
    @Consumes(MediaType.APPLICATION_JSON)
    @SuccessResponse(OrderBody.class)
    public Response fireCaseEvent(
            @PathParam("number") String number,
            @PathParam("id") int id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            NewEvent event,
            @Context ContainerRequestContext context) {
        ApiContext api = ApiContext.of(orders, clock, context);
        Request request = RequestHeaders.on(event.request(api.actor()), key, ifMatch);
        Accepted accepted =
                api.accepted(api.orders().fireCase(number, id, request), view -> view.of(kind(api.order(), id)));
        return Responses.step(Response.Status.OK, api.body(accepted.order())).build();
    }

    private CaseType kind(Order order, int id) {
        OrderCase aCase = order.findCase(id).orElseThrow(() -> ProblemType.NOT_FOUND.exception("no such case"));
        return orders.workflowOf(order).caseType(aCase.ref().type()).orElseThrow();
    }
}
