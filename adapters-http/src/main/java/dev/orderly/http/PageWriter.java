package dev.orderly.http;

import dev.orderly.http.lookup.Tickets;
import dev.orderly.http.page.Frame;
import dev.orderly.http.page.LookupPage;
import dev.orderly.http.page.Pages;
import dev.orderly.http.page.StatusPages;
import dev.orderly.http.page.Texts;
import dev.orderly.order.Order;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes pages in the language that fits. */
final class PageWriter {

    private final Pages pages;
    private final StatusPages statusPages;
    private final Tickets tickets;
    private final List<LookupPage.Example> examples;

    PageWriter(Pages pages, StatusPages statusPages, Tickets tickets, List<LookupPage.Example> examples) {
        this.pages = pages;
        this.statusPages = statusPages;
        this.tickets = tickets;
        this.examples = examples;
    }

    /** The texts that the visitor chose, or else in the first language of the browser that the pages speak. */
    static Texts texts(@Nullable String chosen, HttpHeaders headers) {
        if (chosen != null && Texts.LANGUAGES.contains(chosen)) {
            return Texts.in(chosen);
        }
        for (Locale locale : headers.getAcceptableLanguages()) {
            if (Texts.LANGUAGES.contains(locale.getLanguage())) {
                return Texts.in(locale.getLanguage());
            }
        }
        return Texts.in("en");
    }

    Response lookup(
            Response.Status status, UriInfo uri, Texts texts, String number, String email, @Nullable String problem) {
        LookupPage page = new LookupPage(frame(uri, texts), number, email, problem, examples);
        return html(status, texts, pages.lookup(page));
    }

    /** A page whose ticket is not good any more leads back to the start. */
    Response expired(UriInfo uri, Texts texts) {
        return lookup(Response.Status.FORBIDDEN, uri, texts, "", "", texts.get("lookup.expired"));
    }

    Response order(Order order, UriInfo uri, Texts texts, @Nullable String notice, @Nullable String problem) {
        return order(order, uri, texts, notice, problem, "");
    }

    /**
     * The page of an order.
     *
     * @param draft what the customer wrote, if that is what was refused, so that nobody has to write it twice
     */
    Response order(
            Order order, UriInfo uri, Texts texts, @Nullable String notice, @Nullable String problem, String draft) {
        String ticket = tickets.issue(order.number());
        return html(
                problem == null ? Response.Status.OK : Response.Status.CONFLICT,
                texts,
                pages.status(statusPages.of(order, frame(uri, texts), ticket, notice, problem, draft)));
    }

    private static Frame frame(UriInfo uri, Texts texts) {
        return new Frame(uri.getBaseUri().getRawPath(), texts);
    }

    private static Response html(Response.Status status, Texts texts, String body) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .language(texts.locale())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(body)
                .build();
    }
}
