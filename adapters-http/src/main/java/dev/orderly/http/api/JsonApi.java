package dev.orderly.http.api;

import dev.orderly.Orders;
import dev.orderly.http.access.Access;
import dev.orderly.http.lookup.Lookup;
import dev.orderly.http.lookup.Tickets;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.function.Consumer;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;

/** The JSON API as a part of the resources of a servlet. */
public final class JsonApi {

    /** The path under which the API is. */
    static final String ROOT = "api/v1";

    /** Where orders are placed, below the address of the pages. */
    public static final String ORDERS = ROOT + "/orders";

    private JsonApi() {}

    /** Looks orders up by number and e-mail address; answers of lookups that find nothing are delayed. */
    @FunctionalInterface
    public interface OrderLookup {

        /** Looks an order up, and calls the reply once, now or later. */
        void find(HttpServletRequest request, String number, String email, Consumer<Lookup.Answer> reply);
    }

    /** Adds the API to resources in which orders and tickets are bound already. */
    public static void addTo(
            ResourceConfig resources, Orders orders, Access access, Tickets tickets, OrderLookup lookup, Clock clock) {
        resources
                .register(new JsonReader())
                .register(new ProblemMapper())
                .register(new ParameterCheck())
                .register(new AuthenticationFilter(new TicketAccess(tickets), access))
                .register(OrderLookupApi.class)
                .register(OrderListApi.class)
                .register(OrdersApi.class)
                .register(CasesApi.class)
                .register(ConversationApi.class)
                .register(WorkflowsApi.class)
                .register(OpenApiDocument.class)
                .register(new AbstractBinder() {
                    @Override
                    protected void configure() {
                        bind(lookup).to(OrderLookup.class);
                        bind(clock).to(Clock.class);
                    }
                });
    }
}
