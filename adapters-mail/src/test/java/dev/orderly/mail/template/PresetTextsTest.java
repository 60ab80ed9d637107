package dev.orderly.mail.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.orderly.decision.LineQuantity;
import dev.orderly.file.Presets;
import dev.orderly.mail.TestShop;
import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import dev.orderly.notification.RenderedMessage;
import dev.orderly.order.Customer;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresetTextsTest {

    private static final Path FOLDER = Path.of("src/main/resources/dev/orderly/mail/texts");
    private static final MessageTexts TEXTS = MessageTexts.of("Sklep");
    private static final Customer OLGA =
            Customer.of("olga@example.org").withName("Ольга").withLanguage("ru");

    static Stream<Workflow> presets() {
        return Presets.names().stream().map(name -> Presets.find(name).orElseThrow());
    }

    private static RenderedMessage text(Notification notification, String language) {
        return TEXTS.render(notification, Recipient.of("a@example.org").withLanguage(language));
    }

    @Test
    void the_index_lists_every_file() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<String> found = files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.equals("index"))
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(FOLDER.resolve("index"))).isEqualTo(found);
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void every_notification_of_a_preset_has_its_own_text_in_both_languages(Workflow preset) {
        Set<String> missing = new TreeSet<>();
        for (String language : preset.languages()) {
            expect(preset, preset, "", language, missing);
            for (CaseType type : preset.cases()) {
                expect(preset, type.workflow(), type.name(), language, missing);
            }
        }
        assertThat(missing).isEmpty();
    }

    private static void expect(Workflow preset, Workflow part, String caseType, String language, Set<String> missing) {
        for (Transition transition : part.transitions()) {
            for (NotificationRule rule : transition.notifications()) {
                String path = TemplatePath.step(
                        preset.name(), language, rule.to(), caseType, transition.event(), rule.channel());
                String inherited = Presets.baseOf(preset.name())
                        .map(base -> path.replaceFirst(preset.name(), base))
                        .orElse(path);
                if (!Files.exists(FOLDER.resolve(path)) && !Files.exists(FOLDER.resolve(inherited))) {
                    missing.add(path);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void every_text_of_a_preset_is_for_an_event_that_it_has_and_uses_fields_that_it_has(Workflow preset) {
        assertThatCode(() -> MessageTexts.builder("Shop").check(preset).build()).doesNotThrowAnyException();
    }

    @Test
    void the_bookstores_mail_on_shipping_leads_to_the_parcel() {
        Notification shipped = new TestShop(Presets.bookstore())
                .place("KS-1", TestShop.ANNA, "payment=cash-on-delivery")
                .fire("KS-1", "release", "staff")
                .fire("KS-1", "ship", "staff", "tracking-number=62 05", "carrier=inpost")
                .notification();
        RenderedMessage polish = text(shipped, "pl");
        assertThat(polish.subject()).isEqualTo("Książki z zamówienia KS-1 są w drodze");
        assertThat(polish.text())
                .contains(
                        "Paczka: InPost, 62 05\nŚledź paczkę: https://inpost.pl/sledzenie-przesylek?number=62%2005\n");
        assertThat(polish.html()).contains("href=\"https://inpost.pl/sledzenie-przesylek?number&#x3D;62%2005\"");
        assertThat(text(shipped, "en").subject()).isEqualTo("The books of order KS-1 are on their way");
    }

    @Test
    void a_seller_reads_until_when_to_accept_not_when_the_reminder_comes() {
        TestShop shop = new TestShop(Presets.marketplaceAcceptance()).place("PL-1", TestShop.ANNA, "payment=online");
        List<Notification> placed = shop.notifications();
        assertThat(placed).extracting(n -> n.message().to()).containsExactly("customer", "seller");
        assertThat(text(placed.get(0), "pl").text()).contains("ma na to czas do 7 maja 2026, 10:12");
        assertThat(text(placed.get(1), "en").text()).contains("accept or refuse it by 7 May 2026, 10:12;");
        shop.pass(Duration.ofDays(2)).sweep();
        RenderedMessage reminder = text(shop.notification(), "pl");
        assertThat(reminder.subject()).isEqualTo("Zamówienie PL-1 wciąż czeka na przyjęcie");
        assertThat(reminder.text()).contains("odrzuć do 7 maja 2026, 10:12;");
    }

    @Test
    void an_incident_shows_the_seller_what_the_customer_wrote_and_the_customer_the_answer() {
        TestShop shop = new TestShop(Presets.marketplaceAcceptance())
                .place("PL-1", TestShop.ANNA, "payment=cash-on-delivery")
                .fire("PL-1", "accept", "seller")
                .open("PL-1", "incident", "open", "reason=Lampa nie świeci")
                .fireCase("PL-1", "answer", "seller", "answer=Wyślemy nową żarówkę");
        List<Notification> sent = shop.notifications();
        RenderedMessage opened = text(sent.get(sent.size() - 2), "pl");
        assertThat(opened.subject()).isEqualTo("Klient zgłasza problem z zamówieniem PL-1");
        assertThat(opened.text()).contains("Klient pisze:\n\n„Lampa nie świeci”\n\n");
        RenderedMessage answered = text(sent.get(sent.size() - 1), "pl");
        assertThat(answered.text())
                .contains("Wyślemy nową żarówkę", "Incydent 1: Udzielono odpowiedzi\nOdpowiedź już na Ciebie czeka.");
    }

    @Test
    void a_refusal_gives_the_sellers_reason() {
        Notification refused = new TestShop(Presets.marketplaceAcceptance())
                .place("PL-1", TestShop.ANNA, "payment=online")
                .fire("PL-1", "refuse", "seller", "reason=brak w magazynie")
                .notification();
        assertThat(text(refused, "pl").text()).contains("Podał taki powód: brak w magazynie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"77-1204", "1234567890"})
    void the_pickup_points_text_message_fits_into_one(String number) {
        Notification ready = new TestShop(Presets.pickupPoint())
                .place(number, OLGA, "delivery=pickup")
                .fire(number, "pay", "platform")
                .fire(number, "arrive", "staff")
                .notification();
        RenderedMessage russian = text(ready, "ru");
        assertThat(russian.text())
                .isEqualTo("Заказ " + number + " готов! Ждёт вас до 11 мая 2026 г. Покажите это СМС.")
                .hasSizeLessThanOrEqualTo(70);
        assertThat(russian.subject()).isEmpty();
        assertThat(russian.html()).isEmpty();
        RenderedMessage english = text(ready, "en");
        assertThat(english.text()).hasSizeLessThanOrEqualTo(160).matches("[A-Za-z0-9 .!,-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"77-1204", "1234567890"})
    void the_text_messages_on_the_storage_time_name_the_last_day_and_fit_into_one(String number) {
        TestShop shop = new TestShop(Presets.pickupPoint())
                .place(number, OLGA, "delivery=pickup")
                .fire(number, "pay", "platform")
                .fire(number, "arrive", "staff")
                .pass(Duration.ofDays(6));
        shop.sweep();
        Notification reminder = shop.notification();
        assertThat(text(reminder, "ru").text())
                .isEqualTo("Заказ " + number + " хранится до 11 мая 2026 г. Успейте забрать!")
                .hasSizeLessThanOrEqualTo(70);
        assertThat(text(reminder, "en").text())
                .isEqualTo("Order " + number + " is kept until 11 May 2026. Please come and get it in time.");
        shop.pass(Duration.ofDays(1)).sweep();
        assertThat(text(shop.notification(), "ru").text())
                .isEqualTo("Срок хранения заказа " + number + " истёк, он отменён. Деньги вернём.")
                .hasSizeLessThanOrEqualTo(70);
    }

    @Test
    void the_text_messages_on_mishaps_fit_into_one() {
        TestShop shop = new TestShop(Presets.pickupPoint())
                .place("1234567890", OLGA, "delivery=pickup")
                .fire("1234567890", "pay", "platform")
                .fire("1234567890", "arrive", "staff")
                .fire("1234567890", "undo-arrive", "staff", "reason=Другая посылка")
                .fire("1234567890", "report-lost", "carrier", "reason=Нет на складе");
        List<Notification> sent = shop.notifications();
        for (Notification mishap : sent.subList(sent.size() - 2, sent.size())) {
            assertThat(text(mishap, "ru").text()).contains("1234567890").hasSizeLessThanOrEqualTo(70);
            assertThat(text(mishap, "en").text()).hasSizeLessThanOrEqualTo(160).matches("[A-Za-z0-9 .!,:-]+");
        }
    }

    @Test
    void the_bookstores_staff_read_of_money_for_a_cancelled_order_and_the_customer_when_it_goes_back() {
        TestShop shop = new TestShop(Presets.bookstore())
                .place("KS-1", TestShop.ANNA, "payment=prepaid")
                .fire("KS-1", "cancel", "customer")
                .fire("KS-1", "pay", "platform");
        assertThat(text(shop.notification(), "pl").subject()).isEqualTo("Wpłata do anulowanego zamówienia KS-1");
        shop.fire("KS-1", "refund", "staff");
        assertThat(text(shop.notification(), "en").text())
                .contains("The money for your cancelled order KS-1 is on its way to you.");
    }

    @Test
    void the_mail_on_a_parcel_names_what_is_in_this_one() {
        TestShop shop = new TestShop(Presets.bookstoreItems())
                .place("KS-1", TestShop.ANNA, "payment=cash-on-delivery")
                .fire("KS-1", "release", "staff")
                .fire("KS-1", "ship", "staff", LineQuantity.of("2", 1), "tracking-number=61", "carrier=dpd");
        RenderedMessage first = text(shop.notification(), "pl");
        assertThat(first.subject()).isEqualTo("Paczka z zamówienia KS-1 jest w drodze");
        assertThat(first.text())
                .contains(
                        "Paczka o numerze 61 pojechała z kurierem.", "- 1 × Kroniki nadrzeczne\n", "Paczka: DPD, 61\n")
                .doesNotContain("Atlas ptaków");
        shop.fire("KS-1", "ship", "staff", "tracking-number=62", "carrier=dpd");
        assertThat(text(shop.notification(), "en").text())
                .contains("The parcel with the number 62 has left", "- 1 × Atlas ptaków\n- 1 × Kroniki nadrzeczne\n");
    }

    @Test
    void mails_about_some_books_of_an_order_name_them_and_the_money() {
        TestShop shop = new TestShop(Presets.bookstoreItems())
                .place("KS-1", TestShop.ANNA, "payment=prepaid")
                .fire("KS-1", "pay", "staff", "amount=79.80 PLN")
                .fire("KS-1", "cancel", "staff", LineQuantity.of("2", 1), "reason=Wyczerpany nakład");
        assertThat(text(shop.notification(), "pl").text())
                .contains("nie wyślemy:\n\n- 1 × Kroniki nadrzeczne\n", "Powód: Wyczerpany nakład");
        shop.fire("KS-1", "refund", "staff", "amount=39.90 PLN");
        assertThat(text(shop.notification(), "pl").text()).contains("Kwota 39,90 zł za zamówienie KS-1");
    }

    @Test
    void the_text_message_on_the_end_of_the_storage_is_true_of_what_was_handed_out_in_part() {
        TestShop shop = new TestShop(Presets.pickupPointItems())
                .place("1234567890", OLGA, "delivery=pickup")
                .fire("1234567890", "pay", "platform", "amount=1 RUB")
                .fire("1234567890", "arrive", "staff")
                .fire("1234567890", "issue", "staff", LineQuantity.of("1", 1), "order-number=1234567890")
                .pass(Duration.ofDays(7));
        shop.sweep();
        shop.sweep();
        assertThat(text(shop.notification(), "ru").text())
                .isEqualTo("Срок хранения заказа 1234567890 истёк. За невыданное вернём деньги.")
                .hasSizeLessThanOrEqualTo(70);
    }

    @Test
    void an_extended_preset_uses_the_texts_of_its_base_where_it_has_none() {
        Notification placed = new TestShop(Presets.bookstoreItems())
                .place("KS-1", TestShop.ANNA, "payment=prepaid")
                .notification();
        assertThat(text(placed, "pl").subject()).isEqualTo("Mamy Twoje zamówienie KS-1");
    }

    @Test
    void customer_service_reads_a_complaint_and_the_customer_its_answer() {
        TestShop shop = new TestShop(Presets.bookstore())
                .place("KS-1", TestShop.ANNA, "payment=cash-on-delivery")
                .fire("KS-1", "release", "staff")
                .fire("KS-1", "ship", "staff", "tracking-number=1")
                .open("KS-1", "complaint", "open", "reason=Brakuje stron");
        assertThat(text(shop.notification(), "pl").text()).contains("„Brakuje stron”");
        shop.fireCase("KS-1", "reject", "staff", "answer=Wszystkie są");
        assertThat(text(shop.notification(), "pl").text()).contains("Wszystkie są");
    }

    @Test
    void a_preset_that_extends_another_speaks_with_its_texts_and_says_of_which_units() {
        List<Notification> sent = new TestShop(Presets.marketplaceSellerItems())
                .place("BG-1", TestShop.ANNA)
                .fire("BG-1", "confirm-payment", "platform")
                .fire("BG-1", "process", "seller")
                .fire("BG-1", "ship", "seller", "tracking-number=1", "carrier=econt")
                .fire("BG-1", "refund", "seller", LineQuantity.of("2", 1), "note=Счупена", "resolution=goods-exchanged")
                .fire("BG-1", "send-exchange", "seller", "tracking-number=2")
                .notifications();
        assertThat(text(sent.get(0), "bg").subject()).isEqualTo("Поръчката Ви BG-1 е при нас");
        RenderedMessage settled = text(sent.get(sent.size() - 2), "bg");
        assertThat(settled.text())
                .contains(
                        "отбеляза следното: заменена стока.",
                        "„Счупена“",
                        "Отнася се за:\n\n- 1 × Kroniki nadrzeczne\n")
                .doesNotContain("Atlas");
        assertThat(settled.html()).contains("1 ×", "Kroniki nadrzeczne").doesNotContain("Atlas");
        assertThat(text(sent.get(sent.size() - 1), "en").text())
                .contains("- 1 × Kroniki nadrzeczne", "Parcel: Еконт, 2");
    }

    @Test
    void the_words_of_a_choice_are_said_by_their_labels() {
        TestShop shop = new TestShop(Presets.ipStore())
                .place("IP-1", TestShop.ANNA, "delivery=store-pickup", "store=Αθήνα")
                .fire("IP-1", "start", "staff", "payment-arranged=yes", "details-verified=yes", "stock-confirmed=yes")
                .fire("IP-1", "gather", "staff")
                .fire("IP-1", "prepare", "staff")
                .fire("IP-1", "make-ready", "staff")
                .fire("IP-1", "receive", "customer")
                .open("IP-1", "repair", "open", "product=Κάμερα", "fault=Δεν ανάβει")
                .fireCase("IP-1", "accept", "staff")
                .fireCase("IP-1", "arrive", "staff")
                .fireCase("IP-1", "finish", "staff", "result=not-repairable");
        Notification finished = shop.notification();
        assertThat(text(finished, "el").text())
                .contains("Αποτέλεσμα: δεν επισκευάζεται.", "Επισκευή 1: Έτοιμο για επιστροφή");
        assertThat(text(finished, "en").text()).contains("The result: beyond repair.");
    }

    @Test
    void a_customer_reads_when_the_goods_should_arrive_where_that_is_known() {
        TestShop shop = new TestShop(Presets.ipStore())
                .place("IP-1", TestShop.ANNA, "delivery=carrier")
                .fire("IP-1", "start", "staff", "payment-arranged=yes", "details-verified=yes", "stock-confirmed=yes")
                .fire("IP-1", "gather", "staff")
                .fire("IP-1", "prepare", "staff");
        assertThat(text(shop.notification(), "en").text()).doesNotContain("Expected");
        shop.fire("IP-1", "hand-over", "staff", "tracking-number=1", "expected-on=2026-05-06");
        assertThat(text(shop.notification(), "el").text()).contains("Αναμενόμενη παράδοση: 6 Μαΐου 2026");
    }

    @Test
    void late_money_is_told_to_the_platform_and_the_customer_in_amounts() {
        List<Notification> sent = new TestShop(Presets.marketplaceAcceptance())
                .place("PL-1", TestShop.ANNA, "payment=online")
                .fire("PL-1", "refuse", "seller", "reason=brak")
                .fire("PL-1", "record-late-payment", "platform", "amount=59.90 PLN")
                .notifications();
        assertThat(text(sent.get(sent.size() - 2), "pl").text()).contains("wpłynęło 59,90 zł");
        assertThat(text(sent.get(sent.size() - 1), "pl").text()).contains("Otrzymaliśmy 59,90 zł");
    }

    @Test
    void a_marketplaces_seller_hears_of_sale_and_payment_in_one() {
        Notification sale = new TestShop(Presets.marketplaceSeller())
                .place("BG-1", TestShop.ANNA, "preparation-days=3")
                .fire("BG-1", "confirm-payment", "platform")
                .notification();
        assertThat(text(sale, "bg").text())
                .contains("плащането е потвърдено", "Статус: PROCESSED", "до 7 май 2026 г., 11:17")
                .doesNotContain("Продавачът вече знае");
    }

    @Test
    void the_ip_store_asks_for_a_review_only_if_there_is_a_page_for_it() {
        Notification received = new TestShop(Presets.ipStore())
                .place("IP-1", TestShop.ANNA, "delivery=store-pickup", "store=Αθήνα")
                .fire("IP-1", "start", "staff", "payment-arranged=yes", "details-verified=yes", "stock-confirmed=yes")
                .fire("IP-1", "gather", "staff")
                .fire("IP-1", "prepare", "staff")
                .fire("IP-1", "make-ready", "staff")
                .fire("IP-1", "receive", "customer")
                .notification();
        assertThat(text(received, "en").text()).doesNotContain("Two minutes");
        MessageTexts asking =
                MessageTexts.builder("IP Store").links(new AllLinks()).build();
        assertThat(asking.render(received, Recipient.of("a@example.org").withLanguage("en"))
                        .text())
                .contains("Two minutes are enough:\n\nTell us how it went: https://shop.example/review");
    }
}
