package dev.orderly.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import dev.orderly.http.page.LookupPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each shop's flow as its customer lives through it. */
@Tag("browser")
class FlowsTest {

    private static final Map<String, String> LANGUAGES = Map.of(
            "bookstore", "pl",
            "bookstore-items", "pl",
            "ip-store", "el",
            "marketplace-seller", "bg",
            "marketplace-seller-items", "bg",
            "marketplace-acceptance", "pl",
            "marketplace-acceptance-items", "pl",
            "pickup-point", "ru",
            "pickup-point-items", "ru");

    private static Shops shops;

    @BeforeAll
    static void open() {
        Chromium.get();
        shops = new Shops();
    }

    @AfterAll
    static void close() {
        if (shops != null) {
            shops.close();
        }
    }

    @Test
    void the_start_page_leads_to_every_demo_order_in_its_own_language() {
        try (Visitor visitor = new Visitor(shops)) {
            for (LookupPage.Example example : shops.examples) {
                visitor.opens().presses("Show " + example.number());

                assertThat(visitor.page.title()).contains(example.number()).contains(visitor.status());
                assertThat(visitor.language()).isEqualTo(LANGUAGES.get(example.shop()));
                assertThat(visitor.section("way").locator("li").count()).isPositive();
            }
            assertThat(shops.examples).extracting(LookupPage.Example::shop).containsAll(LANGUAGES.keySet());
        }
    }

    @Test
    void what_the_start_page_says_can_be_typed() {
        try (Visitor visitor = new Visitor(shops)) {
            LookupPage.Example example = shops.examples.get(0);
            String shown = visitor.opens().section("examples").innerText();
            assertThat(shown).contains(example.number()).contains(example.email());

            visitor.looksUp(example.number(), example.email());

            assertThat(visitor.page.locator("h1").innerText()).contains(example.number());
        }
    }

    @Test
    void a_book_is_paid_for_packed_sent_and_delivered() {
        shops.place("K-1", "bookstore", "pl", "payment", "prepaid");
        try (Visitor zofia = new Visitor(shops).looksUp("K-1")) {
            assertThat(zofia.status()).isEqualTo("Oczekuje na płatność");
            assertThat(zofia.isOffered("Anuluj zamówienie")).isTrue();

            shops.fire("K-1", "pay", "platform");
            zofia.presses("Sprawdź ponownie");
            assertThat(zofia.status()).isEqualTo("W trakcie realizacji");
            assertThat(zofia.isOffered("Anuluj zamówienie")).isFalse();

            shops.fire("K-1", "release", "staff");
            shops.fire("K-1", "attach-waybill", "staff", "tracking-number", "6205 1", "carrier", "inpost");
            zofia.presses("Sprawdź ponownie");
            assertThat(zofia.section("parcels").locator("a").getAttribute("href"))
                    .isEqualTo("https://inpost.pl/sledzenie-przesylek?number=6205%201");

            shops.fire("K-1", "ship", "staff");
            shops.fire("K-1", "deliver", "carrier");
            zofia.presses("Sprawdź ponownie");
            assertThat(zofia.status()).isEqualTo("Dostarczone");
            assertThat(zofia.section("way").locator("li strong").allInnerTexts())
                    .containsExactly(
                            "Oczekuje na płatność",
                            "W trakcie realizacji",
                            "Czeka na spakowanie",
                            "Zrealizowane",
                            "Dostarczone");
            assertThat(zofia.section("way").locator("li:nth-child(4) time").count())
                    .as("reached and left")
                    .isEqualTo(2);
        }
    }

