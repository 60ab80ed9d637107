package dev.orderly.cli.demo;

import dev.orderly.decision.LineQuantity;
import dev.orderly.file.Presets;
import dev.orderly.order.Line;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Workflow;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;

/** The stories of a few orders of each preset. The cases come from the shops' own public pages. */
public final class Demo {

    private final Stage stage;

    private Demo(Stage stage) {
        this.stage = stage;
    }

    /** Prints all stories, step by step. */
    public static void print(PrintWriter out, boolean colours) {
        new Demo(new Timelines(new ColumnPrinter(out, colours))).print();
    }

    /** Shows the messages that are sent in these stories, each kind once. */
    public static void showMails(PrintWriter out, boolean colours) {
        new Demo(new Mails(new ColumnPrinter(out, colours), null)).print();
    }

    /**
     * Shows the messages, and writes each to a folder as a file of mail programs and as a page.
     *
     * @throws UncheckedIOException if the folder cannot be written to
     */
    public static void showMails(PrintWriter out, boolean colours, Path folder) {
        MailFolder files = new MailFolder(folder);
        new Demo(new Mails(new ColumnPrinter(out, colours), files)).print();
        files.writeIndex();
    }

    private void print() {
        bookstore();
        bookstoreItems();
        ipStore();
        marketplaceSeller();
        marketplaceSellerItems();
        marketplaceAcceptance();
        marketplaceAcceptanceItems();
        pickupPoint();
        pickupPointItems();
    }

    private static Line priced(Line line, String price) {
        return line.withPrice(Money.parse(price));
    }

    private void bookstore() {
        Workflow shop = shop(Presets.bookstore(), "a publisher's bookshop in Poland");
        Line inPrint = priced(Line.of("978-83-01", "Atlas ptaków", 1), "39.90 PLN");
        Line preRelease = priced(Line.of("978-83-02", "Kroniki nadrzeczne", 1), "44.90 PLN")
                .withAvailableFrom(LocalDate.of(2026, 5, 20));
        order(shop, "KS-1041", "a title that is not out yet holds the parcel back")
                .of(inPrint, preRelease)
                .place("2026-05-04T10:12", "payment=prepaid")
                .then("2026-05-04T10:15", "pay", "platform")
                .then("2026-05-04T13:40", "invoice", "staff:anna")
                .then(
                        "2026-05-06T08:55",
                        "attach-waybill",
                        "staff:jan",
                        "tracking-number=620512345678",
                        "carrier=inpost")
                .then("2026-05-06T09:10", "ship", "staff:jan")
                .then("2026-05-20T08:30", "ship", "staff:jan")
                .then("2026-05-21T14:05", "deliver", "carrier");
        order(shop, "KS-1042", "cash on delivery: nothing to wait for, nothing to invoice in advance")
                .of(inPrint)
                .place("2026-05-04T19:30", "payment=cash-on-delivery")
                .then("2026-05-05T08:20", "invoice", "staff:anna")
                .then("2026-05-05T08:21", "release", "staff:anna")
                .then("2026-05-05T11:00", "ship", "staff:jan")
                .then("2026-05-05T11:02", "ship", "staff:jan", "tracking-number=0000123456789U", "carrier=dpd")
                .then("2026-05-06T12:45", "deliver", "carrier");
        order(shop, "KS-1043", "a parcel that is lost is sent again; for a cancelled order the money comes late")
                .of(inPrint)
                .place("2026-05-07T09:00", "payment=cash-on-delivery")
                .then("2026-05-07T10:00", "release", "staff:anna")
                .then("2026-05-07T12:00", "ship", "staff:jan", "tracking-number=620512345700", "carrier=inpost")
                .then("2026-05-11T09:30", "report-lost", "carrier")
                .then("2026-05-11T10:00", "send-again", "staff:jan", "tracking-number=620512345701", "carrier=inpost")
                .then("2026-05-12T15:00", "return-to-sender", "carrier", "reason=Adresat nieznany")
                .then("2026-05-14T09:00", "take-back", "staff:jan")
                .opens(
                        "2026-05-14T18:00",
                        "inquiry",
                        "open",
                        "customer",
                        "kind=change-of-data",
                        "message=Adres był błędny, proszę anulować")
                .inCase("2026-05-15T08:30", "answer", "staff:anna", "answer=Anulujemy zamówienie")
                .then("2026-05-15T08:31", "cancel", "staff:anna", "reason=Na prośbę klientki")
                .then("2026-05-16T10:00", "pay", "platform")
                .then("2026-05-18T09:00", "refund", "staff:anna")
                .then("2026-05-18T09:01", "refund", "staff:anna");
    }

