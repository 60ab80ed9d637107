package dev.orderly.http.api;

import dev.orderly.Orders;
import dev.orderly.http.access.Caller;
import dev.orderly.http.lookup.Lookup;
import dev.orderly.http.lookup.Tickets;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.order.StatusTrail;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Lets customers ask for their order by its number and their e-mail address. */
@Path(JsonApi.ROOT)
@Produces({MediaType.APPLICATION_JSON, Responses.PROBLEM})
@Singleton
public final class OrderLookupApi {

    private final Orders orders;
    private final Tickets tickets;
    private final JsonApi.Desk desk;
    private final Clock clock;

    @Inject
    OrderLookupApi(Orders orders, Tickets tickets, JsonApi.Desk desk, Clock clock) {
        this.orders = orders;
        this.tickets = tickets;
        this.desk = desk;
        this.clock = clock;
    }

    /** Looks an order up. What fits no order is answered late, so that the time tells nothing. */
    @POST
    @Path("lookup")
    @Consumes(MediaType.APPLICATION_JSON)
    @SuccessResponse(LookupBody.class)
    public void lookUp(
            LookupBody.Question question,
            @Context HttpServletRequest request,
            @Context HttpHeaders headers,
            @Suspended AsyncResponse response) {
        BodyValidation.none()
                .require("/number", question.number())
                .require("/email", question.email())
                .check();
        List<Locale> wishes = headers.getAcceptableLanguages();
        desk.find(request, question.number(), question.email(), answer -> {
            try {
                response.resume(answer(answer, wishes));
            } catch (RuntimeException e) {
                response.resume(e);
            }
        });
    }

    private Response answer(Lookup.Answer answer, List<Locale> wishes) {
        if (answer instanceof Lookup.Found found) {
            return Response.ok(Json.write(found(found.order(), wishes)), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        if (answer instanceof Lookup.TooMany tooMany) {
            return Response.fromResponse(
                            Responses.problem(ProblemType.TOO_MANY_TRIES.problem("wait before the next try")))
                    .header(HttpHeaders.RETRY_AFTER, tooMany.retryAfter().toSeconds())
                    .build();
        }
        return Responses.problem(ProblemType.NOT_FOUND.problem("no order has this number and this e-mail address"));
    }

    private LookupBody found(Order order, List<Locale> wishes) {
        String email = Objects.requireNonNull(order.customer().email());
        ApiContext visit = new ApiContext(orders, clock, Caller.customer(email), true, wishes);
        Readings readings = visit.readings(order);
        History history = visit.history(order);
        return new LookupBody(
                tickets.issue(order.number()),
                visit.body(order),
                stays(history.trail(order.sequence()), readings),
                Entries.comments(history, readings),
                visit.actions(order));
    }

    /** What the customer sees as one status is one stay, whatever happened within it. */
    private static List<LookupBody.Stay> stays(StatusTrail trail, Readings readings) {
        List<LookupBody.Stay> stays = new ArrayList<>();
        for (StatusTrail.Stay stay : trail.stays()) {
            OrderBody.Named status = readings.status(stay.status());
            int last = stays.size() - 1;
            boolean goesOn = last >= 0 && stays.get(last).status().equals(status);
            stays.add(new LookupBody.Stay(status, goesOn ? stays.remove(last).reached() : stay.entered(), stay.left()));
        }
        return stays;
    }
}