    @Test
    void a_book_is_cancelled_once_and_what_came_too_late_is_refused_in_words() {
        shops.place("K-2", "bookstore", "pl", "payment", "prepaid");
        shops.place("K-3", "bookstore", "pl", "payment", "prepaid");
        try (Visitor jan = new Visitor(shops).looksUp("K-2")) {
            jan.chooses("Anuluj zamówienie")
                    .fills("Powód", "Mam już tę książkę")
                    .sends();

            assertThat(jan.notice()).contains("Anuluj zamówienie");
            assertThat(jan.status()).isEqualTo("Anulowane");
            assertThat(jan.isOffered("Anuluj zamówienie")).isFalse();
            jan.chooses("Napisz do obsługi klienta");
            jan.page.getByLabel("Czego dotyczy").selectOption("missing-invoice");
            jan.fills("Treść", "Proszę jednak o fakturę").sends();
            assertThat(shops.orders.find("K-2").orElseThrow().cases()).hasSize(1);

            jan.looksUp("K-3").chooses("Anuluj zamówienie");
            shops.fire("K-3", "pay", "platform");
            jan.sends();

            assertThat(jan.problem())
                    .isEqualTo(
                            "„Anuluj zamówienie” może teraz zrobić tylko sklep. Napisz do nas, a zobaczymy, co da się"
                                    + " zrobić.");
            assertThat(jan.page.title()).startsWith("Błąd: ");
            assertThat(jan.status()).isEqualTo("W trakcie realizacji");
        }
    }

    @Test
    void a_camera_waits_in_the_store_until_its_customer_confirms_that_it_is_his() {
        shops.place("I-1", "ip-store", "el", "delivery", "store-pickup", "store", "Αθήνα");
        try (Visitor eleni = new Visitor(shops).looksUp("I-1")) {
            shops.fire("I-1", "start", "staff");
            shops.fire(
                    "I-1",
                    "gather",
                    "staff",
                    "payment-arranged",
                    "yes",
                    "details-verified",
                    "yes",
                    "stock-confirmed",
                    "yes");
            shops.fire("I-1", "prepare", "staff");
            shops.fire("I-1", "make-ready", "staff");
            eleni.presses("Δείτε ξανά");
            assertThat(eleni.status()).isEqualTo("Παραλαβή από το Κατάστημα");

            eleni.chooses("Επιβεβαίωση παραλαβής").sends();

            assertThat(eleni.status()).isEqualTo("Παραλήφθηκε από τον Πελάτη");
            assertThat(shops.status("I-1")).isEqualTo("received");
        }
    }

    @Test
    void cups_are_expected_on_a_day_and_late_after_it() {
        shops.place("B-1", "marketplace-seller", "bg", "preparation-days", "1", "delivery-days", "2");
        shops.place("B-2", "marketplace-seller", "bg");
        try (Visitor mila = new Visitor(shops).looksUp("B-2")) {
            mila.chooses("Анулирай поръчката").sends();
            assertThat(mila.status()).isEqualTo("Анулирана");

            shops.fire("B-1", "confirm-payment", "platform");
            mila.looksUp("B-1");
            assertThat(mila.section("status").locator("dt").allInnerTexts())
                    .containsExactly("Направена", "Очаква се до");
            shops.fire("B-1", "process", "seller");
            shops.fire("B-1", "ship", "seller", "tracking-number", "105", "carrier", "econt");
            shops.pass(Duration.ofDays(3));
            mila.looksUp("B-1");

            assertThat(mila.status()).isEqualTo("SHIPPED");
            assertThat(mila.section("status").locator("dt").last().innerText()).contains("Закъсняваме");
        }
    }

    @Test
    void a_keyboard_is_complained_about_answered_for_and_rated() {
        shops.place("M-1", "marketplace-acceptance", "pl", "payment", "cash-on-delivery");
        shops.fire("M-1", "accept", "seller");
        try (Visitor ola = new Visitor(shops).looksUp("M-1")) {
            ola.chooses("Zgłoś incydent").fills("Co się stało", "Brakuje klawisza Ż");
            ola.page.getByLabel("Rodzaj zgłoszenia").selectOption("problematic");
            ola.sends();
            assertThat(ola.section("cases").innerText())
                    .contains("Incydent 1: Zgłoszono", "Brakuje klawisza Ż", "problem z zamówieniem");

            shops.fireCase("M-1", "answer", "seller", "answer", "Wyślemy brakujący klawisz.");
            ola.presses("Sprawdź ponownie");
            assertThat(ola.section("cases").innerText()).contains("Udzielono odpowiedzi", "Wyślemy brakujący klawisz.");

            ola.chooses("Zamknij incydent").sends();
            assertThat(ola.section("cases").innerText()).contains("Incydent 1: Zamknięto");

            shops.fire("M-1", "ship", "seller", "tracking-number", "1", "carrier", "dpd");
            shops.fire("M-1", "receive", "carrier");
            ola.presses("Sprawdź ponownie").chooses("Oceń zakupy");
            ola.fills("Ocena od 1 do 5", "5").fills("Komentarz", "Szybko").sends();
            assertThat(ola.notice()).contains("Oceń zakupy");
            assertThat(ola.isOffered("Oceń zakupy")).as("once only").isFalse();
            assertThat(shops.orders.find("M-1").orElseThrow().field("rating")).hasToString("5");
        }
    }