    private void bookstoreItems() {
        Workflow shop = shop(Presets.bookstoreItems(), "the same bookshop, with several parcels");
        order(shop, "KS-2041", "one book at once, one when it is out; of the third only one is left")
                .of(
                        priced(Line.of("978-83-01", "Atlas ptaków", 1), "39.90 PLN"),
                        priced(Line.of("978-83-02", "Kroniki nadrzeczne", 1), "44.90 PLN")
                                .withAvailableFrom(LocalDate.of(2026, 5, 20)),
                        priced(Line.of("978-83-03", "Listy z północy", 2), "34.90 PLN"))
                .place("2026-05-04T10:12", "payment=prepaid")
                .then("2026-05-04T10:15", "pay", "platform", "amount=154.60 PLN")
                .then("2026-05-04T13:40", "release", "staff:anna")
                .some(
                        "2026-05-05T09:10",
                        "ship",
                        "staff:jan",
                        LineQuantity.of("1", 1),
                        "tracking-number=620512345678",
                        "carrier=inpost")
                .some("2026-05-05T11:00", "cancel", "staff:anna", LineQuantity.of("3", 1), "reason=Wyczerpany nakład")
                .some("2026-05-05T11:01", "cancel", "staff:anna", LineQuantity.of("3", 2), "reason=Wyczerpany nakład")
                .then("2026-05-05T11:05", "refund", "staff:anna", "amount=34.90 PLN")
                .then("2026-05-06T14:05", "deliver", "carrier")
                .then("2026-05-20T08:30", "ship", "staff:jan", "tracking-number=620512345679", "carrier=inpost")
                .then("2026-05-21T14:05", "deliver", "carrier")
                .some("2026-05-29T12:00", "take-in", "staff:jan", LineQuantity.of("3", 1), "reason=Podwójny prezent")
                .then("2026-05-29T12:10", "refund", "staff:anna", "amount=134.90 PLN")
                .then("2026-05-29T12:11", "refund", "staff:anna", "amount=34.90 PLN");
    }

    private void ipStore() {
        Workflow shop = shop(Presets.ipStore(), "a supplier of electronics in Greece");
        Line camera = priced(Line.of("CAM-4K", "Κάμερα 4K", 2), "129.00 EUR");
        Scene carrier = order(shop, "IP-5001", "by carrier, after everything has been verified")
                .of(camera);
        carrier.place("2026-03-02T11:00", "delivery=carrier")
                .then("2026-03-02T11:30", "start", "staff:maria")
                .says("2026-03-02T12:10", "customer", "Μπορείτε να το στείλετε πριν την Παρασκευή;")
                .says("2026-03-02T12:14", "staff:maria", "Ναι, φεύγει αύριο το μεσημέρι.")
                .then("2026-03-02T12:15", "gather", "staff:maria", verified("yes", "no"))
                .then("2026-03-02T15:40", "gather", "staff:maria", verified("yes", "yes"))
                .then("2026-03-03T09:00", "prepare", "staff:nikos")
                .then("2026-03-03T12:00", "make-ready", "staff:nikos", "store=Αθήνα")
                .then("2026-03-03T12:05", "hand-over", "staff:nikos", "tracking-number=7301234567", "carrier=acs")
                .then("2026-03-04T10:20", "receive", "carrier")
                .opens(
                        "2026-03-19T09:00",
                        "return",
                        "open",
                        "customer",
                        "products=Μία κάμερα",
                        "reason=Δεν τη χρειάζομαι");
        throughProcessing(order(shop, "IP-5002", "fetched from the store").of(camera), "delivery=store-pickup")
                .then("2026-03-03T12:00", "make-ready", "staff:nikos", "store=Θεσσαλονίκη")
                .then("2026-03-05T17:30", "receive", "customer")
                .then("2026-03-06T09:00", "rate", "customer", "rating=5", "review=Όλα άψογα")
                .opens("2026-03-20T10:00", "repair", "open", "customer", "product=Κάμερα 4K", "fault=Δεν ανάβει")
                .inCase("2026-03-20T11:00", "accept", "staff:maria")
                .inCase("2026-03-23T12:00", "arrive", "staff:nikos")
                .inCase("2026-03-26T16:00", "finish", "staff:nikos", "result=replaced")
                .inCase("2026-03-27T17:00", "hand-back", "staff:nikos");
        order(shop, "IP-5003", "the company's own vehicle is for business customers")
                .of(camera)
                .place("2026-03-02T09:58", "delivery=company-vehicle", "customer-type=consumer");
        throughProcessing(
                        order(shop, "IP-5004", "by the company's own vehicle").of(camera),
                        "delivery=company-vehicle",
                        "customer-type=business")
                .then("2026-03-03T12:00", "dispatch", "staff:nikos")
                .then("2026-03-03T16:45", "receive", "staff:driver");
    }

