package dev.orderly.cli.serve;

import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Decision;
import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.http.page.LookupPage;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.workflow.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A few orders of each preset, at different places of their way. Those that are in the database already stay as they
 * are.
 */
public final class DemoOrders {

    private final Orders orders;
    private final Instant now;
    private final List<LookupPage.Example> examples = new ArrayList<>();

    private DemoOrders(Orders orders, Clock clock) {
        this.orders = orders;
        this.now = clock.instant();
    }

    /** Places the orders; returns how to look them up. */
    public static List<LookupPage.Example> place(Orders orders, Clock clock) {
        DemoOrders demo = new DemoOrders(orders, clock);
        demo.bookstore();
        demo.bookstoreItems();
        demo.ipStore();
        demo.marketplaceSeller();
        demo.marketplaceSellerItems();
        demo.marketplaceAcceptance();
        demo.marketplaceAcceptanceItems();
        demo.pickupPoint();
        demo.pickupPointItems();
        return List.copyOf(demo.examples);
    }

    private void bookstore() {
        LocalDate soon = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(20);
        order("bookstore", "KS-1041", "zofia@example.com", "pl", "payment=prepaid")
                .of(
                        priced(Line.of("978-83-01", "Atlas ptaków", 1), "39.90 PLN"),
                        priced(Line.of("978-83-02", "Kroniki nadrzeczne", 1), "44.90 PLN")
                                .withAvailableFrom(soon))
                .begins(days(4))
                .then(days(4).minusMinutes(3), "pay", "platform")
                .then(days(3), "release", "staff")
                .says(days(2), "customer", "Czy mogę dostać pierwszą książkę wcześniej?")
                .says(days(1), "staff", "Wyślemy obie razem, gdy tylko druga się ukaże.");
        order("bookstore", "KS-1042", "jan@example.com", "pl", "payment=cash-on-delivery")
                .of(priced(Line.of("978-83-01", "Atlas ptaków", 2), "39.90 PLN"))
                .begins(days(3))
                .then(days(2), "release", "staff")
                .then(days(1), "ship", "staff", "tracking-number=620512345678", "carrier=inpost");
        order("bookstore", "KS-1043", "ewa@example.com", "pl", "payment=prepaid")
                .of(priced(Line.of("978-83-03", "Listy z północy", 1), "34.90 PLN"))
                .begins(Duration.ofHours(2));
    }

    private void bookstoreItems() {
        order("bookstore-items", "KS-2041", "adam@example.com", "pl", "payment=prepaid")
                .of(
                        priced(Line.of("978-83-01", "Atlas ptaków", 1), "39.90 PLN"),
                        priced(Line.of("978-83-03", "Listy z północy", 2), "34.90 PLN"))
                .begins(days(4))
                .then(days(4).minusMinutes(3), "pay", "platform", "amount=109.70 PLN")
                .then(days(3), "release", "staff")
                .some(
                        days(2),
                        "ship",
                        "staff",
                        LineQuantity.of("1", 1),
                        "tracking-number=620512345679",
                        "carrier=inpost")
                .some(days(1), "cancel", "staff", LineQuantity.of("2", 1), "reason=Wyczerpany nakład");
    }

    private void ipStore() {
        order("ip-store", "IP-5001", "eleni@example.com", "el", "delivery=carrier")
                .of(priced(Line.of("CAM-4K", "Κάμερα 4K", 2), "129.00 EUR"))
                .begins(days(3))
                .then(days(3).minusHours(1), "start", "staff")
                .then(days(2), "gather", "staff", "payment-arranged=yes", "details-verified=yes", "stock-confirmed=yes")
                .then(days(1), "prepare", "staff")
                .then(Duration.ofHours(5), "hand-over", "staff", "tracking-number=7301234567", "carrier=acs");
        order("ip-store", "IP-5002", "nikos@example.com", "el", "delivery=store-pickup")
                .of(priced(Line.of("NVR-8", "Καταγραφικό 8 καναλιών", 1), "219.00 EUR"))
                .begins(days(1))
                .then(Duration.ofHours(20), "start", "staff");
    }

    private void marketplaceSeller() {
        order("marketplace-seller", "BG-7001", "mila@example.com", "bg", "preparation-days=3", "delivery-days=5")
                .of(priced(Line.of("MUG-1", "Керамична чаша", 4), "6.50 EUR"))
                .begins(days(6))
                .then(days(6).minusMinutes(5), "confirm-payment", "platform")
                .then(days(5), "process", "seller")
                .then(
                        days(4),
                        "ship",
                        "seller",
                        "tracking-number=1051234567890",
                        "carrier=econt",
                        "warranty-card=yes",
                        "invoice-or-receipt=yes",
                        "return-form=yes");
    }

    private void marketplaceSellerItems() {
        order("marketplace-seller-items", "BG-8001", "radka@example.com", "bg")
                .of(priced(Line.of("MUG-1", "Керамична чаша", 4), "6.50 EUR"))
                .begins(days(9))
                .then(days(9).minusMinutes(5), "confirm-payment", "platform")
                .then(days(8), "process", "seller")
                .then(days(7), "ship", "seller", "tracking-number=1051234567891", "carrier=econt")
                .then(days(4), "complete", "seller")
                .some(days(3), "refund", "seller", cups(1), "note=Счупена", "resolution=money-returned")
                .some(days(2), "refund", "seller", cups(1), "note=Пукната", "resolution=goods-exchanged");
    }

