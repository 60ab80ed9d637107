package dev.orderly.http;

import dev.orderly.Orders;
import dev.orderly.http.access.Access;
import dev.orderly.http.api.JsonApi;
import dev.orderly.http.live.ChangeFeed;
import dev.orderly.http.live.LiveStreams;
import dev.orderly.http.lookup.Lookup;
import dev.orderly.http.lookup.Tickets;
import dev.orderly.http.page.FileLimits;
import dev.orderly.http.page.LookupPage;
import dev.orderly.http.page.Pages;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.jspecify.annotations.Nullable;

/** A builder of an {@link OrderlyServlet}. Not thread-safe. */
public final class OrderlyServletBuilder {

    private static final Duration TICKET_LIFE = Duration.ofMinutes(30);

    private static final int DEFAULT_STREAMS = 1000;

    private final Orders orders;
    private Pages pages = Pages.standard();
    private Access access = Access.none();
    private ClientAddress clientAddress = ClientAddress.ofConnection();
    private Clock clock = Clock.systemUTC();
    private String stylesheet = "";
    private byte @Nullable [] secret;
    private List<LookupPage.Example> examples = List.of();
    private @Nullable ChangeFeed feed;
    private int mostStreams = DEFAULT_STREAMS;
    private HttpListener listener = new HttpListener() {};
    private @Nullable MetricsText metrics;

    OrderlyServletBuilder(Orders orders) {
        this.orders = orders;
    }

    /** Other pages than the library's own. */
    public OrderlyServletBuilder pages(Pages own) {
        pages = own;
        return this;
    }

    /** CSS that comes after the library's own, such as <code>:root { --accent: #a03; }</code>. */
    public OrderlyServletBuilder stylesheet(String css) {
        stylesheet = css;
        return this;
    }

    /**
     * The access that identifies callers; left out, no caller is identified, and orders can only be looked up by number
     * and e-mail address.
     */
    public OrderlyServletBuilder access(Access port) {
        access = port;
        return this;
    }

    /** How the address of a client is determined; left out, it is the address that the connection comes from. */
    public OrderlyServletBuilder clientAddress(ClientAddress source) {
        clientAddress = source;
        return this;
    }

    /**
     * The secret that signs the tickets of the status page, for all nodes; left out, each process makes one of its own,
     * so that after a restart, or on another node, a customer has to look the order up again.
     *
     * @param bytes at least 32 random ones
     */
    public OrderlyServletBuilder secret(byte[] bytes) {
        secret = bytes.clone();
        return this;
    }

    /** Orders to try, which the first page shows to all visitors: for demonstrations only. */
    public OrderlyServletBuilder examples(List<LookupPage.Example> shown) {
        examples = List.copyOf(shown);
        return this;
    }

    /**
     * Sends changes to open pages and to callers as they happen; left out, they have to reload.
     *
     * @param source the feed that is also a listener of the orders
     */
    public OrderlyServletBuilder changes(ChangeFeed source) {
        feed = source;
        return this;
    }

    /** The most streams of changes that can be open at once; left out, 1000. */
    public OrderlyServletBuilder mostStreams(int most) {
        mostStreams = most;
        return this;
    }

    /** A listener to requests and lookups, for metrics; left out, there is none. */
    public OrderlyServletBuilder listener(HttpListener observer) {
        listener = observer;
        return this;
    }

    /**
     * Serves metrics at {@code /metrics}, to callers in the role {@code metrics}; left out, there is no such page.
     *
     * @param text gives the current metrics, in Prometheus's text format
     */
    public OrderlyServletBuilder metrics(Supplier<String> text) {
        metrics = text::get;
        return this;
    }

    /** The clock; left out, the system's. */
    public OrderlyServletBuilder clock(Clock source) {
        clock = source;
        return this;
    }

    /**
     * The servlet.
     *
     * @throws IllegalArgumentException if the secret is too short, or there is room for no stream
     */
    public OrderlyServlet build() {
        Tickets tickets = new Tickets(secret, TICKET_LIFE, clock);
        ConstantTimeLookup lookup = new ConstantTimeLookup(new Lookup(orders, clock), clientAddress, listener);
        PageWriter writer = new PageWriter(pages, orders, clock, tickets, examples, feed != null);
        MetricsText metricsText = metrics;
        ResourceConfig resources = new ResourceConfig()
                .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true)
                .register(MultiPartFeature.class)
                .register(new AcceptLanguageFilter())
                .register(new SecurityHeaders())
                .register(new BodyDrain())
                .register(new BodyLimit(FileLimits.of(orders)))
                .register(new ProblemPageMapper(writer))
                .register(LookupResource.class)
                .register(OrderPageResource.class)
                .register(AccountResource.class)
                .register(StyleResource.class)
                .register(ScriptResource.class)
                .register(HealthResource.class)
                .register(new Routes(listener))
                .register(new AbstractBinder() {
                    @Override
                    protected void configure() {
                        bind(orders).to(Orders.class);
                        bind(access).to(Access.class);
                        bind(tickets).to(Tickets.class);
                        bind(lookup).to(ConstantTimeLookup.class);
                        bind(writer).to(PageWriter.class);
                        bind(new Styles(stylesheet)).to(Styles.class);
                        bind(new Health(orders, System::nanoTime)).to(Health.class);
                        if (metricsText != null) {
                            bind(metricsText).to(MetricsText.class);
                        }
                    }
                });
        if (metricsText != null) {
            resources.register(MetricsResource.class);
        }
        JsonApi.addTo(resources, orders, access, tickets, lookup::find, clock);
        return new OrderlyServlet(
                resources, feed == null ? null : new LiveStreams(feed, orders, access, tickets::number, mostStreams));
    }
}