    private static String[] verified(String payment, String stock) {
        return new String[] {"payment-arranged=" + payment, "details-verified=yes", "stock-confirmed=" + stock};
    }

    private static Scene throughProcessing(Scene scene, String... placement) {
        return scene.place("2026-03-02T10:00", placement)
                .then("2026-03-02T10:30", "start", "staff:maria")
                .then("2026-03-02T14:00", "gather", "staff:maria", verified("yes", "yes"))
                .then("2026-03-03T09:00", "prepare", "staff:nikos");
    }

    private void marketplaceSeller() {
        Workflow shop = shop(Presets.marketplaceSeller(), "a seller on a Bulgarian marketplace");
        Scene sold = order(shop, "BG-7001", "sent late; a refund after the 14 days is refused")
                .of(priced(Line.of("MUG-1", "Керамична чаша", 4), "6.50 EUR"));
        sold.place("2026-02-02T18:20", "preparation-days=3", "delivery-days=5")
                .then("2026-02-02T18:25", "confirm-payment", "platform")
                .then("2026-02-03T09:00", "process", "seller:ivan")
                .look("2026-02-06T10:00")
                .then("2026-02-06T11:15", "ship", "seller:ivan", "warranty-card=yes")
                .then("2026-02-06T11:16", "ship", "seller:ivan", shipped())
                .then("2026-02-10T16:00", "complete", "seller:ivan")
                .then("2026-02-11T08:00", "verify-delivery", "platform", "delivered-on=2026-02-10")
                .then("2026-02-12T08:00", "verify-delivery", "platform", "delivered-on=2026-02-12")
                .then("2026-02-25T09:00", "refund", "seller:ivan", "note=Счупена чаша", "resolution=money-returned");
        lateMoney(shop);
    }

    private void lateMoney(Workflow shop) {
        order(shop, "BG-7002", "the money for a cancelled order comes late, and goes back")
                .of(priced(Line.of("MUG-1", "Керамична чаша", 1), "6.50 EUR"))
                .place("2026-02-02T19:00")
                .then("2026-02-05T19:00", "cancel", "platform", "reason=Няма плащане")
                .then("2026-02-07T08:00", "confirm-payment", "platform")
                .then("2026-02-07T08:01", "record-late-payment", "platform", "amount=6.50 EUR")
                .then("2026-02-07T08:02", "pay-back", "platform", "amount=65.00 EUR")
                .then("2026-02-07T08:03", "pay-back", "platform", "amount=6.50 EUR");
    }

    private void marketplaceSellerItems() {
        Workflow shop = shop(Presets.marketplaceSellerItems(), "the same seller, who settles single units");
        order(shop, "BG-8001", "of four cups one is paid back, one is exchanged, and two are kept")
                .of(priced(Line.of("MUG-1", "Керамична чаша", 4), "6.50 EUR"))
                .place("2026-02-02T18:20", "preparation-days=3", "delivery-days=5")
                .then("2026-02-02T18:25", "confirm-payment", "platform")
                .then("2026-02-03T09:00", "process", "seller:ivan")
                .then("2026-02-04T11:16", "ship", "seller:ivan", shipped())
                .then("2026-02-06T16:00", "complete", "seller:ivan")
                .then("2026-02-07T08:00", "verify-delivery", "platform")
                .some("2026-02-09T09:00", "refund", "seller:ivan", cups(1), "note=Счупена", "resolution=money-returned")
                .some(
                        "2026-02-09T09:05",
                        "refund",
                        "seller:ivan",
                        cups(1),
                        "note=Пукната",
                        "resolution=goods-exchanged")
                .some(
                        "2026-02-09T09:06",
                        "refund",
                        "seller:ivan",
                        cups(3),
                        "note=Друг цвят",
                        "resolution=money-returned")
                .then(
                        "2026-02-10T12:00",
                        "send-exchange",
                        "seller:ivan",
                        "tracking-number=1051234567899",
                        "carrier=econt")
                .some("2026-02-22T09:00", "refund", "seller:ivan", cups(1), "note=Късно", "resolution=money-returned");
    }

