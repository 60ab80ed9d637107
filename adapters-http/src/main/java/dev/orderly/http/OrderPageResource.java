package dev.orderly.http;

import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.CommentResult;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Recorded;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.http.access.Caller;
import dev.orderly.http.access.CallerOrders;
import dev.orderly.http.lookup.Tickets;
import dev.orderly.http.page.FormDraft;
import dev.orderly.http.page.Texts;
import dev.orderly.order.Actor;
import dev.orderly.order.Attachment;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.view.RoleView;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Workflow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/** Internal: the resource of the page of an order and its forms, by the ticket that the page holds. */
@Path("")
@Singleton
public final class OrderPageResource {

    private static final Actor CUSTOMER = Actor.of("customer");
    private static final String TICKET = "ticket";
    private static final String LANGUAGE = "language";

    private final Orders orders;
    private final Tickets tickets;
    private final PageWriter writer;

    @Inject
    OrderPageResource(Orders orders, Tickets tickets, PageWriter writer) {
        this.orders = orders;
        this.tickets = tickets;
        this.writer = writer;
    }

    /** Shows the order as it is now. */
    @POST
    @Path("order")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response again(MultivaluedMap<String, String> form, @Context UriInfo uri, @Context HttpHeaders headers) {
        Fields fields = Fields.of(form, Set.of(TICKET, LANGUAGE), false);
        Texts texts = PageWriter.texts(fields.find(LANGUAGE), headers);
        return withOrder(fields.get(TICKET), uri, texts, order -> writer.order(order, uri, texts, null, null));
    }

    /** Shows everything that happened to the order. */
    @POST
    @Path("activity")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response activity(MultivaluedMap<String, String> form, @Context UriInfo uri, @Context HttpHeaders headers) {
        Fields fields = Fields.of(form, Set.of(TICKET, LANGUAGE), false);
        Texts texts = PageWriter.texts(fields.find(LANGUAGE), headers);
        return withOrder(fields.get(TICKET), uri, texts, order -> writer.activity(order, uri, texts));
    }

    /** Fires an event of the order or of one of its cases, or opens a case. */
    @POST
    @Path("act")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(MultivaluedMap<String, String> form, @Context UriInfo uri, @Context HttpHeaders headers) {
        Fields fields = Fields.of(form, Set.of(TICKET, LANGUAGE, "request", "action", "event", "subject"), true);
        Texts texts = PageWriter.texts(fields.find(LANGUAGE), headers);
        FormDraft sent =
                FormDraft.form(fields.get("action"), fields.get("event"), fields.get("subject"), fields.data());
        return withTicket(fields.get(TICKET), uri, texts, context -> {
            Request request = Request.of(sent.event(), CUSTOMER).withId(fields.get("request"));
            for (Map.Entry<String, String> value : sent.values().entrySet()) {
                request = request.with(value.getKey(), value.getValue());
            }
            return answer(context, sent, fire(context, sent, request), uri, texts);
        });
    }

    private static Decision fire(TicketContext context, FormDraft sent, Request request) {
        Orders orders = context.orders();
        String number = context.number();
        return switch (sent.action()) {
            case "event" -> orders.fire(number, request);
            case "open" -> orders.openCase(number, sent.subject(), request);
            case "case" -> orders.fireCase(number, caseId(sent.subject()), request);
            default -> throw new BadRequestException("the form asks for something that there is not");
        };
    }

