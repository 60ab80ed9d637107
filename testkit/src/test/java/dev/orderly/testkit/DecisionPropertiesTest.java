package dev.orderly.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.orderly.Orders;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Action;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.workflow.Facts;
import dev.orderly.workflow.FieldTest;
import dev.orderly.workflow.Limit;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.file.Presets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds for every workflow, be it a preset or made by chance, and for every request. */
class DecisionPropertiesTest {

    private static final int STEPS = Journey.STEPS;

    @Provide
    Arbitrary<Workflow> workflows() {
        return Arbitraries.oneOf(
                Arbitraries.of(Presets.names()).map(name -> Presets.find(name).orElseThrow()), RandomWorkflows.any());
    }

    @Property
    void a_history_always_replays_to_the_snapshot(@ForAll("workflows") Workflow workflow, @ForAll long seed) {
        Journey journey = new Journey(workflow, seed);

        journey.run();

        assertThat(journey.history().replay((name, version) -> journey.decider.evolution()))
                .isEqualTo(journey.order);
    }

    @Property
    void a_history_is_always_sound(@ForAll("workflows") Workflow workflow, @ForAll long seed) {
        Journey journey = new Journey(workflow, seed);

        journey.run();

        assertThat(journey.history().verify()).isEmpty();
    }

    @Property
    void no_accepted_transition_is_absent_from_the_definition(
            @ForAll("workflows") Workflow workflow, @ForAll long seed) {
        new Journey(workflow, seed) {
            @Override
            void answered(@Nullable Order before, Request request, Decision decision) {
                if (decision instanceof Accepted accepted) {
                    assertThat(workflow.transitions())
                            .as(accepted.entry().toString())
                            .anyMatch(t -> allows(t, workflow, before, accepted.entry(), request.lines()));
                }
            }
        }.run();
    }

    @Property
    void deciding_twice_gives_the_same(@ForAll("workflows") Workflow workflow, @ForAll long seed) {
        new Journey(workflow, seed) {
            @Override
            void answered(@Nullable Order before, Request request, Decision decision) {
                assertThat(ask(before, request)).isEqualTo(decision);
            }
        }.run();
    }

    @Property
    void all_reasons_of_a_refusal_are_of_one_kind(@ForAll("workflows") Workflow workflow, @ForAll long seed) {
        new Journey(workflow, seed) {
            @Override
            void answered(@Nullable Order before, Request request, Decision decision) {
                if (decision instanceof Rejected rejected) {
                    assertThat(rejected.reasons())
                            .isNotEmpty()
                            .extracting(Reason::code)
                            .containsOnly(rejected.code());
                }
            }
        }.run();
    }

    @Property
    void a_refusal_changes_nothing_in_the_store(@ForAll("workflows") Workflow workflow, @ForAll long seed) {
        Orders orders = Orders.inMemory(workflow);
        RandomRequests requests = new RandomRequests(workflow, seed);
        orders.place(RandomRequests.NUMBER, requests.start());
        for (int i = 0; i < STEPS; i++) {
            Optional<Order> before = orders.find(RandomRequests.NUMBER);
            Optional<History> history = orders.history(RandomRequests.NUMBER);
            if (before.isPresent()
                    && orders.fire(RandomRequests.NUMBER, requests.next(before.get())) instanceof Rejected) {
                assertThat(orders.find(RandomRequests.NUMBER)).isEqualTo(before);
                assertThat(orders.history(RandomRequests.NUMBER)).isEqualTo(history);
            }
        }
    }

    @Property
    void deciding_never_throws(@ForAll("workflows") Workflow workflow, @ForAll long seed) {
        Journey journey = new Journey(workflow, seed);
        journey.run();
        RandomRequests requests = new RandomRequests(workflow, ~seed);

        for (int i = 0; i < STEPS; i++) {
            Request request = requests.garbage();
            assertThatCode(() -> journey.ask(journey.order, request)).doesNotThrowAnyException();
            assertThatCode(() -> journey.ask(null, request)).doesNotThrowAnyException();
        }
    }

    @Property
    void an_order_that_garbage_moved_can_still_be_asked(@ForAll("workflows") Workflow workflow, @ForAll long seed) {
        RandomRequests requests = new RandomRequests(workflow, seed);
        Journey journey = new Journey(workflow, seed);
        journey.take(journey.requests.start());
        for (int i = 0; i < 3 * STEPS; i++) {
            journey.take(requests.garbage());
        }

        Order order = journey.order;
        if (order != null) {
            assertThatCode(() -> journey.decider.available(order, Actor.of("staff"), order.lastMove()))
                    .doesNotThrowAnyException();
        }
    }

