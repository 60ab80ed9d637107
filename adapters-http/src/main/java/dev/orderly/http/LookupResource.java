package dev.orderly.http;

import dev.orderly.http.lookup.Lookup;
import dev.orderly.http.page.Texts;
import dev.orderly.order.Order;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Internal: the resource of the page that asks for an order's number and e-mail address. */
@Path("")
@Singleton
public final class LookupResource {

    private final ConstantTimeLookup lookup;
    private final PageWriter writer;

    @Inject
    LookupResource(ConstantTimeLookup lookup, PageWriter writer) {
        this.lookup = lookup;
        this.writer = writer;
    }

    /** The form. */
    @GET
    public Response form(@Context UriInfo uri, @Context HttpHeaders headers) {
        return writer.lookup(Response.Status.OK, uri, PageWriter.texts(null, headers), "", "", null);
    }

    /** The form in the language that the visitor chose. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response formIn(MultivaluedMap<String, String> form, @Context UriInfo uri, @Context HttpHeaders headers) {
        Fields fields = Fields.of(form, Set.of("language"), false);
        return writer.lookup(Response.Status.OK, uri, PageWriter.texts(fields.find("language"), headers), "", "", null);
    }

    /** Shows an order to a visitor who knows its number and e-mail address. */
    @POST
    @Path("status")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public void status(
            MultivaluedMap<String, String> form,
            @Context HttpServletRequest request,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Suspended AsyncResponse response) {
        Fields fields = Fields.of(form, Set.of("number", "email", "language"), false);
        Texts texts = PageWriter.texts(fields.find("language"), headers);
        String number = fields.get("number");
        String email = fields.get("email");
        lookup.find(request, number, email, answer -> page(answer, uri, texts, number, email), response::resume);
    }

    private Response page(Lookup.Answer answer, UriInfo uri, Texts texts, String number, String email) {
        if (answer instanceof Lookup.Found found) {
            return writer.order(found.order(), uri, inCustomersLanguage(found.order(), texts), null, null);
        }
        if (answer instanceof Lookup.TooMany tooMany) {
            Duration wait = tooMany.retryAfter();
            Response page = writer.lookup(
                    Response.Status.TOO_MANY_REQUESTS,
                    uri,
                    texts,
                    "",
                    "",
                    texts.get("lookup.too-many", (wait.toSeconds() + 59) / 60));
            return Response.fromResponse(page)
                    .header(HttpHeaders.RETRY_AFTER, wait.toSeconds())
                    .build();
        }
        return writer.lookup(Response.Status.NOT_FOUND, uri, texts, number, email, texts.get("lookup.unknown"));
    }

    /** The texts in the language of the customer, if the order has one. */
    private static Texts inCustomersLanguage(Order order, Texts texts) {
        @Nullable String language = order.customer().language();
        return language != null && Texts.LANGUAGES.contains(language) ? Texts.of(language) : texts;
    }
}