    private static LineQuantity cups(int number) {
        return LineQuantity.of("1", number);
    }

    private static String[] shipped() {
        return new String[] {
            "tracking-number=1051234567890",
            "carrier=econt",
            "warranty-card=yes",
            "invoice-or-receipt=yes",
            "return-form=yes"
        };
    }

    private void marketplaceAcceptance() {
        Workflow shop = shop(Presets.marketplaceAcceptance(), "a Polish marketplace whose sellers accept each order");
        order(shop, "PL-3001", "an open incident holds the payout back")
                .of(priced(Line.of("LAMP-7", "Lampa biurkowa", 1), "119.00 PLN"))
                .place("2026-04-01T09:00", "payment=online")
                .then("2026-04-01T09:01", "accept", "seller:integration")
                .then("2026-04-01T09:05", "confirm-debit", "platform")
                .then(
                        "2026-04-02T10:00",
                        "attach-waybill",
                        "seller:ewa",
                        "tracking-number=630000000001",
                        "carrier=inpost")
                .then("2026-04-02T15:00", "ship", "seller:ewa")
                .then("2026-04-03T12:30", "receive", "carrier")
                .opens(
                        "2026-04-10T20:15",
                        "incident",
                        "open",
                        "customer",
                        "kind=problematic",
                        "reason=Lampa nie świeci")
                .inCase("2026-04-11T09:40", "answer", "seller:ewa", "answer=Wyślemy nową żarówkę")
                .sweep("2026-04-17T12:30")
                .then("2026-04-17T12:31", "close", "system")
                .inCase("2026-04-20T18:00", "close", "customer")
                .sweep("2026-04-20T18:05")
                .then("2026-04-21T19:00", "rate", "customer", "rating=4", "review=Szybka pomoc");
        order(shop, "PL-3002", "the seller does not accept within three days")
                .of(priced(Line.of("LAMP-7", "Lampa biurkowa", 1), "119.00 PLN"))
                .place("2026-04-01T09:00", "payment=cash-on-delivery")
                .sweep("2026-04-04T08:59")
                .sweep("2026-04-04T09:00")
                .then("2026-04-04T10:30", "accept", "seller:ewa");
        order(shop, "PL-3003", "a return within 14 days of receipt holds the payout back, too")
                .of(priced(Line.of("LAMP-7", "Lampa biurkowa", 1), "119.00 PLN"))
                .place("2026-04-01T09:00", "payment=cash-on-delivery")
                .then("2026-04-01T09:30", "accept", "seller:ewa")
                .then("2026-04-02T15:00", "ship", "seller:ewa", "tracking-number=630000000003", "carrier=inpost")
                .then("2026-04-03T12:30", "receive", "carrier")
                .opens("2026-04-15T20:00", "return", "open", "customer", "products=Lampa biurkowa")
                .inCase("2026-04-16T09:00", "accept", "seller:ewa", "answer=ul. Polna 1, Kielce")
                .sweep("2026-04-17T12:30")
                .inCase("2026-04-18T10:00", "send-back", "customer", "tracking-number=630000000009")
                .inCase("2026-04-21T11:00", "arrive", "seller:ewa")
                .inCase("2026-04-21T15:00", "refund", "seller:ewa")
                .then("2026-04-21T15:01", "refund", "seller:ewa", "reason=Odstąpienie od umowy");
    }

