package dev.orderly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import dev.orderly.store.OutboxEntry;
import dev.orderly.store.OutboxMessage;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes to the outbox with a step. */
class MessagesTest {

    private static final Workflow TELLING = Workflow.builder("telling")
            .status("new", s -> {})
            .status("sent", s -> s.done())
            .transition("place", t -> t.to("new").by("customer").notifying("customer", "seller"))
            .transition("look", t -> t.from("new").by("staff"))
            .transition(
                    "send",
                    t -> t.from("new")
                            .to("sent")
                            .notifying("customer")
                            .notifying(NotificationRule.of("customer")
                                    .withChannel("sms")
                                    .withAlways(true)))
            .transition(
                    "give-up",
                    t -> t.from("new").to("sent").after(TimeLimit.after("P1D")).notifying("customer", "seller"))
            .build();

    private final OrderStore store = new InMemoryOrderStore();
    private final SettableClock clock = new SettableClock();
    private final Orders orders =
            Orders.builder(store).workflow(TELLING).clock(clock).build();

    private void place(String id) {
        orders.place("A-1", Request.of("place", Actor.of("customer")).withId(id));
    }

    private List<OutboxMessage> messages() {
        return store.outbox().pending("A-1").stream().map(OutboxEntry::message).toList();
    }

    @Test
    void everybody_whom_the_transition_names_gets_a_message() {
        place("r-1");

        assertThat(messages())
                .containsExactly(
                        new OutboxMessage("A-1", 1, 0, "customer", "mail"),
                        new OutboxMessage("A-1", 1, 1, "seller", "mail"));
    }

    @Test
    void a_transition_that_names_nobody_brings_no_message() {
        place("r-1");
        orders.fire("A-1", Request.of("look", Actor.of("staff")));

        assertThat(messages()).extracting(OutboxMessage::sequence).containsOnly(1L);
    }

    @Test
    void a_refused_request_brings_no_message() {
        place("r-1");

        assertThat(orders.fire("A-1", Request.of("give-up", Actor.system())).isAccepted())
                .isFalse();
        assertThat(messages()).extracting(OutboxMessage::sequence).containsOnly(1L);
    }

    @Test
    void orders_that_are_brought_over_bring_no_message() {
        Orders.builder(store)
                .workflow(TELLING)
                .withoutNotifications()
                .build()
                .place("A-1", Request.of("place", Actor.of("customer")));

        assertThat(messages()).isEmpty();
    }

    @Test
    void a_repeated_request_brings_no_second_message() {
        place("r-1");
        place("r-1");

        assertThat(messages()).hasSize(2);
    }

    @Test
    void a_muted_order_tells_its_customer_only_what_is_always_told() {
        place("r-1");
        orders.mute("A-1", Actor.of("customer"), true);
        orders.fire("A-1", Request.of("send", Actor.of("staff")));

        assertThat(messages())
                .contains(new OutboxMessage("A-1", 3, 0, "customer", "sms"))
                .hasSize(3);
    }

    @Test
    void a_customer_who_mutes_an_order_does_not_keep_others_from_hearing_of_it() {
        place("r-1");
        orders.mute("A-1", Actor.of("customer"), true);
        clock.days(1);

        orders.sweep();

        assertThat(messages())
                .contains(new OutboxMessage("A-1", 3, 0, "seller", "mail"))
                .hasSize(3);
    }

    @Test
    void what_fires_by_itself_tells_too() {
        place("r-1");
        clock.days(1);

        orders.sweep();

        assertThat(messages()).contains(new OutboxMessage("A-1", 2, 0, "customer", "mail"));
    }
}
