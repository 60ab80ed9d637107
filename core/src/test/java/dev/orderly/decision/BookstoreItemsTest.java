package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.Presets;
import dev.orderly.order.Line;
import dev.orderly.order.Parcel;
import dev.orderly.workflow.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways of the {@code bookstore-items} preset, whose orders are a book of line 1 and two of line 2. */
class BookstoreItemsTest {

    private static final LineQuantity ATLAS = LineQuantity.of("1", 1);
    private static final LineQuantity ONE_CHRONICLE = LineQuantity.of("2", 1);
    private static final LineQuantity BOTH_CHRONICLES = LineQuantity.of("2", 2);

    @Test
    void an_order_that_is_never_split_names_no_books() {
        OrderWalk walk = packed().go("ship", "staff", "tracking-number", "1");
        assertThat(walk.status()).isEqualTo("shipped");

        walk.go("deliver", "carrier");

        assertThat(walk.status()).isEqualTo("delivered");
        assertThat(walk.order().done()).isTrue();
        assertThat(trail(walk)).containsExactly("place", "release", "ship", "all-sent", "deliver", "all-delivered");
    }

    @Test
    void books_go_in_two_parcels_each_with_a_number_and_its_contents() {
        OrderWalk walk = packed().naming(ATLAS).go("ship", "staff", "tracking-number", "1", "carrier", "inpost");
        assertThat(walk.status()).isEqualTo("partly-shipped");
        assertThat(walk.explain(walk.no("ship", "staff"))).isEqualTo("Missing: Tracking number.");

        walk.naming().go("deliver", "carrier");
        assertThat(walk.status()).isEqualTo("partly-shipped");
        walk.go("ship", "staff", "tracking-number", "2");
        assertThat(walk.status()).isEqualTo("shipped");
        walk.go("deliver", "carrier");

        assertThat(walk.status()).isEqualTo("delivered");
        assertThat(walk.order().parcels()).map(Parcel::contents).containsExactly(Map.of("1", 1), Map.of("2", 2));
    }

    @Test
    void no_book_is_sent_twice() {
        OrderWalk walk = packed().naming(ONE_CHRONICLE).go("ship", "staff", "tracking-number", "1");

        assertThat(walk.naming(BOTH_CHRONICLES)
                        .no("ship", "staff", "tracking-number", "2")
                        .code())
                .isEqualTo(Reason.NOT_SO_MANY);
    }

    @Test
    void a_title_that_is_not_out_yet_holds_only_itself_back() {
        OrderWalk walk = OrderWalk.of(Presets.bookstoreItems())
                .ordering(
                        Line.of("A", "Atlas", 1),
                        Line.of("B", "Chronicles", 1).withAvailableFrom(LocalDate.parse("2026-05-31")))
                .place("customer", "payment", "cash-on-delivery")
                .go("release", "staff");

        assertThat(walk.no("ship", "staff", "tracking-number", "1").code()).isEqualTo(Reason.LINE_NOT_AVAILABLE);
        walk.naming(ATLAS).go("ship", "staff", "tracking-number", "1");
        assertThat(walk.status()).isEqualTo("partly-shipped");
        walk.naming().at("2026-05-31T09:00:00Z").go("ship", "staff", "tracking-number", "2");
        assertThat(walk.status()).isEqualTo("shipped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report-lost", "refuse", "return-to-sender"})
    void a_parcel_that_does_not_arrive_is_replaced_while_the_other_goes_on(String event) {
        OrderWalk walk = inTwoParcels().naming(ATLAS).go(event, "carrier");
        assertThat(units(walk, "1")).isEqualTo(Map.of("undelivered", 1));
        walk.naming().go("deliver", "carrier");
        assertThat(walk.status()).as("one book is still missing").isEqualTo("shipped");

        assertThat(walk.no("send-again", "staff").code()).isEqualTo(Reason.DATA_MISSING);
        walk.go("send-again", "staff", "tracking-number", "3").go("deliver", "carrier");

        assertThat(walk.status()).isEqualTo("delivered");
        assertThat(walk.order().parcels().get(2).contents()).isEqualTo(Map.of("1", 1));
    }

    @Test
    void a_parcel_that_turns_up_goes_on() {
        OrderWalk walk = inTwoParcels()
                .naming(ATLAS)
                .go("report-lost", "staff")
                .naming()
                .go("turn-up", "carrier")
                .go("deliver", "carrier");

        assertThat(walk.status()).isEqualTo("delivered");
    }

