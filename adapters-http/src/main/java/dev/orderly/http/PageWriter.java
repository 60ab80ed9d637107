package dev.orderly.http;

import dev.orderly.Orders;
import dev.orderly.http.access.Caller;
import dev.orderly.http.lookup.Tickets;
import dev.orderly.http.page.AccountPages;
import dev.orderly.http.page.ActivityPage;
import dev.orderly.http.page.ActivityPages;
import dev.orderly.http.page.FormDraft;
import dev.orderly.http.page.LookupPage;
import dev.orderly.http.page.PageLayout;
import dev.orderly.http.page.Pages;
import dev.orderly.http.page.ProblemPage;
import dev.orderly.http.page.StatusPages;
import dev.orderly.http.page.Texts;
import dev.orderly.order.Order;
import dev.orderly.store.Position;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes pages in the language that the visitor chose or the browser asks for. */
final class PageWriter {

    private final Pages pages;
    private final StatusPages statusPages;
    private final AccountPages accountPages;
    private final ActivityPages activityPages;
    private final Tickets tickets;
    private final List<LookupPage.Example> examples;
    private final boolean live;

    PageWriter(
            Pages pages, Orders orders, Clock clock, Tickets tickets, List<LookupPage.Example> examples, boolean live) {
        this.live = live;
        this.pages = pages;
        this.statusPages = new StatusPages(orders, clock);
        this.accountPages = new AccountPages(orders);
        this.activityPages = new ActivityPages(orders);
        this.tickets = tickets;
        this.examples = examples;
    }

    /** The texts that the visitor chose, or else in the first language of the browser that the pages speak. */
    static Texts texts(@Nullable String chosen, HttpHeaders headers) {
        if (chosen != null && Texts.LANGUAGES.contains(chosen)) {
            return Texts.of(chosen);
        }
        for (Locale locale : headers.getAcceptableLanguages()) {
            if (Texts.LANGUAGES.contains(locale.getLanguage())) {
                return Texts.of(locale.getLanguage());
            }
        }
        return Texts.of("en");
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
        return order(order, uri, texts, notice, problem, FormDraft.NONE);
    }

    /**
     * The page of an order.
     *
     * @param draft the values of the form that was refused
     */
    Response order(
            Order order, UriInfo uri, Texts texts, @Nullable String notice, @Nullable String problem, FormDraft draft) {
        String ticket = tickets.issue(order.number());
        return html(
                problem == null ? Response.Status.OK : Response.Status.CONFLICT,
                texts,
                pages.status(statusPages.of(order, frame(uri, texts), ticket, notice, problem, draft)));
    }

    /** The list of a customer's orders, from a place on. */
    Response account(Caller caller, UriInfo uri, Texts texts, String filter, Optional<Position> after) {
        return accountPages
                .of(caller, frame(uri, texts), filter, after.orElse(null), tickets::issue)
                .map(page -> html(Response.Status.OK, texts, pages.account(page)))
                .orElseThrow(() -> new BadRequestException("the list has no such filter"));
    }

    Response activity(Order order, UriInfo uri, Texts texts) {
        ActivityPage page = activityPages.of(order, frame(uri, texts), tickets.issue(order.number()));
        return html(Response.Status.OK, texts, pages.activity(page));
    }

    /**
     * The page of an error.
     *
     * @param key the key of its sentences
     * @param id the id under which the log has more about the error; empty if it has not
     */
    Response problem(Response.StatusType status, UriInfo uri, Texts texts, String key, String id) {
        return html(
                status,
                texts,
                pages.problem(new ProblemPage(frame(uri, texts), texts.get(key + ".title"), texts.get(key), id)));
    }

    private PageLayout frame(UriInfo uri, Texts texts) {
        return new PageLayout(uri.getBaseUri().getRawPath(), texts, live);
    }

    private static Response html(Response.StatusType status, Texts texts, String body) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .language(texts.locale())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(body.getBytes(StandardCharsets.UTF_8)) // of known length, and not encoded piece by piece
                .build();
    }
}
