package dev.orderly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.order.Actor;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom each preset tells of what. */
class PresetPromisesTest {

    private final SettableClock clock = new SettableClock();

    /** An order of a preset, whose messages are written down as "event: role by channel". */
    private final class Notified {

        private final InMemoryOrderStore store = new InMemoryOrderStore();
        private final Orders orders;
        private final List<String> notified = new ArrayList<>();

        Notified(Workflow workflow) {
            orders = Orders.builder(store)
                    .workflow(workflow)
                    .clock(clock)
                    .listener((order, entry) -> store.outbox().pending("A-1").stream()
                            .filter(d -> d.message().sequence() == entry.sequence())
                            .forEach(d -> notified.add(((TransitionEntry) entry).event() + ": "
                                    + d.message().to() + " by " + d.message().channel())))
                    .build();
        }

        Notified place(Object... data) {
            OrdersFixture.accepted(orders.place("A-1", request("place", "customer", data)));
            return this;
        }

        Notified fire(String event, String role, Object... data) {
            OrdersFixture.accepted(orders.fire("A-1", request(event, role, data)));
            return this;
        }

        Notified open(String type, Object... data) {
            OrdersFixture.accepted(orders.openCase("A-1", type, request("open", "customer", data)));
            return this;
        }

        Notified fireCase(String event, String role, Object... data) {
            OrdersFixture.accepted(orders.fireCase("A-1", 1, request(event, role, data)));
            return this;
        }

        Notified mute() {
            orders.mute("A-1", Actor.of("customer"), true);
            return this;
        }

        Notified later(int days) {
            for (int day = 0; day < days; day++) {
                clock.days(1);
                orders.sweep();
                orders.sweep();
            }
            return this;
        }

        private Request request(String event, String role, Object... data) {
            Request request = Request.of(event, Actor.of(role));
            for (int i = 0; i < data.length; i += 2) {
                request = request.with((String) data[i], data[i + 1]);
            }
            return request;
        }
    }

    @Test
    void the_bookstore_confirms_the_order_and_tells_when_it_is_sent() {
        Notified order = new Notified(Presets.bookstore())
                .place("payment", "prepaid")
                .fire("pay", "platform")
                .fire("release", "staff")
                .fire("attach-waybill", "staff", "tracking-number", "1")
                .fire("ship", "staff")
                .fire("deliver", "carrier");

        assertThat(order.notified).containsExactly("place: customer by mail", "ship: customer by mail");
    }

    @Test
    void the_bookstore_tells_what_becomes_of_a_parcel_that_does_not_arrive() {
        Notified order = new Notified(Presets.bookstore())
                .place("payment", "prepaid")
                .fire("pay", "platform")
                .fire("release", "staff")
                .fire("ship", "staff", "tracking-number", "1")
                .fire("undo-ship", "staff", "reason", "another order")
                .fire("ship", "staff")
                .fire("report-lost", "carrier")
                .fire("send-again", "staff", "tracking-number", "2")
                .fire("return-to-sender", "carrier")
                .fire("take-back", "staff")
                .fire("cancel", "staff", "reason", "the address does not exist")
                .fire("refund", "staff");

        assertThat(order.notified)
                .containsExactly(
                        "place: customer by mail",
                        "ship: customer by mail",
                        "undo-ship: customer by mail",
                        "ship: customer by mail",
                        "report-lost: customer by mail",
                        "send-again: customer by mail",
                        "take-back: customer by mail",
                        "cancel: customer by mail",
                        "refund: customer by mail");
    }

    @Test
    void the_staff_hear_of_money_for_a_cancelled_order() {
        Notified bookstore = new Notified(Presets.bookstore())
                .place("payment", "prepaid")
                .fire("cancel", "customer")
                .fire("pay", "platform");
        Notified pickup = new Notified(Presets.pickupPoint())
                .place("delivery", "pickup")
                .fire("cancel", "customer")
                .fire("pay", "platform");

        assertThat(bookstore.notified).containsExactly("place: customer by mail", "pay: staff by mail");
        assertThat(pickup.notified).containsExactly("pay: staff by mail");
    }