    @Test
    void all_that_came_back_is_sent_again_or_cancelled() {
        OrderWalk walk = packed().go("ship", "staff", "tracking-number", "1")
                .go("refuse", "carrier")
                .go("take-back", "staff");
        assertThat(walk.status()).isEqualTo("returned-to-sender");

        walk.naming(BOTH_CHRONICLES).go("ship", "staff", "tracking-number", "2");
        assertThat(walk.status()).isEqualTo("partly-shipped");
        walk.naming().go("cancel", "staff", "reason", "not wanted").go("deliver", "carrier");

        assertThat(walk.status()).isEqualTo("delivered");
        assertThat(units(walk, "1")).isEqualTo(Map.of("cancelled", 1));
    }

    @Test
    void one_of_two_parcels_comes_back_and_is_cancelled() {
        OrderWalk walk = inTwoParcels().naming(ATLAS).go("take-back", "staff");
        assertThat(walk.status()).isEqualTo("partly-shipped");

        walk.go("cancel", "staff", "reason", "refused");
        assertThat(walk.status()).isEqualTo("shipped");
        assertThat(walk.naming().go("deliver", "carrier").status()).isEqualTo("delivered");
    }

    @Test
    void a_sent_book_that_is_cancelled_after_its_loss_leaves_the_others_to_be_packed() {
        OrderWalk walk = packed().naming(ATLAS)
                .go("ship", "staff", "tracking-number", "1")
                .go("report-lost", "staff")
                .go("cancel", "staff", "reason", "the last copy");

        assertThat(walk.status()).isEqualTo("awaiting-packing");
        assertThat(walk.naming().go("ship", "staff", "tracking-number", "2").status())
                .isEqualTo("shipped");
    }

