package dev.orderly.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.Request;
import dev.orderly.http.page.LookupPage;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What strangers write shows as text, wherever it comes from. */
class HostileTextTest {

    private static final Set<String> LOADING = Set.of("href", "src", "action", "formaction", "style", "srcdoc");

    private static final AtomicInteger CLIENTS = new AtomicInteger();

    /** One server for all, to which each request seems to come from another client. */
    private static final HttpFixture SHOP =
            new HttpFixture(builder -> builder.clientAddress(request -> "client " + CLIENTS.incrementAndGet())
                    .build());

    static List<String> hostile() {
        return List.of(
                "<script>alert(1)</script>",
                "<svg onload=alert(1)>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</textarea></title></style><b>out",
                "javascript:alert(1)",
                "${page.ticket()} @if(true)x@endif !{var x = 1;} @template.layout()",
                "{{constructor.constructor('alert(1)')()}} #{1+1} <%= 1 %>",
                "&lt;b&gt; &amp; <!-- --> ]]> <![CDATA[",
                "\u202Egnp.exe \u2066 \u200F right to left",
                "{0} {1,number} '{2}'");
    }

    @AfterAll
    static void close() {
        SHOP.close();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void of_an_order(String text) {
        String number = "N" + text;
        SHOP.orders.place(
                number,
                "marketplace-acceptance",
                Request.of("place", Actor.of("customer"))
                        .with("payment", "cash-on-delivery")
                        .withCustomer(
                                Customer.of(HttpFixture.EMAIL).withName(text).withLanguage("en"))
                        .withLines(Line.of(text, text, 1)));
        SHOP.orders.fire(number, Request.of("accept", new Actor("seller", text)));
        SHOP.orders.comment(
                number,
                CommentRequest.of(new Actor("seller", text), text)
                        .withUploads(new Upload(text, "text/html", text.getBytes(StandardCharsets.UTF_8))));
        SHOP.orders.fire(
                number,
                Request.of("attach-waybill", Actor.of("seller"))
                        .with("tracking-number", text)
                        .with("carrier", "dpd"));
        SHOP.orders.openCase(
                number, "incident", Request.of("open", Actor.of("customer")).with("reason", text));

        HttpResponse<String> page = SHOP.lookup(number, HttpFixture.EMAIL);

        assertThat(page.statusCode()).isEqualTo(200);
        assertHarmless(page, text);
        assertThat(page.body())
                .satisfies(body -> assertThat(Jsoup.parse(body).wholeText()).contains(text));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void in_the_forms_of_an_unidentified_visitor(String text) {
        assertHarmless(SHOP.lookup(text, text), text);
        assertHarmless(SHOP.get("/?" + HttpFixture.form("x", text)), text);
        assertHarmless(SHOP.get("/", "Accept-Language", "en, " + text.replaceAll("[^ -~]", "")), text);
        assertHarmless(SHOP.post("/order", "ticket", text, "language", text), text);
        assertHarmless(
                SHOP.post(
                        "/act",
                        "ticket",
                        text,
                        "language",
                        "en",
                        "request",
                        text,
                        "action",
                        text,
                        "event",
                        text,
                        "subject",
                        text,
                        "data." + text,
                        text),
                text);
        assertHarmless(SHOP.post("/status", text, text), text);
        assertHarmless(
                SHOP.send(HttpRequest.newBuilder(SHOP.uri("/status"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(text))),
                text);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void in_the_forms_of_a_customer(String text) {
        String number = "A" + text.hashCode();
        SHOP.place(number);
        String ticket = HttpFixture.ticket(SHOP.lookup(number, HttpFixture.EMAIL));

        HttpResponse<String> refused = SHOP.act("r1", ticket, "event", text, "");
        HttpResponse<String> unknown = SHOP.act("r2", ticket, "open", "open", text);

        assertHarmless(refused, text);
        assertHarmless(unknown, text);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void in_the_examples_of_a_demonstration(String text) {
        try (HttpFixture demo =
                new HttpFixture(builder -> builder.examples(List.of(new LookupPage.Example(text, text, text)))
                        .build())) {
            HttpResponse<String> page = demo.get("/");

            assertHarmless(page, text);
            assertThat(page.body())
                    .satisfies(body -> assertThat(Jsoup.parse(body).wholeText()).contains(text));
        }
    }

    /**
     * As a browser reads it: no element and no attribute that the pages have not of themselves, and no script in the
     * page.
     */
    private static void assertHarmless(HttpResponse<String> answer, String text) {
        assertThat(answer.statusCode()).isLessThan(500);
        Elements elements = Jsoup.parse(answer.body()).getAllElements();
        assertThat(elements).extracting(Element::tagName).doesNotContain("svg", "img", "b", "iframe", "base");
        assertThat(elements)
                .filteredOn(e -> e.tagName().equals("script"))
                .allSatisfy(script -> assertThat(script.data()).isEmpty());
        assertThat(elements)
                .flatExtracting(element -> element.attributes().asList())
                .allSatisfy(attribute -> {
                    assertThat(attribute.getKey()).doesNotStartWith("on");
                    assertThat(attribute.getValue().equals(text) && LOADING.contains(attribute.getKey()))
                            .isFalse();
                });
    }
}