    @Test
    void the_ip_store_sends_a_mail_at_every_stage() {
        Notified order = new Notified(Presets.ipStore())
                .place("delivery", "carrier")
                .fire("start", "staff")
                .fire("gather", "staff", "payment-arranged", true, "details-verified", true, "stock-confirmed", true)
                .fire("prepare", "staff")
                .fire("hand-over", "staff", "tracking-number", "1")
                .fire("receive", "customer");

        assertThat(order.notified)
                .containsExactly(
                        "place: customer by mail",
                        "start: customer by mail",
                        "gather: customer by mail",
                        "prepare: customer by mail",
                        "hand-over: customer by mail",
                        "receive: customer by mail");
    }

    @Test
    void the_ip_stores_staff_is_told_of_a_rating() {
        Notified order = new Notified(Presets.ipStore())
                .place("delivery", "store-pickup", "store", "Αθήνα")
                .fire("start", "staff", "payment-arranged", true, "details-verified", true, "stock-confirmed", true)
                .fire("gather", "staff")
                .fire("prepare", "staff")
                .fire("make-ready", "staff")
                .fire("receive", "customer")
                .fire("rate", "customer", "rating", 5);

        assertThat(order.notified).endsWith("receive: customer by mail", "rate: staff by mail");
    }

    @Test
    void a_return_is_told_of_at_each_step_and_holds_the_pay_out_back() {
        Notified order = new Notified(Presets.marketplaceAcceptance())
                .place("payment", "cash-on-delivery")
                .fire("accept", "seller")
                .fire("ship", "seller", "tracking-number", "1")
                .fire("receive", "carrier")
                .open("return", "products", "lamp")
                .fireCase("accept", "seller")
                .fireCase("send-back", "customer")
                .fireCase("arrive", "seller")
                .later(15)
                .fireCase("refund", "seller")
                .later(1);

        assertThat(order.notified)
                .containsSubsequence(
                        "receive: customer by mail",
                        "open: seller by mail",
                        "accept: customer by mail",
                        "send-back: seller by mail",
                        "arrive: customer by mail",
                        "refund: customer by mail",
                        "refund: seller by mail",
                        "close: seller by mail");
    }

    @Test
    void the_ip_store_is_silent_once_notifications_are_off() {
        Notified order = new Notified(Presets.ipStore())
                .place("delivery", "carrier")
                .mute()
                .fire("start", "staff");

        assertThat(order.notified).containsExactly("place: customer by mail");
    }

    @Test
    void a_marketplaces_seller_is_told_of_the_payment_and_once_of_each_time_that_is_over() {
        Notified order = new Notified(Presets.marketplaceSeller())
                .place("preparation-days", 2, "delivery-days", 3)
                .mute()
                .fire("confirm-payment", "platform")
                .later(4)
                .fire("process", "seller")
                .later(2)
                .fire("ship", "seller", "tracking-number", "1")
                .later(10)
                .fire("complete", "seller");

        assertThat(order.notified)
                .containsExactly(
                        "place: customer by mail",
                        "confirm-payment: seller by mail",
                        "remind-to-ship: seller by mail",
                        "remind-to-deliver: seller by mail");
    }

    @Test
    void a_marketplaces_customer_hears_of_each_stage() {
        Notified order = new Notified(Presets.marketplaceSeller())
                .place()
                .fire("confirm-payment", "platform")
                .fire("process", "seller")
                .fire("ship", "seller", "tracking-number", "1")
                .fire("complete", "seller")
                .fire("refund", "seller", "note", "came broken", "resolution", "money-returned");

        assertThat(order.notified)
                .containsExactly(
                        "place: customer by mail",
                        "confirm-payment: customer by mail",
                        "confirm-payment: seller by mail",
                        "process: customer by mail",
                        "ship: customer by mail",
                        "complete: customer by mail",
                        "refund: customer by mail");
    }

