package dev.orderly.http.api;

import dev.orderly.Orders;
import dev.orderly.http.access.Caller;
import dev.orderly.http.lookup.Lookup;
import dev.orderly.http.lookup.Tickets;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.view.RoleView;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The lookup of an order by its number and the e-mail address of its customer. */
@Path(JsonApi.ROOT)
@Produces({MediaType.APPLICATION_JSON, Responses.PROBLEM})
@Singleton
public final class OrderLookupApi {

    private final Orders orders;
    private final Tickets tickets;
    private final JsonApi.OrderLookup lookup;
    private final Clock clock;

    @Inject
    OrderLookupApi(Orders orders, Tickets tickets, JsonApi.OrderLookup lookup, Clock clock) {
        this.orders = orders;
        this.tickets = tickets;
        this.lookup = lookup;
        this.clock = clock;
    }

    /**
     * Look up an order by its number and e-mail address. Where no order has both, the answer comes after a fixed time,
     * so that its duration reveals nothing.
     */
    @POST
    @Path("lookup")
    @Consumes(MediaType.APPLICATION_JSON)
    @SuccessResponse(LookupBody.class)
    public void lookUp(
            LookupBody.LookupRequest body,
            @Context HttpServletRequest request,
            @Context HttpHeaders headers,
            @Suspended AsyncResponse response) {
        BodyValidation.none()
                .require("/number", body.number())
                .require("/email", body.email())
                .check();
        List<Locale> languages = headers.getAcceptableLanguages();
        lookup.find(request, body.number(), body.email(), answer -> {
            try {
                response.resume(answer(answer, languages));
            } catch (RuntimeException e) {
                response.resume(e);
            }
        });
    }

    private Response answer(Lookup.Answer answer, List<Locale> languages) {
        if (answer instanceof Lookup.Found found) {
            return Response.ok(Json.write(found(found.order(), languages)), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        if (answer instanceof Lookup.TooMany tooMany) {
            return Response.fromResponse(
                            Responses.problem(ProblemType.TOO_MANY_REQUESTS.problem("wait before the next try")))
                    .header(HttpHeaders.RETRY_AFTER, tooMany.retryAfter().toSeconds())
                    .build();
        }
        return Responses.problem(ProblemType.NOT_FOUND.problem("no order has this number and this e-mail address"));
    }

    private LookupBody found(Order order, List<Locale> languages) {
        String email = Objects.requireNonNull(order.customer().email());
        ApiContext api = new ApiContext(orders, clock, Caller.customer(email), languages);
        RoleView view = api.view(order);
        History history = api.history(order.number());
        return new LookupBody(
                tickets.issue(order.number()),
                api.body(order),
                view.stays(history.trail(order.sequence())).stream()
                        .map(stay ->
                                new LookupBody.StayBody(OrderBodies.status(stay.status()), stay.reached(), stay.left()))
                        .toList(),
                HistoryEntries.comments(history, view),
                api.actions(order));
    }
}