    private void marketplaceAcceptanceItems() {
        Workflow shop = shop(Presets.marketplaceAcceptanceItems(), "the same marketplace, unit by unit");
        order(shop, "PL-4001", "one line is refused, the rest is charged; later one lamp comes back")
                .of(
                        priced(Line.of("LAMP-7", "Lampa biurkowa", 2), "119.00 PLN"),
                        priced(Line.of("BULB-1", "Żarówka LED", 1), "19.00 PLN"))
                .place("2026-04-01T09:00", "payment=online")
                .some("2026-04-01T09:30", "refuse", "seller:ewa", LineQuantity.of("2", 1), "reason=Brak w magazynie")
                .then("2026-04-01T09:31", "accept", "seller:ewa")
                .then("2026-04-01T10:00", "confirm-debit", "platform", "amount=238.00 PLN")
                .then("2026-04-02T15:00", "ship", "seller:ewa", "tracking-number=630000000004", "carrier=inpost")
                .then("2026-04-03T12:30", "receive", "carrier")
                .opens("2026-04-06T20:00", "return", "open", "customer", "products=Jedna lampa")
                .inCase("2026-04-07T09:00", "accept", "seller:ewa")
                .inCase("2026-04-10T11:00", "arrive", "seller:ewa")
                .some("2026-04-10T11:30", "take-back", "seller:ewa", LineQuantity.of("1", 1))
                .inCase("2026-04-10T11:31", "refund", "seller:ewa")
                .then("2026-04-10T12:00", "pay-back", "platform", "amount=119.00 PLN")
                .then("2026-04-10T12:01", "pay-back", "platform", "amount=119.01 PLN")
                .sweep("2026-04-17T12:30");
    }

    private void pickupPoint() {
        Workflow shop = shop(Presets.pickupPoint(), "pickup points of a marketplace in Russia");
        ready(order(shop, "77-1204", "at the counter the number from the SMS must match"))
                .then("2026-06-03T18:10", "issue", "staff:counter-12", "order-number=77-1240")
                .then("2026-06-03T18:11", "issue", "staff:counter-12", "order-number=77-1204");
        ready(order(shop, "77-1205", "not fetched for seven days"))
                .sweep("2026-06-08T12:00")
                .sweep("2026-06-09T11:31")
                .then("2026-06-09T19:00", "issue", "staff:counter-12", "order-number=77-1205")
                .then("2026-06-10T09:00", "refund", "platform")
                .then("2026-06-10T09:01", "refund", "platform");
        ready(order(shop, "77-1206", "brought back after two days"))
                .then("2026-06-03T18:10", "issue", "staff:counter-12", "order-number=77-1206")
                .then("2026-06-05T20:00", "request-return", "customer", "reason=Не подошёл цвет")
                .then("2026-06-06T12:00", "take-back", "staff:counter-12");
    }

    private void pickupPointItems() {
        Workflow shop = shop(Presets.pickupPointItems(), "the same pickup points, for orders of several goods");
        order(shop, "77-2204", "one is handed out, one turned down, and one is kept and not fetched")
                .of(priced(Line.of("TEA-9", "Чайник", 1), "2490 RUB"), priced(Line.of("CUP-2", "Чашка", 2), "390 RUB"))
                .place("2026-06-01T12:30", "delivery=pickup", "phone=+7 916 123-45-67")
                .then("2026-06-01T12:31", "pay", "platform", "amount=3270 RUB")
                .then("2026-06-02T11:30", "arrive", "staff:counter-12")
                .some("2026-06-03T18:10", "issue", "staff:counter-12", LineQuantity.of("1", 1), "order-number=77-2204")
                .some("2026-06-03T18:12", "refuse", "staff:counter-12", LineQuantity.of("2", 1), "reason=Скол")
                .some("2026-06-03T18:13", "refuse", "staff:counter-12", LineQuantity.of("2", 2), "reason=Скол")
                .sweep("2026-06-08T11:30")
                .sweep("2026-06-09T11:30")
                .then("2026-06-09T12:00", "refund", "platform", "amount=780 RUB");
    }

    private static Scene ready(Scene scene) {
        return scene.of(priced(Line.of("TEA-9", "Чайник", 1), "2490 RUB"))
                .place("2026-06-01T20:30", "delivery=pickup")
                .then("2026-06-01T20:31", "pay", "platform")
                .then("2026-06-02T11:30", "arrive", "staff:counter-12");
    }

    private Workflow shop(Workflow workflow, String what) {
        stage.shop(workflow, what);
        return workflow;
    }

    private Scene order(Workflow workflow, String number, String story) {
        StoryObserver audience = stage.order(workflow, number, story);
        return new Scene(workflow, number, People.customerOf(workflow), audience);
    }
}
