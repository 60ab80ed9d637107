package dev.orderly.http.api;

import dev.orderly.Orders;
import dev.orderly.decision.CommentResult;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Request;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** An order: its state, its history, its actions, and firing its events. */
@Path(JsonApi.ROOT)
@Authenticated
@Produces({MediaType.APPLICATION_JSON, Responses.PROBLEM})
@Singleton
public final class OrdersApi {

    private final Orders orders;
    private final Clock clock;

    @Inject
    OrdersApi(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /** Get an order. */
    @GET
    @Path("orders/{number}")
    @SuccessResponse(OrderBody.class)
    public Response getOrder(@PathParam("number") String number, @Context ContainerRequestContext context) {
        ApiContext api = ApiContext.of(orders, clock, context);
        Order order = api.order(number);
        return Responses.ofOrder(api.body(order), order.sequence(), context.getRequest());
    }

    /** List the history of an order. The answer has the entries that the caller may see, earliest first. */
    @GET
    @Path("orders/{number}/history")
    @SuccessResponse(value = HistoryEntryBody.class, list = true)
    public Response getHistory(@PathParam("number") String number, @Context ContainerRequestContext context) {
        ApiContext api = ApiContext.of(orders, clock, context);
        History history = api.history(number);
        Order order = api.order();
        return Responses.ofOrder(HistoryEntries.of(history, api.view(order)), order.sequence(), context.getRequest());
    }

    /**
     * List the actions of an order. The answer has what the caller can do now, and for the rest the reasons against
     * it.
     */
    @GET
    @Path("orders/{number}/actions")
    @SuccessResponse(ActionsBody.class)
    public Response getActions(@PathParam("number") String number, @Context ContainerRequestContext context) {
        ApiContext api = ApiContext.of(orders, clock, context);
        Order order = api.order(number);
        return Responses.ofOrder(api.actions(order), order.sequence(), context.getRequest());
    }

    /** Fire an event of an order. With {@code dryRun=true} nothing happens; the answer is what it would be. */
    @POST
    @Path("orders/{number}/events")
    @Consumes(MediaType.APPLICATION_JSON)
    @SuccessResponse(OrderBody.class)
    public Response fireEvent(
            @PathParam("number") String number,
            @QueryParam("dryRun") @Nullable String dryRun,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            NewEvent event,
            @Context ContainerRequestContext context) {
        ApiContext api = ApiContext.of(orders, clock, context);
        Request request = RequestHeaders.on(event.request(api.actor()), key, ifMatch);
        boolean asks = QueryParams.flag("dryRun", dryRun);
        Decision decision =
                asks ? api.orders().ask(number, request) : api.orders().fire(number, request);
        OrderBody after = api.body(api.accepted(decision).order());
        return asks
                ? Response.ok(Json.write(after), MediaType.APPLICATION_JSON_TYPE)
                        .build()
                : Responses.step(Response.Status.OK, after).build();
    }

    /**
     * Turn notifications of an order off or on. They are those for the customer; the customer and the roles that deal
     * with customers may do so.
     */
    @PUT
    @Path("orders/{number}/muted")
    @Consumes(MediaType.APPLICATION_JSON)
    @SuccessResponse(OrderBody.class)
    public Response setMuted(@PathParam("number") String number, Mute mute, @Context ContainerRequestContext context) {
        ApiContext api = ApiContext.of(orders, clock, context);
        Order order = api.order(number);
        if (!api.view(order).seesContact()) {
            throw ProblemType.FORBIDDEN.exception("the customer's notifications are up to the customer");
        }
        BodyValidation.none().require("/muted", mute.muted()).check();
        CommentResult result = api.orders().mute(number, api.actor(), Boolean.TRUE.equals(mute.muted()));
        return Responses.step(Response.Status.OK, api.body(api.recorded(result).order()))
                .build();
    }

    /**
     * Whether notifications are off.
     *
     * @param muted true for off
     */
    public record Mute(Boolean muted) {}
}
