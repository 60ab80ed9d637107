package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.Presets;
import dev.orderly.order.Line;
import dev.orderly.workflow.Money;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ways of the {@code pickup-point-items} preset, whose orders are a kettle, line 1, and two cups, line 2. */
class PickupPointItemsTest {

    private static final LineQuantity KETTLE = LineQuantity.of("1", 1);
    private static final LineQuantity ONE_CUP = LineQuantity.of("2", 1);
    private static final LineQuantity BOTH_CUPS = LineQuantity.of("2", 2);

    @Test
    void an_order_is_handed_out_whole() {
        OrderWalk walk = issue(ready());

        assertThat(walk.status()).isEqualTo("issued");
        assertThat(walk.order().deadline()).isNull();
    }

    @Test
    void part_is_handed_out_and_the_rest_turned_down() {
        OrderWalk walk = issue(ready().naming(KETTLE));
        assertThat(walk.status()).isEqualTo("ready");

        walk.naming().go("refuse", "customer", "reason", "wrong colour");

        assertThat(walk.status()).isEqualTo("issued");
        assertThat(units(walk, "1")).isEqualTo(Map.of("issued", 1));
        assertThat(units(walk, "2")).isEqualTo(Map.of("returned", 2));
    }

    @Test
    void part_is_turned_down_first_and_the_rest_handed_out() {
        assertThat(issue(ready().naming(ONE_CUP).go("refuse", "staff").naming()).status())
                .isEqualTo("issued");
    }

    @Test
    void what_is_kept_waits_until_the_last_day_of_all() {
        OrderWalk walk =
                issue(ready().naming(KETTLE).at("2026-03-05T09:00:00Z")).naming();
        walk.at("2026-03-08T09:00:00Z").go("remind", "system");
        assertThat(walk.no("expire", "system").code()).isEqualTo(Reason.TOO_EARLY);

        walk.at("2026-03-09T09:00:00Z").go("expire", "system");

        assertThat(walk.status()).isEqualTo("issued");
        assertThat(units(walk, "2")).isEqualTo(Map.of("cancelled", 2));
    }

    @Test
    void what_is_kept_is_fetched_another_day() {
        OrderWalk walk = issue(ready().naming(KETTLE));

        assertThat(issue(walk.at("2026-03-04T09:00:00Z").naming()).status()).isEqualTo("issued");
        assertThat(walk.no("issue", "staff", "order-number", OrderWalk.NUMBER).code())
                .isEqualTo(Reason.NOT_IN_STATUS);
    }

    @Test
    void nothing_is_handed_out_twice_or_without_the_number() {
        OrderWalk walk = issue(ready().naming(ONE_CUP));

        assertThat(walk.naming(BOTH_CUPS)
                        .no("issue", "staff", "order-number", OrderWalk.NUMBER)
                        .code())
                .isEqualTo(Reason.NOT_SO_MANY);
        assertThat(walk.naming(KETTLE).no("issue", "staff").code()).isEqualTo(Reason.DATA_MISSING);
        assertThat(walk.no("issue", "staff", "order-number", "A-2").code()).isEqualTo(Reason.CONDITION_NOT_MET);
    }

    @Test
    void an_order_that_nobody_fetches_is_cancelled() {
        assertThat(ready().at("2026-03-09T09:00:00Z").go("expire", "system").status())
                .isEqualTo("cancelled");
    }

    @Test
    void an_order_that_is_turned_down_whole_is_returned() {
        assertThat(ready().go("refuse", "customer").status()).isEqualTo("returned");
    }

    @Test
    void of_what_was_turned_down_and_not_fetched_nothing_was_handed_out() {
        OrderWalk walk = ready().naming(KETTLE).go("refuse", "customer");

        assertThat(walk.naming()
                        .at("2026-03-09T09:00:00Z")
                        .go("expire", "system")
                        .status())
                .isEqualTo("returned");
    }

    @Test
    void single_goods_are_cancelled_before_they_are_sent_and_all_of_them_with_the_order() {
        OrderWalk walk = paid("pickup").naming(ONE_CUP).go("cancel", "customer");
        assertThat(walk.status()).isEqualTo("in-processing");
        assertThat(walk.naming(BOTH_CUPS).no("cancel", "customer").code()).isEqualTo(Reason.NOT_SO_MANY);

        walk.naming().go("cancel", "platform");

        assertThat(walk.status()).isEqualTo("cancelled");
        assertThat(ready().no("cancel", "customer").code()).isEqualTo(Reason.NOT_IN_STATUS);
    }

