package dev.orderly.http;

import dev.orderly.http.access.Access;
import dev.orderly.http.access.Caller;
import dev.orderly.http.page.CursorText;
import dev.orderly.http.page.Texts;
import dev.orderly.store.Position;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;

/**
 * Internal: the resource of the list of a customer's orders, for customers whom the host application has identified.
 */
@Path("account")
@Singleton
public final class AccountResource {

    private final Access access;
    private final PageWriter writer;

    @Inject
    AccountResource(Access access, PageWriter writer) {
        this.access = access;
        this.writer = writer;
    }

    /** The list. */
    @GET
    public Response list(@Context HttpServletRequest request, @Context UriInfo uri, @Context HttpHeaders headers) {
        Fields fields = Fields.ofQuery(uri.getQueryParameters(), Set.of("status", "after", "language"));
        Texts texts = PageWriter.texts(fields.find("language"), headers);
        Optional<Caller> caller = access.caller(request);
        if (caller.isEmpty()) {
            // the status code requires a challenge; browsers do not ask for a password because of this one
            return Response.fromResponse(
                            writer.problem(Response.Status.UNAUTHORIZED, uri, texts, "account.stranger", ""))
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        }
        if (caller.get().email() == null) {
            return writer.problem(Response.Status.FORBIDDEN, uri, texts, "account.other", "");
        }
        return writer.account(caller.get(), uri, texts, fields.get("status"), place(fields.get("after")));
    }

    private static Optional<Position> place(String word) {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                CursorText.read(word).orElseThrow(() -> new BadRequestException("the list has no such place")));
    }
}