    @Test
    void boots_are_turned_down_at_the_counter_and_a_kettle_is_called_off() {
        shops.place("R-1", "pickup-point", "ru", "delivery", "pickup");
        shops.place("R-2", "pickup-point", "ru", "delivery", "courier");
        try (Visitor darya = new Visitor(shops).looksUp("R-1")) {
            shops.fire("R-1", "pay", "platform");
            darya.presses("Проверить ещё раз");
            assertThat(darya.section("status").locator("time").count())
                    .as("placed, and expected")
                    .isEqualTo(2);
            shops.fire("R-1", "arrive", "staff");
            darya.presses("Проверить ещё раз");
            assertThat(darya.status()).isEqualTo("Готово к выдаче");
            darya.chooses("Отказаться от заказа").fills("Причина", "Малы").sends();
            assertThat(darya.status()).isEqualTo("Возврат");

            darya.looksUp("R-2").chooses("Отменить заказ").sends();
            assertThat(darya.status()).isEqualTo("Отменено");
        }
    }

    @Test
    void customer_and_shop_write_to_each_other_and_send_files() throws IOException {
        shops.place("K-4", "bookstore", "pl", "payment", "prepaid");
        try (Visitor ewa = new Visitor(shops).looksUp("K-4")) {
            ewa.page.fill("#text", "Czy to ta książka?");
            ewa.page.setInputFiles("#files", new FilePayload("okładka.txt", "text/plain", bytes("Solaris")));
            ewa.presses("Wyślij");
            shops.say("K-4", "staff", "Tak, ta.");
            ewa.presses("Sprawdź ponownie");

            assertThat(ewa.section("talk").locator(".said").allInnerTexts())
                    .isEqualTo(List.of("Czy to ta książka?", "Tak, ta."));
            Download download = ewa.page.waitForDownload(
                    () -> ewa.section("talk").locator("li button").click());
            assertThat(download.suggestedFilename()).isEqualTo("okładka.txt");
            try (InputStream content = download.createReadStream()) {
                assertThat(content.readAllBytes()).isEqualTo(bytes("Solaris"));
            }
        }
    }

    @Test
    void what_was_written_and_refused_is_still_there_to_be_mended() {
        shops.place("B-3", "marketplace-seller", "bg");
        try (Visitor mila = new Visitor(shops).looksUp("B-3")) {
            mila.page.fill("#text", "Пишете ми на mila@example.com");
            mila.presses("Изпрати");
            assertThat(mila.problem()).contains("имейл");

            assertThat(mila.page.locator("#text").inputValue()).isEqualTo("Пишете ми на mila@example.com");
            mila.page.fill("#text", "Пишете ми тук");
            mila.presses("Изпрати");
            assertThat(mila.section("talk").locator(".said").innerText()).isEqualTo("Пишете ми тук");

            mila.presses("Изпрати");
            assertThat(mila.problem()).isNotBlank();
        }
    }

    @Test
    void notifications_go_off_and_on() {
        shops.place("K-5", "bookstore", "en", "payment", "prepaid");
        try (Visitor visitor = new Visitor(shops).looksUp("K-5")) {
            visitor.presses("Turn notifications off");
            assertThat(shops.orders.find("K-5").orElseThrow().muted()).isTrue();
            visitor.presses("Turn notifications on again");
            assertThat(shops.orders.find("K-5").orElseThrow().muted()).isFalse();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
