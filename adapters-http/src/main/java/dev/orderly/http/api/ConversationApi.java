package dev.orderly.http.api;

import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Recorded;
import dev.orderly.order.Attachment;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.view.RoleView;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.jspecify.annotations.Nullable;

/** The comments on an order, and their files. */
@Path(JsonApi.ROOT)
@Authenticated
@Singleton
public final class ConversationApi {

    private final Orders orders;
    private final Clock clock;

    @Inject
    ConversationApi(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /** List the comments on an order. The answer has those that the caller may read, earliest first. */
    @GET
    @Path("orders/{number}/comments")
    @Produces({MediaType.APPLICATION_JSON, Responses.PROBLEM})
    @SuccessResponse(value = HistoryEntryBody.class, list = true)
    public Response listComments(@PathParam("number") String number, @Context ContainerRequestContext context) {
        ApiContext api = ApiContext.of(orders, clock, context);
        History history = api.history(number);
        Order order = api.order();
        return Responses.ofOrder(
                HistoryEntries.comments(history, api.view(order)), order.sequence(), context.getRequest());
    }

    /** Add a comment to an order. */
    @POST
    @Path("orders/{number}/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Responses.PROBLEM})
    @SuccessResponse(status = 201, value = HistoryEntryBody.class)
    public Response addComment(
            @PathParam("number") String number,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            NewComment comment,
            @Context ContainerRequestContext context) {
        ApiContext api = ApiContext.of(orders, clock, context);
        CommentRequest request = comment.request(api.actor());
        return added(api, number, key == null ? request : request.withId(RequestHeaders.key(key)));
    }

    /**
     * Add a comment with files to an order. The header {@code Idempotency-Key} is required: a form of another site,
     * which a signed-in user's browser would send, cannot have it.
     */
    @POST
    @Path("orders/{number}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces({MediaType.APPLICATION_JSON, Responses.PROBLEM})
    @SuccessResponse(status = 201, value = HistoryEntryBody.class)
    public Response addAttachments(
            @PathParam("number") String number,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            FormDataMultiPart form,
            @Context ContainerRequestContext context)
            throws IOException {
        ApiContext api = ApiContext.of(orders, clock, context);
        return added(api, number, MultipartComment.comment(form, api.actor()).withId(RequestHeaders.key(key)));
    }

    private static Response added(ApiContext api, String number, CommentRequest request) {
        Recorded recorded = api.recorded(api.orders().comment(number, request));
        RoleView view = api.view(recorded.order());
        return Response.status(Response.Status.CREATED)
                .entity(Json.write(
                        HistoryEntries.of(view.entry(recorded.entry()).orElseThrow(), view)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /**
     * Get a file of a comment. The caller must be allowed to read the comment. Browsers download the file and do not
     * display it.
     */
    @GET
    @Path("orders/{number}/attachments/{sha256}")
    @Produces({MediaType.APPLICATION_OCTET_STREAM, Responses.PROBLEM})
    @SuccessResponse(byte[].class)
    public Response getAttachment(
            @PathParam("number") String number,
            @PathParam("sha256") String sha256,
            @Context ContainerRequestContext context) {
        ApiContext api = ApiContext.of(orders, clock, context);
        History history = api.history(number);
        Optional<Attachment> file = api.view(api.order()).attachment(history, sha256);
        byte[] bytes = file.flatMap(known -> orders.attachment(number, known.sha256()))
                .orElseThrow(() -> ProblemType.NOT_FOUND.exception("no such file"));
        EntityTag tag = new EntityTag(sha256);
        Response.ResponseBuilder known = context.getRequest().evaluatePreconditions(tag);
        return (known != null ? known : Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM_TYPE))
                .tag(tag)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .build();
    }
}
