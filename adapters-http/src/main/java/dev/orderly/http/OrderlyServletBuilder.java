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

/** Puts an {@link OrderlyServlet} together. Not thread-safe. */
public final class OrderlyServletBuilder {

    private static final Duration TICKET_LIFE = Duration.ofMinutes(30);

    private static final int DEFAULT_STREAMS = 1000;

    private final Orders orders;
    private Pages pages = Pages.standard();
    private Access access = Access.nobody();
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

    /** Who sends a request; left out, nobody is known, and orders can be looked up by number and e-mail address only. */
    public OrderlyServletBuilder access(Access port) {
        access = port;
        return this;
    }

    /** How to know clients behind proxies; left out, by the address that the connection comes from. */
    public OrderlyServletBuilder clientAddress(ClientAddress source) {
        clientAddress = source;
        return this;
    }

    /**
     * The secret by which all nodes know the tickets of the status page; left out, each process makes one of its own, so
     * that after a restart, or on another node, a customer has to look the order up again.
     *
     * @param bytes at least 32 random ones
     */
    public OrderlyServletBuilder secret(byte[] bytes) {
        secret = bytes.clone();
        return this;
    }

    /** Orders to try, which the first page shows to everybody: for demonstrations only. */
    public OrderlyServletBuilder examples(List<LookupPage.Example> shown) {
        examples = List.copyOf(shown);
        return this;
    }

    /**
     * Lets pages and callers hear of changes while they happen; left out, they have to look again.
     *
     * @param source what the orders were given as a listener
     */
    public OrderlyServletBuilder changes(ChangeFeed source) {
        feed = source;
        return this;
    }

    /** How many of those who hear of changes can be there at once; left out, 1000. */
    public OrderlyServletBuilder mostStreams(int most) {
        mostStreams = most;
        return this;
    }

    /** Somebody who hears what is answered, for figures; left out, nobody. */
    public OrderlyServletBuilder listener(HttpListener ear) {
        listener = ear;
        return this;
    }

    /**
     * Shows figures at {@code /metrics}, to callers in the role {@code metrics}; left out, there is no such page.
     *
     * @param text the figures of the moment, in Prometheus's text format
     */
    public OrderlyServletBuilder metrics(Supplier<String> text) {
        metrics = text::get;
        return this;
    }

    /** What tells the time; left out, the system's clock. */
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
        ConstantTimeLookup desk = new ConstantTimeLookup(new Lookup(orders, clock), clientAddress, listener);
        PageWriter writer = new PageWriter(pages, orders, clock, tickets, examples, feed != null);
        MetricsText figures = metrics;
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
                        bind(desk).to(ConstantTimeLookup.class);
                        bind(writer).to(PageWriter.class);
                        bind(new Styles(stylesheet)).to(Styles.class);
                        bind(new Health(orders, System::nanoTime)).to(Health.class);
                        if (figures != null) {
                            bind(figures).to(MetricsText.class);
                        }
                    }
                });
        if (figures != null) {
            resources.register(MetricsResource.class);
        }
        JsonApi.addTo(resources, orders, access, tickets, desk::find, clock);
        return new OrderlyServlet(
                resources, feed == null ? null : new LiveStreams(feed, orders, access, tickets, mostStreams));
    }
}