    private static int caseId(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BadRequestException("a case is named by its number", e);
        }
    }

    private Response answer(TicketContext context, FormDraft sent, Decision decision, UriInfo uri, Texts texts) {
        if (decision instanceof Rejected refusal) {
            return refused(context, refusal, sent, uri, texts);
        }
        Accepted accepted = (Accepted) decision;
        Order order = accepted.order();
        String event = workflowOfForm(order, sent)
                .eventLabel(accepted.entry().event(), texts.locale().getLanguage());
        return writer.order(order, uri, texts, texts.get("notice.done", event), null);
    }

    /** The order as it was when the request was refused, which may be the reason. */
    private Response refused(TicketContext context, Rejected refusal, FormDraft draft, UriInfo uri, Texts texts) {
        return context.order()
                .map(order -> {
                    String problem = RefusalPages.explain(refusal, workflowOfForm(order, draft), texts);
                    return writer.order(order, uri, texts, null, problem, draft);
                })
                .orElseGet(() -> writer.expired(uri, texts));
    }

    /** The workflow whose texts describe what was asked for: the order's, or that of the case that is meant. */
    private Workflow workflowOfForm(Order order, FormDraft sent) {
        Workflow workflow = orders.workflowOf(order);
        Optional<String> type = switch (sent.action()) {
            case "open" -> Optional.of(sent.subject());
            case "case" ->
                order.cases().stream()
                        .map(OrderCase::ref)
                        .filter(ref -> Integer.toString(ref.id()).equals(sent.subject()))
                        .map(CaseRef::type)
                        .findFirst();
            default -> Optional.empty();
        };
        return type.flatMap(workflow::caseType).map(CaseType::workflow).orElse(workflow);
    }

    /** Turns notifications off or on. */
    @POST
    @Path("mute")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mute(MultivaluedMap<String, String> form, @Context UriInfo uri, @Context HttpHeaders headers) {
        Fields fields = Fields.of(form, Set.of(TICKET, LANGUAGE, "muted"), false);
        Texts texts = PageWriter.texts(fields.find(LANGUAGE), headers);
        boolean muted = fields.get("muted").equals("true");
        return withTicket(fields.get(TICKET), uri, texts, context -> {
            CommentResult result = context.orders().mute(context.number(), CUSTOMER, muted);
            String notice = texts.get(muted ? "notice.muted" : "notice.unmuted");
            return recorded(context, result, FormDraft.NONE, uri, texts, notice);
        });
    }

    /** Adds a comment of the customer, with files. */
    @POST
    @Path("comment")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response comment(FormDataMultiPart form, @Context UriInfo uri, @Context HttpHeaders headers)
            throws IOException {
        Texts texts = PageWriter.texts(text(form, LANGUAGE), headers);
        String ticket = text(form, TICKET);
        String text = text(form, "text").strip();
        List<Upload> uploads = uploads(form);
        CommentRequest request = CommentRequest.of(CUSTOMER, text).withUploads(uploads.toArray(new Upload[0]));
        return withTicket(ticket, uri, texts, context -> {
            CommentResult result = context.orders().comment(context.number(), request);
            return recorded(context, result, FormDraft.message(text), uri, texts, texts.get("notice.comment"));
        });
    }

    private static String text(FormDataMultiPart form, String name) {
        List<FormDataBodyPart> parts = form.getFields(name);
        if (parts == null) {
            return "";
        }
        if (parts.size() > 1) {
            throw new BadRequestException("a form field is given more than once");
        }
        return parts.get(0).getValue();
    }

    private static List<Upload> uploads(FormDataMultiPart form) throws IOException {
        List<Upload> uploads = new ArrayList<>();
        List<FormDataBodyPart> parts = form.getFields("file");
        for (FormDataBodyPart part : parts == null ? List.<FormDataBodyPart>of() : parts) {
            String name = part.getContentDisposition().getFileName();
            if (name != null && !name.isEmpty()) { // a browser sends an empty part where no file was chosen
                try (InputStream content = part.getValueAs(InputStream.class)) {
                    uploads.add(new Upload(unicode(name), part.getMediaType().toString(), content.readAllBytes()));
                }
            }
        }
        return uploads;
    }

    /** Browsers write file names in the page's encoding, and Jersey reads each byte as a character. */
    private static String unicode(String name) {
        return new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private Response recorded(
            TicketContext context, CommentResult result, FormDraft draft, UriInfo uri, Texts texts, String notice) {
        return result instanceof Rejected refusal
                ? refused(context, refusal, draft, uri, texts)
                : writer.order(((Recorded) result).order(), uri, texts, notice, null);
    }

    /** Serves a file that the customer may see, as a download: a browser does not display it as a page of this site. */
    @POST
    @Path("file")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response file(MultivaluedMap<String, String> form, @Context UriInfo uri, @Context HttpHeaders headers) {
        Fields fields = Fields.of(form, Set.of(TICKET, "sha256"), false);
        Texts texts = PageWriter.texts(null, headers);
        String sha256 = fields.get("sha256");
        return withOrder(
                fields.get(TICKET),
                uri,
                texts,
                order -> attachment(order, sha256)
                        .flatMap(file ->
                                orders.attachment(order.number(), sha256).map(bytes -> download(file, bytes)))
                        .orElseGet(() -> writer.order(order, uri, texts, null, null)));
    }

    private Optional<Attachment> attachment(Order order, String sha256) {
        RoleView view = RoleView.of(orders.workflowOf(order), CUSTOMER.role(), "en");
        return orders.history(order.number()).flatMap(history -> view.attachment(history, sha256));
    }

    private static Response download(Attachment file, byte[] bytes) {
        return Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, Disposition.attachment(file.name()))
                .build();
    }

    private Response withOrder(String ticket, UriInfo uri, Texts texts, Function<Order, Response> page) {
        return withTicket(
                ticket, uri, texts, context -> context.order().map(page).orElseGet(() -> writer.expired(uri, texts)));
    }

    private Response withTicket(String ticket, UriInfo uri, Texts texts, Function<TicketContext, Response> page) {
        return tickets.number(ticket)
                .map(number -> page.apply(new TicketContext(number, CallerOrders.of(orders, Caller.ofOrder(number)))))
                .orElseGet(() -> writer.expired(uri, texts));
    }

    /** One request with a ticket, for the order of this number and no other. */
    private record TicketContext(String number, CallerOrders own) {

        Orders orders() {
            return own.orders();
        }

        /** The order as it was last looked at, or as it is now. */
        Optional<Order> order() {
            return own.latest().or(() -> orders().find(number));
        }
    }
}
