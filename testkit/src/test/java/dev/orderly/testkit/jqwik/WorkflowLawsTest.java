package dev.orderly.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.store.Change;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import dev.orderly.store.StoredOrder;
import dev.orderly.testkit.PlantedEngine;
import dev.orderly.testkit.PlantedEngine.Fault;
import dev.orderly.testkit.Scenario;
import dev.orderly.testkit.TestRun;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.ItemCounts;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Each law holds for sound workflows, and each fails where something is wrong, with a short scenario. */
class WorkflowLawsTest {

    private static final Map<String, Guard> NO_FRAUD = Map.of(
            "no-fraud",
            (order, request) -> request.actor().id() == null
                    ? Optional.of(Reason.of("no-name", "en", "Say who you are."))
                    : Optional.empty());

    /** Pay, pack, ship; never shipped without being paid. */
    private static Workflow shop(String... guards) {
        return Workflow.builder("shop")
                .field(Field.of("tracking", FieldType.TEXT))
                .status("new", s -> {})
                .status("paid", s -> {})
                .status("packed", s -> {})
                .status("shipped", s -> s.done())
                .status("dropped", s -> s.done())
                .transition("place", t -> t.to("new").by("customer"))
                .transition("pay", t -> t.from("new").to("paid").by("platform"))
                .transition("pack", t -> t.from("paid").to("packed").by("staff").guard(guards))
                .transition(
                        "ship", t -> t.from("packed").to("shipped").by("staff").needs("tracking"))
                .transition("drop", t -> t.from("new").to("dropped").by("customer"))
                .neverWithout("shipped", "pay")
                .build();
    }

    abstract static class ShopLaws extends WorkflowLaws {

        @Override
        protected Workflow workflow() {
            return shop("no-fraud");
        }

        @Override
        protected Map<String, Guard> guards() {
            return NO_FRAUD;
        }
    }

    /** The laws of a shop on an engine with the fault that a test plants before it runs them. */
    static class Planted extends ShopLaws {

        static Fault fault = PlantedEngine::new;

        @Override
        protected Decider decider(Scenario scenario) {
            return fault.decider(scenario.workflow(), scenario.guards());
        }
    }

    static class SoundShop extends ShopLaws {}

    static class SameSeed extends Planted {
        @Override
        @Property(seed = "7")
        protected void no_illegal_transition_happens(@ForAll("scenarios") Scenario scenario) {
            super.no_illegal_transition_happens(scenario);
        }
    }

    static class GuardThatAlwaysObjects extends ShopLaws {
        @Override
        protected Map<String, Guard> guards() {
            return Map.of("no-fraud", (order, request) -> Optional.of(Reason.of("closed", "en", "Closed.")));
        }
    }

    static class GuardThatThrows extends ShopLaws {
        @Override
        protected Map<String, Guard> guards() {
            return Map.of("no-fraud", (order, request) -> {
                throw new UnsupportedOperationException("no connection");
            });
        }
    }

    static class GuardThatWrites extends ShopLaws {
        @Override
        protected Orders newOrders(Scenario scenario) {
            InMemoryOrderStore store = new InMemoryOrderStore();
            Orders other = Orders.builder(store)
                    .workflow(workflow())
                    .guard("no-fraud", (order, request) -> Optional.empty())
                    .build();
            return Orders.builder(store)
                    .workflow(workflow())
                    .guard("no-fraud", (order, request) -> {
                        other.fire(
                                order.number(),
                                Request.of("pack", Actor.of("staff")).withTime(request.at()));
                        return Optional.of(Reason.of("no", "en", "No."));
                    })
                    .build();
        }
    }

    static class StoreThatForgets extends ShopLaws {
        @Override
        protected Orders newOrders(Scenario scenario) {
            return Orders.builder(forgetting(new InMemoryOrderStore()))
                    .workflow(workflow())
                    .guard("no-fraud", (order, request) -> Optional.empty())
                    .build();
        }
    }