    @Test
    void goods_that_are_lost_leave_the_others_to_be_handed_out() {
        OrderWalk walk = ready().naming(ONE_CUP);
        assertThat(walk.no("report-lost", "staff").code()).isEqualTo(Reason.DATA_MISSING);
        walk.go("report-lost", "staff", "reason", "broken");
        assertThat(walk.status()).isEqualTo("ready");

        assertThat(issue(walk.naming()).status()).isEqualTo("issued");
        assertThat(units(walk, "2")).isEqualTo(Map.of("issued", 1, "cancelled", 1));
        assertThat(paid("courier")
                        .go("report-lost", "carrier", "reason", "stolen")
                        .status())
                .isEqualTo("cancelled");
    }

    @Test
    void part_is_taken_at_the_door_and_the_rest_turned_down() {
        OrderWalk walk = paid("courier").naming(KETTLE).go("deliver", "carrier");
        assertThat(walk.status()).isEqualTo("in-processing");
        assertThat(walk.naming().no("refuse", "customer").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);

        assertThat(walk.go("refuse", "carrier").status()).isEqualTo("issued");
        assertThat(paid("courier").go("refuse", "carrier").status()).isEqualTo("returned");
    }

    @Test
    void single_goods_come_back_and_the_others_stay_with_the_customer() {
        OrderWalk walk = issue(ready()).go("request-return", "customer", "reason", "chipped");
        assertThat(walk.status()).isEqualTo("returning");
        assertThat(walk.naming(BOTH_CUPS).no("take-back", "customer").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);

        walk.naming(ONE_CUP).go("take-back", "staff");
        assertThat(walk.status()).isEqualTo("issued");
        assertThat(units(walk, "2")).isEqualTo(Map.of("issued", 1, "returned", 1));
        assertThat(walk.naming(BOTH_CUPS).no("take-back", "staff").code()).isEqualTo(Reason.NOT_SO_MANY);

        assertThat(walk.naming().go("take-back", "staff").status()).isEqualTo("returned");
        assertThat(walk.order().done()).isTrue();
    }

    @Test
    void a_return_of_everything_that_was_asked_for_ends_the_order() {
        OrderWalk walk = issue(ready())
                .go("request-return", "customer", "reason", "changed my mind")
                .go("take-back", "staff");

        assertThat(walk.status()).isEqualTo("returned");
    }

    @Test
    void no_more_money_goes_back_than_came_in() {
        OrderWalk walk = issue(ready()).naming(ONE_CUP).go("take-back", "staff").naming();

        walk.go("refund", "platform", "amount", "500 RUB");
        assertThat(walk.no("refund", "platform", "amount", "2500.01 RUB").code())
                .isEqualTo(Reason.OUT_OF_BOUNDS);
        assertThat(walk.no("refund", "staff", "amount", "1 RUB").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
        walk.go("refund", "platform", "amount", "2500 RUB");
        assertThat(walk.order().field("refunded")).isEqualTo(Money.parse("3000 RUB"));
    }

    @Test
    void money_for_a_cancelled_order_is_recorded_and_goes_back() {
        OrderWalk walk = placed("pickup").go("cancel", "customer").go("pay", "platform", "amount", "3000 RUB");

        walk.go("refund", "platform", "amount", "3000 RUB");

        assertThat(walk.status()).isEqualTo("cancelled");
        assertThat(walk.no("refund", "platform", "amount", "1 RUB").code()).isEqualTo(Reason.OUT_OF_BOUNDS);
    }

    private static OrderWalk issue(OrderWalk walk) {
        return walk.go("issue", "staff", "order-number", OrderWalk.NUMBER);
    }

    private static Map<String, Integer> units(OrderWalk walk, String line) {
        return walk.order().items().of(line);
    }

    private static OrderWalk placed(String delivery) {
        return OrderWalk.of(Presets.pickupPointItems())
                .ordering(Line.of("K", "Kettle", 1), Line.of("C", "Cup", 2))
                .place("customer", "delivery", delivery);
    }

    private static OrderWalk paid(String delivery) {
        return placed(delivery).go("pay", "platform", "amount", "3000 RUB");
    }

    private static OrderWalk ready() {
        return paid("pickup").go("arrive", "staff");
    }
}
