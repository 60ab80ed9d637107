package dev.orderly;

import static dev.orderly.OrdersFixture.STAFF;
import static dev.orderly.OrdersFixture.accepted;
import static dev.orderly.OrdersFixture.by;
import static dev.orderly.OrdersFixture.place;
import static dev.orderly.OrdersFixture.rejected;
import static dev.orderly.OrdersFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.check.Checker;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Action;
import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.order.CaseRef;
import dev.orderly.order.History;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowsTest {

    /** Payment and delivery go on beside each other; the order is closed when both have come to their end. */
    private static final Workflow MARKET =
            WorkflowFiles.read("market.yaml", """
                    workflow: market
                    version: 1
                    languages: en
                    fields:
                      method: { type: choice, of: [card, cash] }
                      tracking: { type: text }
                    items:
                      statuses:
                        ordered: {}
                        sent: { done: true }
                        cancelled: { done: true }
                    statuses:
                      placed: { label: { en: Placed } }
                      closed: { label: { en: Closed }, done: true }
                      cancelled: { label: { en: Cancelled }, done: true }
                    transitions:
                      - { on: place, to: placed, by: customer, needs: method }
                      - { on: cancel, from: placed, to: cancelled, by: [customer, staff],
                          when-flow: { delivery: packing },
                          items: { from: ordered, to: cancelled }, when-items: { none: ordered } }
                      - { on: close, from: placed, to: closed, automatic: true,
                          when-flow: { payment: captured, delivery: delivered } }
                    flows:
                      payment:
                        label: { en: Payment }
                        statuses:
                          awaiting: { label: { en: awaiting payment } }
                          on-delivery: { label: { en: due on delivery } }
                          captured: { label: { en: Captured }, done: true }
                          refunded: { label: { en: Refunded }, done: true }
                          void: { label: { en: Void }, done: true }
                        events:
                          capture: { label: { en: Payment received } }
                        transitions:
                          - { on: begin, to: on-delivery, when: { method: cash } }
                          - { on: begin, to: awaiting }
                          - { on: capture, from: [awaiting, on-delivery], to: captured, by: staff }
                          - { on: capture, from: void, to: captured, by: staff }
                          - { on: refund, from: captured, to: refunded, automatic: true, when-flow: { order: cancelled } }
                          - { on: void, from: [awaiting, on-delivery], to: void, automatic: true,
                              when-flow: { order: cancelled } }
                          - { on: remind, from: awaiting, stay: true, after: { time: P2D, of: order.place } }
                      delivery:
                        label: { en: Delivery }
                        statuses:
                          packing: { label: { en: being packed } }
                          underway: { label: { en: under way } }
                          delivered: { label: { en: Delivered }, done: true }
                          none: { label: { en: none }, done: true }
                        transitions:
                          - { on: begin, to: packing }
                          - { on: send, from: packing, to: underway, by: staff, needs: tracking,
                              items: { from: ordered, to: sent }, when-items: { none: ordered },
                              when-flow: { payment: [captured, on-delivery], order: placed } }
                          - { on: send, from: packing, stay: true, by: staff, needs: tracking,
                              items: { from: ordered, to: sent }, when-flow: { payment: [captured, on-delivery], order: placed } }
                          - { on: deliver, from: underway, to: delivered, by: carrier }
                          - { on: stop, from: packing, to: none, automatic: true, when-flow: { order: cancelled } }
                    cases:
                      warranty:
                        label: { en: Warranty }
                        open-in: [closed]
                        statuses:
                          open: {}
                          settled: { done: true }
                        transitions:
                          - { on: claim, to: open, by: customer }
                          - { on: settle, from: open, to: settled, by: staff, within: { time: P730D, of: delivery.deliver } }
                          - { on: lapse, from: open, to: settled, after: { time: P731D, of: order.close } }
                    """).orThrow();

    private final SettableClock clock = new SettableClock();
    private final OrderStore store = new InMemoryOrderStore();
    private final Orders orders =
            Orders.builder(store).workflow(MARKET).clock(clock).build();

    private static Request placing(String method) {
        return place().with("method", method)
                .withLines(Line.of("BOOK", "Book", 2).withId("1"));
    }

    private Order found(String number) {
        return orders.find(number).orElseThrow();
    }

    private List<String> events(String number) {
        return orders.history(number).orElseThrow().transitions().stream()
                .map(FlowsTest::inWords)
                .toList();
    }

    private static String inWords(TransitionEntry entry) {
        CaseRef about = entry.caseRef();
        return (about == null ? "" : about.type() + ".") + entry.event();
    }

    private void isSound(String number) {
        History history = orders.history(number).orElseThrow();
        assertThat(history.verify()).isEmpty();
        assertThat(history.replay((name, version) -> new dev.orderly.order.Evolution(MARKET)))
                .isEqualTo(found(number));
    }

    @Test
    void the_checker_finds_nothing_to_complain_about() {
        assertThat(Checker.check(MARKET)).isEmpty();
    }

    @Test
    void flows_begin_with_the_order_and_its_data_say_where() {
        Accepted card = accepted(orders.place("1", placing("card")));
        orders.place("2", placing("cash"));

        assertThat(events("1")).containsExactly("place", "payment.begin", "delivery.begin");
        assertThat(card.order().flowStatus("payment")).isEqualTo("awaiting");
        assertThat(card.order().flowStatus("delivery")).isEqualTo("packing");
        assertThat(found("2").flowStatus("payment")).isEqualTo("on-delivery");
        assertThat(found("1").flow("payment").map(OrderCase::ref)).contains(new CaseRef(1, "payment"));
        isSound("1");
    }

    @Test
    void each_goes_its_own_way_and_the_order_waits_for_all() {
        orders.place("1", placing("card"));

        Rejected early = rejected(orders.fire("1", staff("delivery.send").with("tracking", "T-1")));
        orders.fire("1", staff("payment.capture"));
        orders.fire("1", staff("delivery.send").with("tracking", "T-1").withItems(LineQuantity.of("1", 1)));
        orders.fire("1", staff("delivery.send").with("tracking", "T-2"));
        Accepted last = accepted(orders.fire("1", by("carrier", "delivery.deliver")));

        assertThat(early.explain(MARKET, "en"))
                .isEqualTo("Payment is awaiting payment; it must be Captured, due on delivery.");
        assertThat(last.order().status()).isEqualTo("closed");
        assertThat(found("1").fields().get("tracking")).as("the order's data").isEqualTo("T-2");
        assertThat(found("1").items().total("sent")).isEqualTo(2);
        assertThat(events("1"))
                .containsExactly(
                        "place",
                        "payment.begin",
                        "delivery.begin",
                        "payment.capture",
                        "delivery.send",
                        "delivery.send",
                        "delivery.deliver",
                        "close");
        isSound("1");
    }

    @Test
    void what_was_paid_after_the_cancellation_is_refunded() {
        orders.place("1", placing("card"));
        orders.fire("1", by("customer", "cancel"));
        assertThat(found("1").flowStatus("payment")).isEqualTo("void");

        orders.fire("1", staff("payment.capture"));

        assertThat(found("1").flowStatus("payment")).isEqualTo("refunded");
        assertThat(events("1"))
                .containsSubsequence("cancel", "payment.void", "delivery.stop", "payment.capture", "payment.refund");
        isSound("1");
    }

    @Test
    void a_refusal_speaks_of_the_flow() {
        orders.place("1", placing("card"));
        orders.fire("1", staff("payment.capture"));

        assertThat(rejected(orders.fire("1", staff("payment.capture"))).explain(MARKET, "en"))
                .isEqualTo("“Payment received” is not possible in status “Captured”. Possible there: –.");
        assertThat(rejected(orders.fire("1", staff("payment.pay"))).code()).isEqualTo("unknown-event");
        assertThat(rejected(orders.fire("1", staff("refund.pay"))).code()).isEqualTo("unknown-event");
        assertThat(rejected(orders.openCase("1", "payment", staff("begin"))).code())
                .isEqualTo("unknown-case");
    }

    @Test
    void what_is_possible_says_so_of_flows() {
        orders.place("1", placing("card"));

        List<Action> actions = orders.available("1", STAFF);

        assertThat(actions)
                .filteredOn(Action::isPossible)
                .extracting(Action::event)
                .containsExactly("cancel", "payment.capture");
        assertThat(actions)
                .filteredOn(action -> action.event().equals("delivery.send"))
                .singleElement()
                .satisfies(
                        action -> assertThat(action.explain(MARKET, "en")).startsWith("Payment is awaiting payment;"));
    }

    @Test
    void an_event_that_begins_a_flow_can_happen_to_it_again_and_is_offered_then() {
        Workflow again = Workflow.builder("again")
                .status("open", s -> s.done())
                .transition("place", t -> t.to("open"))
                .flow(
                        "check",
                        LocalText.of("en", "Check"),
                        Workflow.builder("check")
                                .status("checked", s -> s.done())
                                .transition("check", t -> t.to("checked"))
                                .transition("check", t -> t.from("checked"))
                                .build())
                .build();
        Orders checking = Orders.inMemory(again);
        checking.place("1", place());

        assertThat(checking.available("1", STAFF)).extracting(Action::event).containsExactly("check.check");
        assertThat(accepted(checking.fire("1", staff("check.check"))).entry().event())
                .isEqualTo("check");
    }

    @Test
    void flows_have_deadlines_that_count_from_the_order() {
        orders.place("1", placing("card"));
        clock.advance(Duration.ofDays(2));

        assertThat(orders.sweep().fired()).hasSize(1);
        assertThat(events("1")).last().isEqualTo("payment.remind");
    }

    @Test
    void an_open_case_is_none_of_the_flows() {
        orders.place("1", placing("card"));

        assertThat(found("1").hasOpenCase()).isFalse();
    }

    @Test
    void a_case_counts_from_an_event_of_a_flow() {
        orders.place("1", placing("cash"));
        orders.fire("1", staff("delivery.send").with("tracking", "T-1"));
        orders.fire("1", by("carrier", "delivery.deliver"));
        clock.days(600);
        orders.fire("1", staff("payment.capture"));
        orders.openCase("1", "warranty", by("customer", "claim"));
        int warranty = found("1").cases().get(2).ref().id();

        clock.days(131);

        assertThat(rejected(orders.fireCase("1", warranty, staff("settle"))).code())
                .isEqualTo("too-late");
        clock.days(601);
        orders.sweep();
        assertThat(found("1").findCase(warranty).orElseThrow().status()).isEqualTo("settled");
    }

    @Test
    void a_repeated_placing_is_answered_with_its_flows() {
        Accepted first = accepted(orders.place("1", placing("card").withId("r-1")));

        assertThat(accepted(orders.place("1", placing("card").withId("r-1"))).steps())
                .hasSize(3)
                .isEqualTo(first.steps());
    }

    @Test
    void an_order_that_comes_to_a_version_with_flows_gets_them() {
        Workflow plain = Workflow.builder("market")
                .field(MARKET.field("method").orElseThrow())
                .items(MARKET.items())
                .status("placed", s -> {})
                .status("cancelled", s -> s.done())
                .transition("place", t -> t.to("placed").takes("method"))
                .transition(
                        "cancel",
                        t -> t.from("placed")
                                .to("cancelled")
                                .items("ordered", "cancelled")
                                .whenItems(ItemCondition.none("ordered")))
                .build();
        OrderStore fresh = new InMemoryOrderStore();
        Orders before = Orders.builder(fresh).workflow(plain).clock(clock).build();
        before.place("1", placing("cash"));
        Orders after = Orders.builder(fresh)
                .workflow(plain)
                .workflow(MARKET.nextVersion().build())
                .clock(clock)
                .build();

        after.migration("market", 1, 2).run(STAFF);

        assertThat(after.find("1").orElseThrow().flowStatus("payment")).isEqualTo("on-delivery");
    }

    @Test
    void a_file_says_all_of_it_again() {
        assertThat(WorkflowFiles.read("again.yaml", WorkflowFiles.toYaml(MARKET))
                        .orThrow())
                .isEqualTo(MARKET);
    }
}