    /** Keeps no more than two entries of a history. */
    @SuppressWarnings("unchecked")
    private static OrderStore forgetting(OrderStore real) {
        return (OrderStore) Proxy.newProxyInstance(
                OrderStore.class.getClassLoader(), new Class<?>[] {OrderStore.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(real, arguments);
                        return method.getName().equals("history")
                                ? ((Optional<History>) answer).map(WorkflowLawsTest::firstTwo)
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** A shop that sends units, whose store does something to the counts that it is asked for. */
    abstract static class Packing extends WorkflowLaws {

        private final UnaryOperator<ItemCounts> fault;

        Packing(UnaryOperator<ItemCounts> fault) {
            this.fault = fault;
        }

        @Override
        protected Workflow workflow() {
            return Workflow.builder("packing")
                    .items(
                            Status.builder("ordered").build(),
                            Status.builder("sent").done(true).build())
                    .status("packing", s -> {})
                    .status("sent", s -> s.done())
                    .transition("place", t -> t.to("packing").by("customer"))
                    .transition(
                            "send",
                            t -> t.from("packing")
                                    .to("sent")
                                    .by("staff")
                                    .items("ordered", "sent")
                                    .whenItems(ItemCondition.all("sent")))
                    .transition("send", t -> t.from("packing").by("staff").items("ordered", "sent"))
                    .build();
        }

        @Override
        protected Orders newOrders(Scenario scenario) {
            return Orders.builder(counting(new InMemoryOrderStore(), fault))
                    .workflow(workflow())
                    .build();
        }
    }

    static class SoundPacking extends Packing {
        SoundPacking() {
            super(counts -> counts);
        }
    }

    static class StoreThatLosesUnits extends Packing {
        StoreThatLosesUnits() {
            super(counts -> counts.total("sent") == 0 ? counts : ItemCounts.EMPTY.with("1", "sent", 1));
        }
    }

    static class StoreThatDoublesUnits extends Packing {
        StoreThatDoublesUnits() {
            super(counts -> counts.total("sent") == 0 ? counts : counts.with("1", "ordered", 1));
        }
    }

    /** A shop that closes orders by itself, whose store writes the step before that and no more. */
    static class HalfWritten extends Packing {

        HalfWritten() {
            super(counts -> counts);
        }

        @Override
        protected Workflow workflow() {
            return Workflow.builder("packing")
                    .status("packing", s -> {})
                    .status("packed", s -> {})
                    .status("sent", s -> s.done())
                    .transition("place", t -> t.to("packing").by("customer"))
                    .transition("pack", t -> t.from("packing").to("packed").by("staff"))
                    .transition("close", t -> t.from("packed").to("sent").automatic())
                    .build();
        }

        @Override
        protected Orders newOrders(Scenario scenario) {
            return Orders.builder(halving(new InMemoryOrderStore()))
                    .workflow(workflow())
                    .build();
        }
    }

    private static OrderStore halving(OrderStore real) {
        return (OrderStore) Proxy.newProxyInstance(
                OrderStore.class.getClassLoader(), new Class<?>[] {OrderStore.class}, (proxy, method, arguments) -> {
                    try {
                        if (method.getName().equals("append")) {
                            arguments[0] = ((Change) arguments[0]).steps().get(0);
                        }
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** A shop that gives money back, whose store does something to the orders that it is asked for. */
    abstract static class Refunding extends WorkflowLaws {

        private final UnaryOperator<Order> fault;

        Refunding(UnaryOperator<Order> fault) {
            this.fault = fault;
        }

        @Override
        protected Workflow workflow() {
            return Workflow.builder("refunding")
                    .field(Field.of("amount", FieldType.MONEY).withMin(FieldBound.parse("0.01 EUR")))
                    .field(Field.of("paid", FieldType.MONEY))
                    .field(Field.of("refunded", FieldType.MONEY).withAtMost(Reference.field("paid")))
                    .status("open", s -> {})
                    .status("closed", s -> s.done())
                    .transition("place", t -> t.to("open").by("customer"))
                    .transition(
                            "pay",
                            t -> t.from("open").by("staff").needs("amount").add("paid", Reference.field("amount")))
                    .transition(
                            "refund",
                            t -> t.from("open").by("staff").needs("amount").add("refunded", Reference.field("amount")))
                    .transition("close", t -> t.from("open").to("closed").by("staff"))
                    .build();
        }

        @Override
        protected Orders newOrders(Scenario scenario) {
            return Orders.builder(changing(new InMemoryOrderStore(), fault))
                    .workflow(workflow())
                    .build();
        }
    }

    static class SoundRefunding extends Refunding {
        SoundRefunding() {
            super(order -> order);
        }
    }

    static class StoreThatForgetsRefunds extends Refunding {
        StoreThatForgetsRefunds() {
            super(order -> order.fields().has("refunded")
                    ? order.toBuilder()
                            .fields(order.fields().with("paid", Money.parse("0 EUR")))
                            .build()
                    : order);
        }
    }

    private static OrderStore counting(OrderStore real, UnaryOperator<ItemCounts> fault) {
        return changing(
                real,
                order -> order.toBuilder().items(fault.apply(order.items())).build());
    }

    private static OrderStore changing(OrderStore real, UnaryOperator<Order> fault) {
        return (OrderStore) Proxy.newProxyInstance(
                OrderStore.class.getClassLoader(), new Class<?>[] {OrderStore.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(real, arguments);
                        return answer instanceof Optional<?> found && found.orElse(null) instanceof StoredOrder stored
                                ? Optional.of(new StoredOrder(fault.apply(stored.order()), stored.hash()))
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static History firstTwo(History history) {
        return new History(
                history.number(),
                history.entries().subList(0, Math.min(2, history.entries().size())));
    }

    private static final List<String> LAWS = List.of(
            "a_refusal_changes_nothing",
            "automatic_steps_follow_at_once",
            "every_order_can_still_reach_a_done_status",
            "every_request_is_answered",
            "no_amount_is_over_its_bound",
            "no_illegal_transition_happens",
            "no_role_does_more_than_the_workflow_allows",
            "no_unit_is_lost_or_doubled",
            "nothing_that_the_workflow_allows_is_refused",
            "the_history_replays_to_the_order",
            "what_shall_never_happen_never_does");

    private static void assertFails(Fault fault, String law) {
        Planted.fault = fault;
        assertFails(Planted.class, law);
    }

    private static void assertFails(Class<? extends WorkflowLaws> laws, String law) {
        TestRun run = TestRun.of(laws, law);

        assertThat(run.failed()).containsOnlyKeys(law);
        assertThat(run.steps(law)).as(run.report(law)).isBetween(1, 6);
    }

    @Test
    void all_hold_for_a_sound_workflow() {
        TestRun run = TestRun.of(SoundShop.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).containsExactlyElementsOf(LAWS);
    }

    @Test
    void all_hold_for_a_shop_that_sends_units() {
        assertThat(TestRun.of(SoundPacking.class).failed()).isEmpty();
    }

    @Test
    void a_store_that_loses_units_or_doubles_them_is_found() {
        assertFails(StoreThatLosesUnits.class, "no_unit_is_lost_or_doubled");
        assertFails(StoreThatDoublesUnits.class, "no_unit_is_lost_or_doubled");
    }

    @Test
    void a_store_that_leaves_out_what_follows_by_itself_is_found() {
        assertFails(HalfWritten.class, "automatic_steps_follow_at_once");
    }

    @Test
    void all_hold_for_a_shop_that_gives_money_back() {
        assertThat(TestRun.of(SoundRefunding.class).failed()).isEmpty();
    }

    @Test
    void a_store_that_loses_what_came_in_is_found() {
        assertFails(StoreThatForgetsRefunds.class, "no_amount_is_over_its_bound");
    }

    @Test
    void a_transition_that_is_not_in_the_file_is_found() {
        assertFails(PlantedEngine::extraTransition, "no_illegal_transition_happens");
    }

    @Test
    void a_never_rule_that_an_engine_breaks_is_found() {
        assertFails(PlantedEngine::extraTransition, "what_shall_never_happen_never_does");
    }

    @Test
    void a_guard_that_is_not_asked_is_found() {
        assertFails(PlantedEngine::skippedGuards, "no_illegal_transition_happens");
    }

    @Test
    void a_wrong_target_is_found() {
        assertFails(PlantedEngine::wrongTarget, "no_illegal_transition_happens");
    }

    @Test
    void a_role_that_is_not_checked_is_found() {
        assertFails(PlantedEngine::anyRole, "no_role_does_more_than_the_workflow_allows");
    }

    @Test
    void a_refusal_without_a_cause_is_found() {
        assertFails(PlantedEngine::stricter, "nothing_that_the_workflow_allows_is_refused");
    }

    @Test
    void a_guard_that_locks_orders_in_is_found() {
        assertFails(GuardThatAlwaysObjects.class, "every_order_can_still_reach_a_done_status");
    }

    @Test
    void a_guard_that_throws_is_found() {
        assertFails(GuardThatThrows.class, "every_request_is_answered");
    }

    @Test
    void a_guard_that_writes_is_found() {
        assertFails(GuardThatWrites.class, "a_refusal_changes_nothing");
    }

    @Test
    void a_store_that_forgets_is_found() {
        assertFails(StoreThatForgets.class, "the_history_replays_to_the_order");
    }

    @Test
    void a_seed_gives_the_same_failure_again() {
        Planted.fault = PlantedEngine::extraTransition;
        String law = "no_illegal_transition_happens";

        String original = TestRun.of(SameSeed.class, law).report(law);

        assertThat(original).contains("seed = 7", "Original Sample");
        assertThat(TestRun.of(SameSeed.class, law).report(law)).isEqualTo(original);
    }
}