    @Test
    void single_books_are_cancelled_and_the_last_one_takes_the_order_with_it() {
        OrderWalk walk = placed("prepaid").naming(ONE_CHRONICLE).go("cancel", "customer");
        assertThat(walk.status()).isEqualTo("awaiting-payment");

        walk.naming().go("pay", "platform", "amount", "80 PLN").naming(ONE_CHRONICLE);
        assertThat(walk.no("cancel", "customer").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
        assertThat(walk.no("cancel", "staff").code()).isEqualTo(Reason.DATA_MISSING);
        walk.go("cancel", "staff", "reason", "out of print");
        assertThat(walk.status()).isEqualTo("in-progress");
        assertThat(walk.no("cancel", "staff", "reason", "again").code()).isEqualTo(Reason.NOT_SO_MANY);
        walk.naming().go("cancel", "staff", "reason", "out of print");

        assertThat(walk.status()).isEqualTo("cancelled");
    }

    @Test
    void what_is_on_its_way_or_delivered_is_not_cancelled() {
        OrderWalk walk = inTwoParcels();

        assertThat(walk.naming(ATLAS).no("cancel", "staff", "reason", "late").code())
                .isEqualTo(Reason.NOT_SO_MANY);
        assertThat(walk.go("deliver", "carrier")
                        .no("cancel", "staff", "reason", "late")
                        .code())
                .isEqualTo(Reason.NOT_SO_MANY);
    }

    @Test
    void books_come_back_one_by_one_and_the_last_one_makes_it_a_return() {
        OrderWalk walk = packed().go("ship", "staff", "tracking-number", "1").go("deliver", "carrier");

        walk.naming(ONE_CHRONICLE).go("take-in", "staff", "reason", "two of them");
        assertThat(walk.status()).isEqualTo("delivered");
        assertThat(units(walk, "2")).isEqualTo(Map.of("delivered", 1, "returned", 1));
        assertThat(walk.naming(BOTH_CHRONICLES).no("take-in", "staff").code()).isEqualTo(Reason.NOT_SO_MANY);
        assertThat(walk.naming().no("take-in", "customer").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
        walk.go("take-in", "staff");

        assertThat(walk.status()).isEqualTo("returned");
        assertThat(walk.order().done()).isTrue();
    }

    @Test
    void a_first_parcel_comes_back_before_the_second_is_sent() {
        OrderWalk walk = packed().naming(ATLAS)
                .go("ship", "staff", "tracking-number", "1")
                .go("deliver", "carrier")
                .go("take-in", "staff");
        assertThat(walk.status()).isEqualTo("partly-shipped");

        walk.naming().go("ship", "staff", "tracking-number", "2").go("deliver", "carrier");
        assertThat(walk.status()).isEqualTo("delivered");
    }

    @Test
    void no_more_money_goes_back_than_came_in() {
        OrderWalk walk = placed("prepaid").go("pay", "platform", "amount", "120 PLN");

        assertThat(walk.no("refund", "staff", "amount", "120.01 PLN").code()).isEqualTo(Reason.OUT_OF_BOUNDS);
        walk.go("refund", "staff", "amount", "40 PLN");
        assertThat(walk.no("refund", "staff", "amount", "80.01 PLN").code()).isEqualTo(Reason.OUT_OF_BOUNDS);
        walk.go("refund", "staff", "amount", "80 PLN");
        assertThat(walk.order().field("refunded")).isEqualTo(Money.parse("120 PLN"));
        assertThat(walk.no("refund", "staff", "amount", "-1 PLN").code()).isEqualTo(Reason.DATA_INVALID);
    }

    @Test
    void cash_is_recorded_when_it_came_and_can_then_go_back() {
        OrderWalk walk = packed();
        assertThat(walk.no("pay", "platform", "amount", "120 PLN").code()).isEqualTo(Reason.NOT_IN_STATUS);
        walk.go("ship", "staff", "tracking-number", "1").go("deliver", "carrier");
        assertThat(walk.no("refund", "staff", "amount", "40 PLN").code()).isEqualTo(Reason.OUT_OF_BOUNDS);

        walk.go("pay", "platform", "amount", "120 PLN").naming(ATLAS).go("take-in", "staff");
        walk.naming().go("refund", "staff", "amount", "40 PLN");

        assertThat(walk.status()).isEqualTo("delivered");
        assertThat(placed("prepaid")
                        .go("pay", "staff", "amount", "1 PLN")
                        .go("release", "staff")
                        .go("ship", "staff", "tracking-number", "1")
                        .no("pay", "staff", "amount", "1 PLN")
                        .code())
                .as("a prepaid order is paid once")
                .isEqualTo(Reason.CONDITION_NOT_MET);
    }

    @Test
    void money_for_a_cancelled_order_is_recorded_and_goes_back() {
        OrderWalk walk = placed("prepaid").go("cancel", "customer").go("pay", "platform", "amount", "120 PLN");

        walk.go("refund", "staff", "amount", "120 PLN");

        assertThat(walk.status()).isEqualTo("cancelled");
        assertThat(walk.no("refund", "staff", "amount", "0.01 PLN").code()).isEqualTo(Reason.OUT_OF_BOUNDS);
    }

    @Test
    void what_was_pressed_for_the_wrong_order_is_undone() {
        OrderWalk walk = packed().go("ship", "staff", "tracking-number", "1").go("deliver", "staff");

        walk.naming(ATLAS).go("undo-deliver", "staff", "reason", "another order");
        assertThat(walk.status()).isEqualTo("shipped");
        walk.go("undo-ship", "staff", "reason", "another order");
        assertThat(walk.status()).isEqualTo("partly-shipped");
        assertThat(units(walk, "1")).isEqualTo(Map.of("ordered", 1));
        walk.naming(BOTH_CHRONICLES)
                .go("undo-deliver", "staff", "reason", "another order")
                .go("undo-ship", "staff", "reason", "another order");
        assertThat(walk.status()).isEqualTo("awaiting-packing");
        assertThat(walk.naming().go("undo-release", "staff").status()).isEqualTo("in-progress");
    }

    @ParameterizedTest
    @CsvSource({"3, 1, not-so-many", "1, 9, unknown-line"})
    void what_is_not_there_is_refused_by_name(int quantity, String line, String code) {
        OrderWalk walk = packed().naming(LineQuantity.of(line, quantity));

        assertThat(walk.no("ship", "staff", "tracking-number", "1").code()).isEqualTo(code);
    }

    private static List<String> trail(OrderWalk walk) {
        return walk.order().trail().steps().stream().map(step -> step.event()).toList();
    }

    private static Map<String, Integer> units(OrderWalk walk, String line) {
        return walk.order().items().of(line);
    }

    private static OrderWalk placed(String payment) {
        return OrderWalk.of(Presets.bookstoreItems())
                .ordering(Line.of("A", "Atlas", 1), Line.of("B", "Chronicles", 2))
                .place("customer", "payment", payment);
    }

    private static OrderWalk packed() {
        return placed("cash-on-delivery").go("release", "staff");
    }

    private static OrderWalk inTwoParcels() {
        return packed().naming(ATLAS)
                .go("ship", "staff", "tracking-number", "1")
                .naming()
                .go("ship", "staff", "tracking-number", "2");
    }
}
