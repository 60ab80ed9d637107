package dev.orderly.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.CapturedLog;
import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.OutboxEntry;
import dev.orderly.store.OutboxMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private final OutboxFixture fixture = new OutboxFixture();
    private final Mailbox mail = new Mailbox();
    private final Mailbox sms = new Mailbox();

    private Dispatcher dispatcher() {
        return fixture.dispatcher().channel("mail", mail).channel("sms", sms).build();
    }

    @Test
    void every_available_message_is_sent_on_its_channel() {
        fixture.place("A-1");
        fixture.fire("A-1", "call");
        fixture.place("A-2");

        DispatchReport report = dispatcher().run();

        assertThat(report).isEqualTo(new DispatchReport(3, 0, 0, 0, Set.of()));
        assertThat(mail.ids()).containsExactly("A-1/1/0", "A-2/1/0");
        assertThat(sms.ids()).containsExactly("A-1/2/0");
        assertThat(fixture.store.outbox().backlog().waiting()).isZero();
    }

    @Test
    void a_notification_shows_the_order_as_it_was_right_after_the_step() {
        fixture.place("A-1");
        fixture.fire("A-1", "pack");
        fixture.fire("A-1", "send");

        dispatcher().run();

        assertThat(mail.taken()).extracting(n -> n.order().status()).containsExactly("new", "packed", "sent");
        assertThat(mail.taken())
                .extracting(n -> ((TransitionEntry) n.activity()).event())
                .containsExactly("place", "pack", "send");
        assertThat(mail.taken()).extracting(Notification::workflow).containsOnly(OutboxFixture.WORKFLOW);
    }

    @Test
    void a_second_pass_sends_nothing_again() {
        fixture.place("A-1");
        Dispatcher dispatcher = dispatcher();
        dispatcher.run();

        assertThat(dispatcher.run().sent()).isZero();
        assertThat(mail.ids()).hasSize(1);
    }

    @Test
    void what_failed_is_tried_again_after_longer_and_longer_waits_and_keeps_its_id() {
        fixture.place("A-1");
        Dispatcher dispatcher = dispatcher();
        mail.goDown();
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            assertThat(dispatcher.run().failed()).isEqualTo(1);
            OutboxEntry delivery = fixture.pending("A-1").get(0);
            Duration wait = Duration.between(fixture.clock.instant(), delivery.availableAt());
            waits.add(wait.toSeconds());
            fixture.clock.advance(wait);
        }
        mail.comeBack();

        assertThat(dispatcher.run().sent()).isEqualTo(1);
        assertThat(waits).containsExactly(15L, 30L, 60L);
        assertThat(mail.ids()).containsExactly("A-1/1/0");
    }

    @Test
    void the_outbox_has_the_reason_of_a_failure() {
        fixture.place("A-1");
        mail.goDown();

        dispatcher().run();

        assertThat(fixture.pending("A-1"))
                .singleElement()
                .returns("the server does not answer", OutboxEntry::problem)
                .returns(1, OutboxEntry::tries);
    }

    @Test
    void a_message_is_a_dead_letter_after_the_most_tries() {
        fixture.place("A-1");
        mail.goDown();
        Dispatcher dispatcher =
                fixture.dispatcher().channel("mail", mail).maxTries(3).build();

        fixture.let(Duration.ofMinutes(2), Duration.ofSeconds(5), dispatcher);

        assertThat(fixture.store.outbox().deadLettered(10))
                .containsExactly(new OutboxEntry(
                        new OutboxMessage("A-1", 1, 0, "customer", "mail"), 3, null, "the server does not answer"));
    }

    @Test
    void one_poison_message_among_a_thousand_is_dead_lettered_and_the_others_arrive() {
        fixture.place(1, 1000);
        mail.refuse(n -> n.order().number().equals("A-77"));

        DispatchReport report = dispatcher().run();

        assertThat(report).isEqualTo(new DispatchReport(999, 0, 1, 0, Set.of()));
        assertThat(fixture.store.outbox().deadLettered(10))
                .containsExactly(new OutboxEntry(
                        new OutboxMessage("A-77", 1, 0, "customer", "mail"), 1, null, "no such mailbox"));
        assertThat(mail.ids()).hasSize(999).doesNotContain("A-77/1/0");
    }

    @Test
    void a_dead_letter_can_be_resent() {
        fixture.place("A-1");
        mail.refuse(n -> true);
        Dispatcher dispatcher = dispatcher();
        dispatcher.run();
        mail.refuse(n -> false);

        fixture.deadLetters().forEach(message -> fixture.store.outbox().resend(message, fixture.clock.instant()));

        assertThat(dispatcher.run().sent()).isEqualTo(1);
        assertThat(mail.ids()).containsExactly("A-1/1/0");
    }

    @Test
    void a_message_that_fails_holds_back_those_behind_it_and_no_other_order() {
        fixture.place("A-1");
        fixture.fire("A-1", "pack");
        fixture.place("A-2");
        Channel breaksOnPlacing = n -> {
            if (n.order().number().equals("A-1") && n.order().status().equals("new")) {
                throw DeliveryException.temporary("not now", null);
            }
            mail.send(n);
        };

        fixture.dispatcher().channel("mail", breaksOnPlacing).build().run();

        assertThat(mail.ids()).containsExactly("A-2/1/0");
    }

    @Test
    void many_messages_that_break_the_channel_hold_up_no_other_order() {
        fixture.place(1, 100);
        Channel broken = n -> {
            if (Integer.parseInt(n.order().number().substring(2)) <= 90) {
                throw new IllegalStateException("anna@example.org");
            }
            mail.send(n);
        };

        DispatchReport report =
                fixture.dispatcher().channel("mail", broken).build().run();

        assertThat(report).isEqualTo(new DispatchReport(10, 90, 0, 0, Set.of()));
    }

    @Test
    void of_an_unexpected_exception_only_the_class_and_the_line_are_kept() {
        fixture.place("A-1");
        Channel broken = n -> {
            throw new IllegalStateException("anna@example.org has no name");
        };
        try (CapturedLog log = new CapturedLog()) {
            Dispatcher dispatcher =
                    fixture.dispatcher().channel("mail", broken).maxTries(1).build();

            dispatcher.run();

            assertThat(log.text())
                    .contains("message 0 of entry 1 of order A-1 is dead-lettered")
                    .contains("the channel mail broke: java.lang.IllegalStateException")
                    .doesNotContain("anna");
        }
        assertThat(fixture.store.outbox().deadLettered(1).get(0).problem())
                .matches("the channel mail broke: java.lang.IllegalStateException at dev.orderly.*DispatcherTest.*");
    }

    @Test
    void a_channel_whose_classes_are_missing_makes_no_dead_letters() {
        fixture.place("A-1");
        Channel incomplete = n -> {
            throw new NoClassDefFoundError("jakarta/mail/Session");
        };

        assertThat(fixture.dispatcher()
                        .channel("mail", incomplete)
                        .build()
                        .run()
                        .failed())
                .isEqualTo(1);
        assertThat(fixture.deadLetters()).isEmpty();
    }

    @Test
    void a_problem_that_no_database_would_keep_is_kept_without_what_is_wrong_with_it() {
        fixture.place("A-1");
        Channel rude = n -> {
            throw DeliveryException.permanent("bad\u0000\r\n\uD800text" + "x".repeat(5000), null);
        };

        fixture.dispatcher().channel("mail", rude).build().run();

        assertThat(fixture.store.outbox().deadLettered(1).get(0).problem())
                .startsWith("bad   textx")
                .hasSize(1000);
    }

    @Test
    void a_message_for_a_channel_that_is_not_here_waits_and_the_log_says_so_once() {
        fixture.place("A-1");
        fixture.fire("A-1", "call");
        Dispatcher onlyMail = fixture.dispatcher().channel("mail", mail).build();
        try (CapturedLog log = new CapturedLog()) {
            onlyMail.run();
            onlyMail.run();

            assertThat(log.text())
                    .containsOnlyOnce(
                            "1 messages wait for the channel \"sms\", which this dispatcher does not have: give"
                                    + " it to channel(\"sms\", …) here or on another node, or correct the workflow's"
                                    + " \"notify\"");
        }

        assertThat(fixture.pending("A-1")).extracting(OutboxEntry::tries).containsExactly(0);
        dispatcher().run();
        assertThat(sms.ids()).containsExactly("A-1/2/0");
    }

    @Test
    void an_order_that_is_muted_drops_what_waits_but_for_what_is_always_sent() {
        fixture.place("A-1");
        fixture.fire("A-1", "call");
        fixture.mute("A-1");

        DispatchReport report = dispatcher().run();

        assertThat(report).isEqualTo(new DispatchReport(1, 0, 0, 1, Set.of()));
        assertThat(mail.ids()).isEmpty();
        assertThat(sms.ids()).containsExactly("A-1/2/0");
        assertThat(fixture.pending("A-1")).isEmpty();
    }

    @Test
    void an_order_whose_notifications_are_on_again_is_notified() {
        fixture.place("A-1");
        fixture.mute("A-1");
        fixture.orders.mute("A-1", Actor.of("customer"), false);

        dispatcher().run();

        assertThat(mail.ids()).containsExactly("A-1/1/0");
    }

    @Test
    void a_message_without_an_entry_is_a_dead_letter() {
        ForgedMessages forged = new ForgedMessages();
        Orders orders = Orders.builder(forged)
                .workflow(OutboxFixture.WORKFLOW)
                .clock(fixture.clock)
                .build();
        forged.withNextStep(
                new OutboxMessage("A-9", 1, 0, "customer", "mail"), new OutboxMessage("A-1", 7, 0, "customer", "mail"));
        orders.place("A-1", Request.of("place", Actor.of("customer")));
        forged.withNextStep(new OutboxMessage("A-1", 2, 0, "customer", "mail"));
        orders.mute("A-1", Actor.of("customer"), true);

        Dispatcher.builder(forged)
                .clock(fixture.clock)
                .channel("mail", mail)
                .build()
                .run();

        assertThat(forged.outbox().deadLettered(10))
                .extracting(OutboxEntry::problem)
                .containsExactly(
                        "entry 2 of order A-1 is a NotificationPreference; only transitions and comments are notified",
                        "entry 7 of order A-1 is not there, so there is nothing to send",
                        "entry 1 of order A-9 is not there, so there is nothing to send");
    }

    @Test
    void listeners_hear_what_becomes_of_messages() {
        fixture.place("A-1");
        fixture.place("A-2");
        fixture.place("A-3");
        fixture.place("A-4");
        fixture.mute("A-4");
        mail.refuse(n -> n.order().number().equals("A-2"));
        Channel moody = n -> {
            if (n.order().number().equals("A-3")) {
                throw DeliveryException.temporary("not now", null);
            }
            mail.send(n);
        };
        List<String> heard = new ArrayList<>();
        DispatchListener listener = new DispatchListener() {
            @Override
            public void sent(OutboxMessage message) {
                heard.add("sent " + message.number());
            }

            @Override
            public void failed(OutboxMessage message, int tries, String problem) {
                heard.add("failed " + message.number() + " " + tries + " " + problem);
            }

            @Override
            public void deadLettered(OutboxMessage message, String problem) {
                heard.add("dead-lettered " + message.number() + " " + problem);
            }

            @Override
            public void muted(OutboxMessage message) {
                heard.add("muted " + message.number());
            }
        };

        fixture.dispatcher().channel("mail", moody).listener(listener).build().run();

        assertThat(heard)
                .containsExactly("sent A-1", "dead-lettered A-2 no such mailbox", "failed A-3 1 not now", "muted A-4");
    }

    @Test
    void a_listener_that_fails_changes_nothing() {
        fixture.place("A-1");
        DispatchListener broken = new DispatchListener() {
            @Override
            public void sent(OutboxMessage message) {
                throw new IllegalStateException("planted");
            }
        };
        try (CapturedLog log = new CapturedLog()) {
            fixture.dispatcher().channel("mail", mail).listener(broken).build().run();

            assertThat(log.text()).contains("failed; the outbox has recorded what it was called with");
        }
        assertThat(fixture.pending("A-1")).isEmpty();
    }

    @Test
    void two_dispatchers_share_the_work() {
        fixture.place(1, 100);
        Mailbox other = new Mailbox();
        Dispatcher second = fixture.dispatcher().channel("mail", other).batch(7).build();
        Channel handingOver = n -> {
            mail.send(n);
            second.run();
        };

        fixture.dispatcher().channel("mail", handingOver).batch(5).build().run();

        assertThat(mail.ids()).hasSize(5);
        assertThat(other.ids()).hasSize(95).doesNotContainAnyElementsOf(mail.ids());
    }

    @Test
    void a_batch_that_takes_too_long_is_given_back_in_time() {
        fixture.place(1, 10);
        Channel slow = n -> {
            mail.send(n);
            fixture.clock.advance(Duration.ofSeconds(20));
        };
        List<Integer> triesLeft = new ArrayList<>();
        Dispatcher dispatcher = fixture.dispatcher()
                .channel("mail", slow)
                .lease(Duration.ofMinutes(1))
                .build();

        dispatcher.run();

        IntStream.rangeClosed(1, 10)
                .forEach(i -> triesLeft.add(fixture.pending("A-" + i).size()));
        assertThat(mail.ids()).hasSize(10).doesNotHaveDuplicates();
        assertThat(triesLeft).containsOnly(0);
    }

    @Test
    void a_dispatcher_that_died_loses_its_messages_to_another_when_its_lease_is_over() {
        fixture.place("A-1");
        Error death = new Error("planted");
        Channel deadly = n -> {
            throw death;
        };
        assertThatExceptionOfType(Error.class)
                .isThrownBy(() ->
                        fixture.dispatcher().channel("mail", deadly).build().run())
                .isSameAs(death);
        Dispatcher other = dispatcher();

        assertThat(other.run().sent()).isZero();
        fixture.clock.advance(Duration.ofMinutes(5));

        assertThat(other.run().sent()).isEqualTo(1);
        assertThat(mail.ids()).containsExactly("A-1/1/0");
    }

    @Test
    void a_failure_after_the_lease_leaves_the_message_to_its_new_claimer() {
        fixture.place("A-1");
        Dispatcher other = dispatcher();
        Channel verySlow = n -> {
            fixture.clock.advance(Duration.ofMinutes(5));
            other.run();
            throw DeliveryException.permanent("too late", null);
        };

        fixture.dispatcher().channel("mail", verySlow).build().run();

        assertThat(mail.ids()).containsExactly("A-1/1/0");
        assertThat(fixture.deadLetters()).isEmpty();
    }

    @Test
    void a_dispatcher_says_what_it_lacks() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Dispatcher.builder(fixture.store).build())
                .withMessage("a dispatcher needs at least one channel: give one to channel(…)");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Dispatcher.builder(fixture.store).channel("no/name", mail))
                .withMessage("\"no/name\" is no name of a channel, such as mail");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Dispatcher.builder(fixture.store).lease(Duration.ZERO))
                .withMessage("lease must be longer than nothing, but is PT0S");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Dispatcher.builder(fixture.store).threads(0))
                .withMessage("threads must be at least 1, but is 0");
    }

    @Test
    void a_closed_dispatcher_sends_nothing_any_more() {
        Dispatcher dispatcher = dispatcher();
        dispatcher.close();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(dispatcher::run)
                .withMessage("the dispatcher is closed: build another one");
    }
}