    @Property
    void what_is_called_possible_is_accepted_with_the_right_data(
            @ForAll("workflows") Workflow workflow, @ForAll long seed) {
        new Journey(workflow, seed) {
            @Override
            void answered(@Nullable Order before, Request request, Decision decision) {
                if (before != null) {
                    possible(before, request.actor(), now(before, request))
                            .forEach(action -> assertThat(
                                            attempts(before, action, request.actor(), now(before, request)))
                                    .as(action + " to " + before)
                                    .anyMatch(attempt ->
                                            decider.decide(before, attempt).isAccepted()));
                }
            }

            private Stream<Action> possible(Order order, Actor actor, Instant now) {
                return decider.available(order, actor, now).stream().filter(Action::isPossible);
            }

            private List<Request> attempts(Order order, Action action, Actor actor, Instant now) {
                return workflow.transitionsFrom(order.status()).stream()
                        .filter(t -> t.event().equals(action.event()))
                        .flatMap(t -> requests.fitting(t, order.number(), order.fields()).stream())
                        .map(data ->
                                Request.of(action.event(), actor).with(data).at(now))
                        .toList();
            }
        }.run();
    }

    @Property
    void what_is_called_impossible_is_refused(@ForAll("workflows") Workflow workflow, @ForAll long seed) {
        new Journey(workflow, seed) {
            @Override
            void answered(@Nullable Order before, Request request, Decision decision) {
                if (before != null) {
                    Instant now = now(before, request);
                    for (Action action : decider.available(before, request.actor(), now)) {
                        if (!action.isPossible()) {
                            Request attempt =
                                    requests.any(action.event(), request.actor().role(), now);
                            assertThat(decider.decide(before, attempt))
                                    .as(action + " to " + before)
                                    .isInstanceOf(Rejected.class);
                        }
                    }
                }
            }
        }.run();
    }

    @Property
    void what_is_called_impossible_was_not_what_just_happened(
            @ForAll("workflows") Workflow workflow, @ForAll long seed) {
        new Journey(workflow, seed) {
            @Override
            void answered(@Nullable Order before, Request request, Decision decision) {
                if (before != null && decision.isAccepted()) {
                    assertThat(decider.available(before, request.actor(), request.at()))
                            .filteredOn(Action::isPossible)
                            .extracting(Action::event)
                            .contains(request.event());
                }
            }
        }.run();
    }

    /** Says from the definition alone, without the engine, whether a transition allows an entry. */
    private static boolean allows(
            Transition t, Workflow workflow, @Nullable Order before, HistoryEntry entry, List<Line> ordered) {
        Merged order = new Merged(before, entry);
        LocalDate today = entry.at().atZone(workflow.calendar().zone()).toLocalDate();
        List<Line> lines = before == null ? ordered : before.lines();
        return t.event().equals(entry.event())
                && (entry.from() == null ? t.isInitial() : t.from().contains(entry.from()))
                && entry.to().equals(t.to() == null ? entry.from() : t.to())
                && (t.by().isEmpty() || t.by().contains(entry.actor().role()))
                && t.needs().stream().allMatch(entry.data()::has)
                && t.has().stream().allMatch(field -> order.field(field) != null)
                && t.when().stream().allMatch(test -> test.holds(order.field(test.field()), order.number()))
                && entry.data().asMap().keySet().stream().allMatch(field -> maySet(t, before, entry, field))
                && !(t.once() && order.timeOf(t.event()) != null)
                && !(t.noOpenCase() && before != null && before.hasOpenCase())
                && !(t.linesAvailable() && !lines.stream().allMatch(line -> line.isAvailableOn(today)))
                && !(before != null && entry.at().isBefore(before.lastMove()))
                && reached(t.notBefore(), order, workflow, entry.at())
                && reached(t.after(), order, workflow, entry.at())
                && !(t.within() != null
                        && t.within()
                                .end(order, workflow.calendar())
                                .filter(entry.at()::isAfter)
                                .isPresent());
    }

    private static boolean maySet(Transition t, @Nullable Order before, HistoryEntry entry, String field) {
        Object old = before == null ? null : before.field(field);
        return t.writable().contains(field)
                || (old == null
                        ? t.when().stream().map(FieldTest::field).anyMatch(field::equals)
                        : old.equals(entry.data().get(field)));
    }

    private static boolean reached(@Nullable Limit limit, Facts order, Workflow workflow, Instant at) {
        return limit == null
                || limit.end(order, workflow.calendar())
                        .filter(earliest -> !at.isBefore(earliest))
                        .isPresent();
    }

    /** An order with the data of an entry that it is about to gain. */
    private record Merged(@Nullable Order before, HistoryEntry entry) implements Facts {

        @Override
        public String number() {
            return RandomRequests.NUMBER;
        }

        @Override
        public Instant since() {
            return before == null ? entry.at() : before.since();
        }

        @Override
        public @Nullable Object field(String name) {
            Object told = entry.data().get(name);
            return told == null && before != null ? before.field(name) : told;
        }

        @Override
        public @Nullable Instant timeOf(String event) {
            return before == null ? null : before.timeOf(event);
        }
    }
}
