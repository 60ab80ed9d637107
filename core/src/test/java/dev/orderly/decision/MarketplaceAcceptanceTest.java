package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.Presets;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Deadline;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The ways of the {@code marketplace-acceptance} preset, and what it refuses. */
class MarketplaceAcceptanceTest {

    @Test
    void an_order_paid_online_is_accepted_debited_shipped_received_and_closed() {
        OrderWalk walk = placed("online")
                .go("accept", "seller")
                .go("confirm-debit", "platform")
                .go("attach-waybill", "seller", "tracking-number", "1")
                .go("ship", "seller")
                .go("receive", "carrier")
                .later("PT336H")
                .go("close", "system");

        assertThat(walk.steps())
                .containsExactly(
                        "place: waiting-acceptance",
                        "accept: waiting-debit",
                        "confirm-debit: shipping",
                        "attach-waybill: shipping",
                        "ship: shipped",
                        "receive: received",
                        "close: closed");
    }

    @Test
    void cash_on_delivery_skips_the_debit() {
        assertThat(placed("cash-on-delivery").go("accept", "seller").status()).isEqualTo("shipping");
    }

    @Test
    void a_seller_refuses_with_a_reason_only() {
        assertThat(placed("online").no("refuse", "seller").code()).isEqualTo(Reason.DATA_MISSING);
        assertThat(placed("online").go("refuse", "seller", "reason", "sold out").status())
                .isEqualTo("refused");
    }

    @Test
    void an_acceptance_does_not_expire_before_three_days() {
        OrderWalk walk = placed("online").at("2026-03-05T08:59:59Z");

        assertThat(walk.explain(walk.no("expire-acceptance", "system")))
                .isEqualTo("“Time to accept is over” is not possible before 2026-03-05 10:00.");
    }

    @Test
    void an_acceptance_expires_at_three_days() {
        assertThat(placed("online")
                        .at("2026-03-05T09:00:00Z")
                        .go("expire-acceptance", "system")
                        .status())
                .isEqualTo("refused");
    }

    @Test
    void nobody_but_the_system_lets_an_acceptance_expire() {
        assertThat(placed("online")
                        .at("2026-03-05T09:00:00Z")
                        .no("expire-acceptance", "seller")
                        .code())
                .isEqualTo(Reason.ROLE_NOT_ALLOWED);
    }

    @Test
    void a_debit_expires_after_ten_days() {
        OrderWalk walk = placed("online").go("accept", "seller");

        assertThat(walk.order().deadline())
                .isEqualTo(new Deadline(Instant.parse("2026-03-12T09:00:00Z"), "expire-debit", null));
        assertThat(walk.at("2026-03-12T08:59:59Z").no("expire-debit", "system").code())
                .isEqualTo(Reason.TOO_EARLY);
        assertThat(walk.at("2026-03-12T09:00:00Z").go("expire-debit", "system").status())
                .isEqualTo("canceled");
    }

    @Test
    void nothing_is_shipped_without_a_waybill() {
        assertThat(placed("cash-on-delivery")
                        .go("accept", "seller")
                        .no("ship", "seller")
                        .code())
                .isEqualTo(Reason.DATA_MISSING);
    }