    @Test
    void late_money_is_told_to_the_platform_and_to_the_customer() {
        Notified order = new Notified(Presets.marketplaceSeller())
                .place()
                .fire("cancel", "customer")
                .fire("record-late-payment", "platform", "amount", "10 EUR")
                .fire("pay-back", "platform", "amount", "10 EUR");

        assertThat(order.notified)
                .endsWith(
                        "cancel: customer by mail",
                        "record-late-payment: platform by mail",
                        "record-late-payment: customer by mail",
                        "pay-back: customer by mail");
    }

    @Test
    void a_marketplaces_seller_who_is_in_time_is_not_reminded() {
        Notified order = new Notified(Presets.marketplaceSeller())
                .place("preparation-days", 2, "delivery-days", 3)
                .fire("confirm-payment", "platform")
                .later(1)
                .fire("process", "seller")
                .fire("ship", "seller", "tracking-number", "1")
                .later(2)
                .fire("complete", "seller")
                .later(10);

        assertThat(order.notified)
                .filteredOn(note -> note.contains("seller"))
                .containsExactly("confirm-payment: seller by mail");
    }

    @Test
    void an_order_without_stated_times_is_never_reminded_of() {
        Notified order = new Notified(Presets.marketplaceSeller())
                .place()
                .fire("confirm-payment", "platform")
                .later(100);

        assertThat(order.notified)
                .filteredOn(note -> note.contains("seller"))
                .containsExactly("confirm-payment: seller by mail");
    }

    @Test
    void a_seller_is_warned_a_day_before_the_time_to_accept_is_over() {
        Notified order = new Notified(Presets.marketplaceAcceptance())
                .place("payment", "online")
                .later(4);

        assertThat(order.notified)
                .containsExactly(
                        "place: customer by mail",
                        "place: seller by mail",
                        "remind-to-accept: seller by mail",
                        "expire-acceptance: customer by mail",
                        "expire-acceptance: seller by mail");
    }

    @Test
    void a_seller_who_ships_late_is_reminded_once() {
        Notified order = new Notified(Presets.marketplaceAcceptance())
                .place("payment", "cash-on-delivery")
                .fire("accept", "seller")
                .later(8)
                .fire("attach-waybill", "seller", "tracking-number", "1")
                .fire("ship", "seller");

        assertThat(order.notified)
                .containsExactly(
                        "place: customer by mail",
                        "place: seller by mail",
                        "accept: customer by mail",
                        "remind-to-ship: seller by mail",
                        "ship: customer by mail");
    }

    @Test
    void a_pickup_point_sends_the_number_by_sms_even_to_who_turned_notifications_off() {
        Notified order = new Notified(Presets.pickupPoint())
                .place("delivery", "pickup")
                .mute()
                .fire("pay", "platform")
                .fire("arrive", "staff");

        assertThat(order.notified).containsExactly("arrive: customer by sms");
    }

    @Test
    void a_pickup_point_tells_of_the_payment_the_last_day_and_the_end_of_the_storage() {
        Notified order = new Notified(Presets.pickupPoint())
                .place("delivery", "pickup")
                .fire("pay", "platform")
                .fire("arrive", "staff")
                .later(10)
                .fire("refund", "platform");

        assertThat(order.notified)
                .containsExactly(
                        "pay: customer by sms",
                        "arrive: customer by sms",
                        "remind: customer by sms",
                        "expire: customer by sms",
                        "refund: customer by sms");
    }

    @Test
    void a_pickup_point_takes_back_what_it_said_too_early_even_to_who_turned_notifications_off() {
        Notified order = new Notified(Presets.pickupPoint())
                .place("delivery", "pickup")
                .mute()
                .fire("pay", "platform")
                .fire("arrive", "staff")
                .fire("undo-arrive", "staff", "reason", "another parcel");

        assertThat(order.notified).containsExactly("arrive: customer by sms", "undo-arrive: customer by sms");
    }
}
