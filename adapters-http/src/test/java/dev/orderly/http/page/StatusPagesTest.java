package dev.orderly.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Request;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.order.Actor;
import dev.orderly.order.Line;
import dev.orderly.workflow.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusPagesTest {

    private static final String SHOP = """
            workflow: corner-shop
            version: 1
            languages: [pl]
            calendar: { zone: Europe/Warsaw }
            statuses:
              new:  { label: { pl: Nowe } }
              done: { label: { pl: Gotowe }, done: true }
            transitions:
              - { on: place, to: new, by: customer }
              - { on: finish, from: new, to: done, by: staff }
            cases:
              return:
                label: { pl: Zwrot }
                open-in: [new]
                fields:
                  reason:  { type: text, label: { pl: Powód } }
                  verdict: { type: text, label: { pl: Ocena } }
                  answer:  { type: text, label: { pl: Odpowiedź } }
                  by-when: { type: date, label: { pl: Do kiedy } }
                  wish:    { type: choice, of: [money, exchange] }
                  worn:    { type: yes-no }
                  pieces:  { type: number, min: 1, max: 5 }
                  bought:  { type: date, min: 2020-01-31, max: today }
                  paid:    { type: money, min: 0.01 EUR }
                statuses:
                  opened:   { label: { pl: Zgłoszony } }
                  looked-at: { label: { pl: Sprawdzany } }
                  closed:   { label: { pl: Zamknięty }, done: true }
                transitions:
                  - { on: open, to: opened, by: customer, needs: [reason, wish], takes: [worn, pieces, bought, paid] }
                  - { on: inspect, from: opened, to: looked-at, by: staff, needs: verdict }
                  - { on: close, from: looked-at, to: closed, by: staff, needs: [answer, by-when], notify: customer }
            """;

    private final Orders orders =
            Orders.inMemory(WorkflowFiles.read("shop.yaml", SHOP).workflow().orElseThrow());

    @BeforeEach
    void place() {
        orders.place("1", Request.of("place", Actor.of("customer")).withTime(Instant.parse("2026-05-01T08:00:00Z")));
    }

    @Test
    void a_case_shows_what_customer_and_shop_wrote_to_each_other_and_nothing_else() {
        orders.openCase(
                "1",
                "return",
                Request.of("open", Actor.of("customer"))
                        .with("reason", "za duże")
                        .with("wish", "money"));
        orders.fireCase("1", 1, Request.of("inspect", Actor.of("staff")).with("verdict", "noszone"));
        orders.fireCase(
                "1",
                1,
                Request.of("close", Actor.of("staff"))
                        .with("answer", "wymienimy")
                        .with("by-when", "2026-06-01"));

        assertThat(page("pl").cases().get(0).facts())
                .containsExactly(
                        new StatusPage.Fact("Powód", "za duże"),
                        new StatusPage.Fact("wish", "money"),
                        new StatusPage.Fact("Odpowiedź", "wymienimy"),
                        new StatusPage.Fact("Do kiedy", "1 czerwca 2026"));
    }

    @Test
    void a_form_that_was_refused_holds_what_was_sent_with_it() {
        Map<String, String> sent = Map.of("reason", "za duże", "wish", "exchange", "worn", "true", "pieces", "2");

        StatusPage page = page("pl", FormDraft.form("open", "open", "return", sent));
        Element form = Jsoup.parse(Pages.standard().status(page)).expectFirst("details[open] form");

        assertThat(form.expectFirst("textarea").wholeText()).isEqualTo("za duże");
        assertThat(form.select("option[selected]").eachAttr("value")).containsExactly("exchange");
        assertThat(form.expectFirst("[name='data.worn']").hasAttr("checked")).isTrue();
        assertThat(form.expectFirst("[name='data.pieces']").attr("value")).isEqualTo("2");
    }

    @Test
    void a_form_that_was_not_sent_yet_is_closed_and_empty() {
        Element form = Jsoup.parse(Pages.standard().status(page("pl"))).expectFirst("details:not([open]) form");

        assertThat(form.expectFirst("textarea").wholeText()).isEmpty();
        assertThat(form.select("[selected], [checked]")).isEmpty();
        assertThat(form.expectFirst("[name='data.pieces']").hasAttr("value")).isFalse();
    }

    @Test
    void browsers_are_told_the_bounds_of_numbers_and_dates() {
        PageLayout frame = new PageLayout("/", Texts.of("pl"), false);
        Clock midnightInWarsaw = Clock.fixed(Instant.parse("2026-05-01T22:00:00Z"), ZoneOffset.UTC);
        StatusPage page = new StatusPages(orders, midnightInWarsaw)
                .of(orders.find("1").orElseThrow(), frame, "", null, null, FormDraft.NONE);
        Element form = Jsoup.parse(Pages.standard().status(page)).expectFirst("details form");

        assertThat(form.expectFirst("[name='data.pieces'][min=1][max=5]").attr("type"))
                .isEqualTo("number");
        assertThat(form.expectFirst("[name='data.bought'][min=2020-01-31][max=2026-05-02]")
                        .attr("type"))
                .isEqualTo("date");
        assertThat(form.select("[name='data.paid'][min]")).isEmpty();
    }

    @Test
    void a_line_shows_its_price_its_picture_and_its_page() {
        Money price = Money.parse("39.90 PLN");
        Line book = Line.of("b-1", "<Solaris>", 2)
                .withPrice(price)
                .withImageUrl("https://shop.example/1.jpg?a=%22b%22")
                .withProductUrl("https://shop.example/b-1");
        StatusPage page = priced(book, Line.of("b-2", "Eden", 1).withPrice(price));
        Elements lines = Jsoup.parse(Pages.standard().status(page)).select("[aria-labelledby=lines] li");

        assertThat(lines.eachText())
                .containsExactly(
                        "2 × <Solaris> (otwiera się w nowym oknie) 39,90 zł za sztukę 79,80 zł",
                        "1 × Eden 39,90 zł",
                        "Razem 119,70 zł");
        assertThat(lines.select("img").eachAttr("src")).containsExactly("https://shop.example/1.jpg?a=%22b%22");
        assertThat(lines.select("a[rel='noopener noreferrer']").eachAttr("href"))
                .containsExactly("https://shop.example/b-1");
    }

    @Test
    void lines_without_prices_show_none() {
        StatusPage page = priced(Line.of("b-1", "Solaris", 2));

        assertThat(Jsoup.parse(Pages.standard().status(page))
                        .select("[aria-labelledby=lines] li")
                        .eachText())
                .containsExactly("2 × Solaris");
    }

    @Test
    void units_and_the_contents_of_parcels_are_shown() {
        Orders parts = Orders.inMemory(WorkflowFiles.read("parts.yaml", """
                workflow: parts
                version: 1
                languages: pl
                fields: { number: { type: text } }
                parcels: { number: number }
                items:
                  statuses:
                    ordered: { label: { pl: Zamówione } }
                    sent:    { label: { pl: Wysłane }, done: true }
                statuses:
                  packing: { label: { pl: Pakowane } }
                  sent:    { label: { pl: Wysłane }, done: true }
                transitions:
                  - { on: place, to: packing, by: customer }
                  - { on: send, from: packing, to: sent, by: staff, needs: number, items: { from: ordered, to: sent },
                      parcel: true, when-items: { all: sent } }
                  - { on: send, from: packing, stay: true, by: staff, needs: number, items: { from: ordered, to: sent },
                      parcel: true }
                """).orThrow());
        parts.place(
                "2",
                Request.of("place", Actor.of("customer"))
                        .withLines(Line.of("b-1", "<Solaris>", 3), Line.of("b-2", "Eden", 1)));
        Request send = Request.of("send", Actor.of("staff")).with("number", "T-1");
        parts.fire("2", send.withItems(LineQuantity.of("1", 2), LineQuantity.of("2", 1)));
        Document page = Jsoup.parse(Pages.standard().status(page(parts)));

        assertThat(page.select("[aria-labelledby=lines] li").eachText())
                .containsExactly("3 × <Solaris> Zamówione: 1 · Wysłane: 2", "1 × Eden Wysłane: 1");
        assertThat(page.select("[aria-labelledby=parcels] li small").eachText())
                .containsExactly("2 × <Solaris>", "1 × Eden");
    }

    private StatusPage priced(Line... lines) {
        orders.place("2", Request.of("place", Actor.of("customer")).withLines(lines));
        return page(orders);
    }

    private static StatusPage page(Orders orders) {
        PageLayout frame = new PageLayout("/", Texts.of("pl"), false);
        return new StatusPages(orders, Clock.systemUTC())
                .of(orders.find("2").orElseThrow(), frame, "", null, null, FormDraft.NONE);
    }

    @Test
    void a_status_that_was_left_on_the_day_on_which_it_was_reached_says_the_day_once() {
        orders.fire("1", Request.of("finish", Actor.of("staff")).withTime(Instant.parse("2026-05-01T21:59:00Z")));
        StatusPage.Stay stay = page("pl").stays().get(0);

        assertThat(stay.reached().text()).isEqualTo("1 maja 2026, 10:00");
        assertThat(stay.left()).isEqualTo(new StatusPage.Moment("23:59", "2026-05-01T21:59:00Z"));
    }

    @Test
    void the_day_is_the_shops_own() {
        orders.fire("1", Request.of("finish", Actor.of("staff")).withTime(Instant.parse("2026-05-01T22:01:00Z")));

        assertThat(page("pl").stays().get(0).left())
                .isEqualTo(new StatusPage.Moment("2 maja 2026, 00:01", "2026-05-01T22:01:00Z"));
    }

    @Test
    void words_in_another_language_than_the_pages_say_so() {
        assertThat(page("pl").wording()).isNull();
        assertThat(page("ru").wording()).isEqualTo("pl");
    }

    private StatusPage page(String language) {
        return page(language, FormDraft.NONE);
    }

    private StatusPage page(String language, FormDraft draft) {
        PageLayout frame = new PageLayout("/", Texts.of(language), false);
        return new StatusPages(orders, Clock.systemUTC())
                .of(orders.find("1").orElseThrow(), frame, "", null, null, draft);
    }
}
