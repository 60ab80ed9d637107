package dev.orderly.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.glassfish.jersey.uri.UriTemplate;

/** Records the route of each request, and notifies the listener when it is answered. */
final class Routes implements ApplicationEventListener {

    private static final String NONE = "none";

    private final HttpListener listener;
    private final Map<ResourceMethod, String> routes = new ConcurrentHashMap<>();

    Routes(HttpListener listener) {
        this.listener = listener;
    }

    @Override
    public void onEvent(ApplicationEvent event) {}

    @Override
    public RequestEventListener onRequest(RequestEvent start) {
        return new RequestTimer(System.nanoTime());
    }

    /** The matched templates as one path, without the patterns of their placeholders. */
    private static String route(List<UriTemplate> templates) {
        List<UriTemplate> outermostFirst = new ArrayList<>(templates);
        Collections.reverse(outermostFirst);
        StringBuilder route = new StringBuilder();
        for (UriTemplate template : outermostFirst) {
            route.append('/').append(template.getTemplate());
        }
        return route.toString()
                .replaceAll("\\{\\s*([\\w-]+)\\s*:[^/]*}", "{$1}")
                .replaceAll("/{2,}", "/");
    }

    private final class RequestTimer implements RequestEventListener {

        private final long start;
        private String route = NONE;

        RequestTimer(long start) {
            this.start = start;
        }

        @Override
        public void onEvent(RequestEvent event) {
            if (event.getType() == RequestEvent.Type.REQUEST_MATCHED) {
                ExtendedUriInfo uri = event.getUriInfo();
                route = routes.computeIfAbsent(
                        uri.getMatchedResourceMethod(), method -> route(uri.getMatchedTemplates()));
                event.getContainerRequest().setProperty(HttpListener.ROUTE, route);
            } else if (event.getType() == RequestEvent.Type.FINISHED) {
                int status = event.getContainerResponse() == null
                        ? 500
                        : event.getContainerResponse().getStatus();
                listener.answered(
                        event.getContainerRequest().getMethod(),
                        route,
                        status,
                        Duration.ofNanos(System.nanoTime() - start));
            }
        }
    }
}