    private static LineQuantity cups(int number) {
        return LineQuantity.of("1", number);
    }

    private void marketplaceAcceptance() {
        order("marketplace-acceptance", "MA-3001", "ola@example.com", "pl", "payment=online")
                .of(priced(Line.of("KB-7", "Klawiatura bezprzewodowa", 1), "149.00 PLN"))
                .begins(days(9))
                .then(days(9).minusHours(1), "accept", "seller")
                .then(days(8), "confirm-debit", "platform")
                .then(days(7), "attach-waybill", "seller", "tracking-number=0000123456789U", "carrier=dpd")
                .then(days(7).minusHours(2), "ship", "seller")
                .then(days(5), "receive", "carrier");
        order("marketplace-acceptance", "MA-3002", "piotr@example.com", "pl", "payment=cash-on-delivery")
                .of(priced(Line.of("LAMP-2", "Lampka nocna", 1), "59.90 PLN"))
                .begins(Duration.ofHours(30));
    }

    private void marketplaceAcceptanceItems() {
        order("marketplace-acceptance-items", "MA-4001", "kasia@example.com", "pl", "payment=online")
                .of(
                        priced(Line.of("LAMP-2", "Lampka nocna", 2), "59.90 PLN"),
                        priced(Line.of("BULB-1", "Żarówka LED", 1), "19.00 PLN"))
                .begins(days(8))
                .some(days(8).minusHours(1), "refuse", "seller", LineQuantity.of("2", 1), "reason=Brak w magazynie")
                .then(days(8).minusHours(1), "accept", "seller")
                .then(days(7), "confirm-debit", "platform", "amount=119.80 PLN")
                .then(days(6), "ship", "seller", "tracking-number=0000123456790U", "carrier=dpd")
                .then(days(4), "receive", "carrier");
    }

    private void pickupPoint() {
        order("pickup-point", "RU-9001", "darya@example.com", "ru", "delivery=pickup")
                .of(priced(Line.of("BOOT-42", "Ботинки зимние, 42", 1), "5990 RUB"))
                .begins(days(3))
                .then(days(3).minusMinutes(4), "pay", "platform")
                .then(days(1), "arrive", "staff");
        order("pickup-point", "RU-9002", "oleg@example.com", "ru", "delivery=courier")
                .of(priced(Line.of("TEA-1", "Чайник электрический", 1), "2490 RUB"))
                .begins(Duration.ofHours(6))
                .then(Duration.ofHours(5), "pay", "platform");
    }

    private void pickupPointItems() {
        order("pickup-point-items", "RU-9101", "irina@example.com", "ru", "delivery=pickup")
                .of(
                        priced(Line.of("TEA-1", "Чайник электрический", 1), "2490 RUB"),
                        priced(Line.of("CUP-2", "Чашка", 2), "390 RUB"))
                .begins(days(3))
                .then(days(3).minusMinutes(4), "pay", "platform", "amount=3270 RUB")
                .then(days(2), "arrive", "staff")
                .some(days(1), "issue", "staff", LineQuantity.of("1", 1), "order-number=RU-9101");
    }

    private static Line priced(Line line, String price) {
        return line.withPrice(Money.parse(price));
    }

    private static Duration days(int number) {
        return Duration.ofDays(number);
    }

    private Story order(String workflow, String number, String email, String language, String... data) {
        examples.add(new LookupPage.Example(workflow, number, email));
        Request request = Request.of("place", Actor.of("customer"))
                .withCustomer(Customer.of(email).withLanguage(language));
        return new Story(workflow, number, with(request, data));
    }

    private static Request with(Request request, String... data) {
        Request filled = request;
        for (String value : data) {
            int equals = value.indexOf('=');
            filled = filled.with(value.substring(0, equals), value.substring(equals + 1));
        }
        return filled;
    }

    /** What happened to one order, each step so long ago. */
    private final class Story {

        private final String workflow;
        private final String number;
        private Request placement;
        private boolean isThere;

        Story(String workflow, String number, Request placement) {
            this.workflow = workflow;
            this.number = number;
            this.placement = placement;
        }

        Story of(Line... lines) {
            placement = placement.withLines(lines);
            return this;
        }

        Story begins(Duration ago) {
            isThere = orders.find(number).isPresent();
            if (!isThere) {
                require(orders.place(number, workflow, placement.withTime(now.minus(ago))));
            }
            return this;
        }

        Story then(Duration ago, String event, String role, String... data) {
            return fire(ago, with(Request.of(event, Actor.of(role)), data));
        }

        /** The same for some units of a line only. */
        Story some(Duration ago, String event, String role, LineQuantity units, String... data) {
            return fire(ago, with(Request.of(event, Actor.of(role)), data).withItems(units));
        }

        private Story fire(Duration ago, Request request) {
            if (!isThere) {
                require(orders.fire(number, request.withTime(now.minus(ago))));
            }
            return this;
        }

        Story says(Duration ago, String role, String text) {
            if (!isThere) {
                orders.comment(number, CommentRequest.of(Actor.of(role), text).withTime(now.minus(ago)));
            }
            return this;
        }

        private void require(Decision decision) {
            if (decision instanceof Rejected refusal) {
                throw new IllegalStateException("order " + number + " of the demonstration: " + refusal.reasons());
            }
        }
    }
}
