package dev.orderly.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.CapturedLog;
import dev.orderly.store.Backlog;
import dev.orderly.store.OutboxEntry;
import dev.orderly.store.OutboxLease;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Messages while a channel is down: back-off and circuit breaker. */
class OutageTest {

    private final OutboxFixture fixture = new OutboxFixture();
    private final Mailbox mail = new Mailbox();
    private final Dispatcher dispatcher = fixture.dispatcher()
            .channel("mail", mail)
            .channel("sms", new Mailbox())
            .build();

    @Test
    void a_channel_that_is_down_is_left_alone_but_for_a_trial_now_and_then() {
        fixture.place(1, 100);
        mail.goDown();

        assertThat(dispatcher.run().paused()).containsExactly("mail");
        assertThat(mail.tries()).isEqualTo(5);
        dispatcher.run();
        assertThat(mail.tries()).as("not before a second is over").isEqualTo(5);
        fixture.clock.advance(Duration.ofSeconds(1));
        dispatcher.run();
        assertThat(mail.tries()).isEqualTo(6);
    }

    @Test
    void an_outage_of_four_days_makes_no_dead_letters_and_is_over_within_a_minute_for_all_that_was_not_tried() {
        mail.goDown();
        for (int hour = 0; hour < 96; hour++) {
            fixture.place(hour * 10, hour * 10 + 9);
            fixture.let(Duration.ofHours(1), Duration.ofMinutes(1), dispatcher);
        }
        int triesInVain = mail.tries();
        Backlog.ChannelBacklog waiting =
                fixture.store.outbox().backlog().channels().get(0);
        mail.comeBack();

        fixture.let(Duration.ofMinutes(1), Duration.ofMinutes(1), dispatcher);
        int afterAMinute = mail.ids().size();
        fixture.let(Duration.ofMinutes(15), Duration.ofMinutes(1), dispatcher);

        assertThat(waiting.waiting()).isEqualTo(960);
        assertThat(Duration.between(waiting.oldest(), fixture.clock.instant())).isGreaterThan(Duration.ofDays(4));
        assertThat(fixture.deadLetters()).isEmpty();
        assertThat(triesInVain).isLessThanOrEqualTo(96 * 60 + 5);
        assertThat(afterAMinute).isGreaterThan(900);
        assertThat(mail.ids()).hasSize(960).doesNotHaveDuplicates();
    }

    @Test
    void a_single_message_that_is_tried_all_the_time_outlives_five_days() {
        fixture.place("A-1");
        mail.goDown();

        fixture.let(Duration.ofDays(5), Duration.ofMinutes(1), dispatcher);
        mail.comeBack();
        fixture.let(Duration.ofMinutes(15), Duration.ofMinutes(1), dispatcher);

        assertThat(mail.ids()).containsExactly("A-1/1/0");
    }

    @Test
    void the_messages_of_an_order_keep_their_order_through_an_outage() {
        mail.goDown();
        fixture.place(1, 50);
        dispatcher.run();
        for (int i = 1; i <= 50; i++) {
            fixture.fire("A-" + i, "pack");
            fixture.let(Duration.ofMinutes(1), Duration.ofMinutes(1), dispatcher);
            fixture.fire("A-" + i, "send");
        }
        mail.comeBack();

        fixture.let(Duration.ofMinutes(16), Duration.ofMinutes(1), dispatcher);

        assertThat(mail.ids()).hasSize(150).doesNotHaveDuplicates();
        assertThat(mail.taken().stream()
                        .collect(Collectors.groupingBy(
                                n -> n.order().number(),
                                Collectors.mapping(n -> n.order().status(), Collectors.toList())))
                        .values())
                .allMatch(List.of("new", "packed", "sent")::equals);
    }

    @Test
    void a_channel_that_is_down_holds_up_no_other_channel() {
        mail.goDown();
        fixture.place(1, 20);
        Mailbox sms = new Mailbox();
        Dispatcher both =
                fixture.dispatcher().channel("mail", mail).channel("sms", sms).build();
        OutboxEntry waiting = fixture.pending("A-20").get(0);
        fixture.store.outbox().sent(new OutboxLease(waiting, Objects.requireNonNull(waiting.availableAt())));
        fixture.fire("A-20", "call");

        both.run();

        assertThat(sms.ids()).containsExactly("A-20/2/0");
    }

    @Test
    void the_log_says_once_that_a_channel_is_down_and_once_that_it_is_back() {
        fixture.place(1, 100);
        mail.goDown();
        try (CapturedLog log = new CapturedLog()) {
            fixture.let(Duration.ofMinutes(10), Duration.ofSeconds(10), dispatcher);
            mail.comeBack();
            fixture.let(Duration.ofMinutes(2), Duration.ofSeconds(10), dispatcher);

            assertThat(log.text())
                    .containsOnlyOnce(
                            "channel mail seems to be down, so its messages wait: the server does not answer");
        }
    }

    @Test
    void refusals_of_single_messages_are_no_outage() {
        fixture.place(1, 100);
        mail.refuse(n -> !n.order().number().equals("A-100"));

        DispatchReport report = dispatcher.run();

        assertThat(report.paused()).isEmpty();
        assertThat(report.deadLettered()).isEqualTo(99);
        assertThat(report.sent()).isEqualTo(1);
    }
}