    @Test
    void the_platform_cancels_with_a_reason_before_the_shipment() {
        OrderWalk walk = placed("cash-on-delivery").go("accept", "seller");

        assertThat(walk.no("cancel", "seller", "reason", "no").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
        assertThat(walk.go("cancel", "platform", "reason", "fraud").status()).isEqualTo("canceled");
    }

    @Test
    void a_shipped_order_can_be_refunded() {
        assertThat(shipped().go("refund", "seller", "reason", "lost").status()).isEqualTo("refunded");
    }

    @Test
    void a_received_order_can_be_refunded_with_a_reason_only() {
        assertThat(received().no("refund", "platform").code()).isEqualTo(Reason.DATA_MISSING);
        assertThat(received().go("refund", "platform", "reason", "faulty").status())
                .isEqualTo("refunded");
    }

    @Test
    void a_received_order_is_not_closed_before_14_days() {
        assertThat(received().at("2026-03-16T08:59:59Z").no("close", "system").code())
                .isEqualTo(Reason.TOO_EARLY);
    }

    @Test
    void an_open_incident_stops_the_closing() {
        OrderWalk walk =
                received().open("incident", "customer", "reason", "scratched").later("PT336H");

        assertThat(walk.explain(walk.no("close", "system"))).isEqualTo("A case on the order is still open.");
        assertThat(walk.order().deadline()).isNull();
    }

    @Test
    void a_closed_incident_lets_the_order_be_closed() {
        OrderWalk walk = received()
                .open("incident", "customer", "reason", "scratched", "kind", "problematic")
                .goCase(1, "answer", "seller", "answer", "Sorry!")
                .goCase(1, "close", "customer")
                .later("PT336H");

        assertThat(Objects.requireNonNull(walk.order().deadline()).event()).isEqualTo("close");
        assertThat(walk.go("close", "system").status()).isEqualTo("closed");
    }

    @Test
    void a_refunded_incident_is_closed_as_well() {
        OrderWalk walk = received()
                .open("incident", "customer", "reason", "scratched")
                .goCase(1, "answer", "seller")
                .goCase(1, "refund", "platform");

        assertThat(walk.order().hasOpenCase()).isFalse();
    }

    @Test
    void an_incident_is_answered_before_it_is_closed() {
        assertThat(received()
                        .open("incident", "customer", "reason", "scratched")
                        .noCase(1, "close", "customer")
                        .code())
                .isEqualTo(Reason.NOT_IN_STATUS);
    }

    @Test
    void an_incident_is_due_in_24_hours() {
        assertThat(received()
                        .open("incident", "customer", "reason", "scratched")
                        .order()
                        .overdueAt())
                .isEqualTo(Instant.parse("2026-03-03T09:00:00Z"));
    }

    @Test
    void an_answered_incident_is_due_seven_business_days_after_it_was_opened() {
        assertThat(received()
                        .open("incident", "customer", "reason", "scratched")
                        .later("PT5H")
                        .goCase(1, "answer", "seller")
                        .order()
                        .overdueAt())
                .isEqualTo(Instant.parse("2026-03-11T09:00:00Z"));
    }

    @Test
    void a_purchase_is_rated_once_from_one_to_five() {
        OrderWalk walk = received();

        assertThat(walk.explain(walk.no("rate", "customer", "rating", 6)))
                .isEqualTo("Rating from 1 to 5: 6 is more than 5.");
        assertThat(walk.go("rate", "customer", "rating", 5, "review", "Quick.")
                        .no("rate", "customer", "rating", 1)
                        .code())
                .isEqualTo(Reason.ALREADY_DONE);
    }

    @Test
    void a_closed_order_can_still_be_rated() {
        assertThat(received()
                        .later("PT336H")
                        .go("close", "system")
                        .go("rate", "customer", "rating", 4)
                        .status())
                .isEqualTo("closed");
    }

    @Test
    void an_order_is_not_rated_before_it_is_received() {
        assertThat(shipped().no("rate", "customer", "rating", 5).code()).isEqualTo(Reason.NOT_IN_STATUS);
    }

    @Test
    void a_return_is_accepted_sent_back_checked_and_refunded() {
        OrderWalk walk = returning()
                .goCase(1, "accept", "seller", "answer", "ul. Polna 1")
                .goCase(1, "send-back", "customer", "tracking-number", "R-1")
                .goCase(1, "arrive", "seller");

        assertThat(walk.noCase(1, "refund", "customer").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
        assertThat(walk.goCase(1, "refund", "seller").caseStatus(1)).isEqualTo("refunded");
        assertThat(walk.order().hasOpenCase()).isFalse();
    }

    @Test
    void a_return_is_refused_with_an_answer_only() {
        assertThat(returning().noCase(1, "refuse", "seller").code()).isEqualTo(Reason.DATA_MISSING);
        assertThat(returning()
                        .goCase(1, "refuse", "seller", "answer", "unsealed")
                        .caseStatus(1))
                .isEqualTo("refused");
        assertThat(returning()
                        .goCase(1, "accept", "seller")
                        .goCase(1, "arrive", "platform")
                        .goCase(1, "refuse", "platform", "answer", "not ours")
                        .caseStatus(1))
                .isEqualTo("refused");
    }

    @Test
    void nothing_is_refunded_that_has_not_arrived() {
        OrderWalk walk = returning().goCase(1, "accept", "seller");

        assertThat(walk.noCase(1, "refund", "seller").code()).isEqualTo(Reason.NOT_IN_STATUS);
    }

    @Test
    void a_return_is_withdrawn_until_it_is_sent_back() {
        assertThat(returning().goCase(1, "withdraw", "customer").caseStatus(1)).isEqualTo("withdrawn");
        assertThat(returning()
                        .goCase(1, "accept", "seller")
                        .goCase(1, "send-back", "customer")
                        .noCase(1, "withdraw", "customer")
                        .code())
                .isEqualTo(Reason.NOT_IN_STATUS);
    }

    @Test
    void a_return_that_is_not_sent_back_lapses_after_14_days() {
        OrderWalk walk = returning().goCase(1, "accept", "seller");

        assertThat(walk.order().deadline())
                .isEqualTo(new Deadline(Instant.parse("2026-03-16T09:00:00Z"), "lapse", new CaseRef(1, "return")));
        assertThat(walk.at("2026-03-16T08:59:59Z").noCase(1, "lapse", "system").code())
                .isEqualTo(Reason.TOO_EARLY);
        assertThat(walk.at("2026-03-16T09:00:00Z").goCase(1, "lapse", "system").caseStatus(1))
                .isEqualTo("withdrawn");
    }

    @Test
    void a_return_is_asked_for_by_the_customer_for_14_days_from_the_receipt() {
        assertThat(received().notOpened("return", "seller", "products", "lamp").code())
                .isEqualTo(Reason.ROLE_NOT_ALLOWED);
        assertThat(received().notOpened("return", "customer").code()).isEqualTo(Reason.DATA_MISSING);
        assertThat(shipped().notOpened("return", "customer", "products", "lamp").code())
                .isEqualTo(Reason.NOT_IN_STATUS);
        assertThat(received()
                        .later("PT336H")
                        .open("return", "customer", "products", "lamp")
                        .caseStatus(1))
                .isEqualTo("asked");
        assertThat(received()
                        .later("PT336H1S")
                        .notOpened("return", "customer", "products", "lamp")
                        .code())
                .isEqualTo(Reason.TOO_LATE);
    }

    @Test
    void an_open_return_stops_the_closing_and_one_that_is_settled_does_not() {
        OrderWalk walk = returning()
                .goCase(1, "accept", "seller")
                .goCase(1, "arrive", "seller")
                .later("PT336H");

        assertThat(walk.no("close", "system").code()).isEqualTo(Reason.CASE_OPEN);
        assertThat(walk.goCase(1, "refuse", "seller", "answer", "worn")
                        .go("close", "system")
                        .status())
                .isEqualTo("closed");
    }

    @Test
    void late_money_on_a_dead_order_is_recorded_and_paid_back_but_never_more() {
        OrderWalk walk = placed("online").go("accept", "seller").later("PT240H").go("expire-debit", "system");

        assertThat(walk.no("confirm-debit", "platform").code()).isEqualTo(Reason.NOT_IN_STATUS);
        assertThat(walk.no("pay-back", "platform", "amount", "1 PLN").code()).isEqualTo(Reason.OUT_OF_BOUNDS);
        assertThat(walk.no("record-late-payment", "seller", "amount", "119 PLN").code())
                .isEqualTo(Reason.ROLE_NOT_ALLOWED);
        walk.go("record-late-payment", "platform", "amount", "119 PLN");
        assertThat(walk.no("pay-back", "platform", "amount", "119.01 PLN").code())
                .isEqualTo(Reason.OUT_OF_BOUNDS);
        assertThat(walk.no("pay-back", "platform", "amount", "119 EUR").code()).isEqualTo(Reason.DATA_INVALID);
        assertThat(walk.go("pay-back", "platform", "amount", "119 PLN").status())
                .isEqualTo("canceled");
    }

    @Test
    void no_late_payment_is_recorded_on_an_order_that_goes_on() {
        assertThat(received()
                        .no("record-late-payment", "platform", "amount", "1 PLN")
                        .code())
                .isEqualTo(Reason.NOT_IN_STATUS);
    }

    private static OrderWalk returning() {
        return received().open("return", "customer", "products", "lamp", "reason", "too bright");
    }

    private static OrderWalk placed(String payment) {
        return OrderWalk.of(Presets.marketplaceAcceptance()).place("customer", "payment", payment);
    }

    private static OrderWalk shipped() {
        return placed("cash-on-delivery").go("accept", "seller").go("ship", "seller", "tracking-number", "1");
    }

    private static OrderWalk received() {
        return shipped().go("receive", "platform");
    }
}
