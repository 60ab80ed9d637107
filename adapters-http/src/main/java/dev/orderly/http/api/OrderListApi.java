package dev.orderly.http.api;

import dev.orderly.Orders;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.workflow.Workflow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists of orders, and placing an order. */
@Path(JsonApi.ROOT)
@Authenticated
@Produces({MediaType.APPLICATION_JSON, Responses.PROBLEM})
@Singleton
public final class OrderListApi {

    private static final int USUAL_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final Orders orders;
    private final Clock clock;

    @Inject
    OrderListApi(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * List orders. The answer has the orders that exist for the caller, latest placed first. A page may be followed by
     * an empty one.
     */
    @GET
    @Path("orders")
    @SuccessResponse(OrderList.class)
    public Response listOrders(
            @QueryParam("workflow") @Nullable String workflow,
            @QueryParam("status") List<String> statuses,
            @QueryParam("active") @Nullable String active,
            @QueryParam("overdue") @Nullable String overdue,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri,
            @Context ContainerRequestContext context) {
        ApiContext api = ApiContext.of(orders, clock, context);
        OrderList.Search search = new OrderList.Search(
                null,
                workflow,
                statuses,
                QueryParams.flag("active", active),
                QueryParams.flag("overdue", overdue),
                QueryParams.number("limit", limit, USUAL_LIMIT, 1, MAX_LIMIT),
                cursor);
        OrderList page = new OrderListing(api, clock).page(search);
        Response answer = Responses.of(page, context.getRequest());
        if (page.next() == null) {
            return answer;
        }
        URI next = uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", page.next())
                .build();
        return Response.fromResponse(answer)
                .header(HttpHeaders.LINK, "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"")
                .build();
    }

    /** Search orders. This lists orders by what must not stand in an address, such as the customer's e-mail address. */
    @POST
    @Path("order-search")
    @Consumes(MediaType.APPLICATION_JSON)
    @SuccessResponse(OrderList.class)
    public Response searchOrders(OrderList.Search search, @Context ContainerRequestContext context) {
        Integer limit = search.limit();
        BodyValidation.none()
                .require("/limit", limit == null || (limit > 0 && limit <= MAX_LIMIT), "from 1 to " + MAX_LIMIT)
                .check();
        ApiContext api = ApiContext.of(orders, clock, context);
        OrderList page = new OrderListing(api, clock).page(limit == null ? search.withLimit(USUAL_LIMIT) : search);
        return Response.ok(Json.write(page), MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** Place an order. A customer can place orders for their own e-mail address only. */
    @POST
    @Path("orders")
    @Consumes(MediaType.APPLICATION_JSON)
    @SuccessResponse(status = 201, value = OrderBody.class)
    public Response placeOrder(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            NewOrder order,
            @Context UriInfo uri,
            @Context ContainerRequestContext context) {
        ApiContext api = ApiContext.of(orders, clock, context);
        Workflow workflow = workflow(order.workflow());
        NewOrder own = api.owned(order);
        Request request = RequestHeaders.on(own.request(api.actor(), workflow), key, null);
        Decision decision = orders.place(own.number(), workflow.name(), request);
        if (decision instanceof Rejected refusal) {
            throw RefusalProblems.of(refusal, api.view(workflow));
        }
        OrderBody placed = api.body(((Accepted) decision).order());
        return Responses.step(Response.Status.CREATED, placed)
                .location(uri.getBaseUriBuilder()
                        .path(JsonApi.ROOT)
                        .path("orders/{number}")
                        .build(placed.number()))
                .build();
    }

    private Workflow workflow(@Nullable String name) {
        List<Workflow> known = orders.workflows();
        return known.stream()
                .filter(workflow -> name == null || workflow.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemType.INVALID_DATA.at(new Problem.FieldError(
                        "/workflow",
                        "there is no such workflow, only: "
                                + known.stream().map(Workflow::name).toList())));
    }
}
