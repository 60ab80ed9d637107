package dev.orderly.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.store.OutboxMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DeliveryGuaranteesTest {

    private static final String[] STEPS = {"pack", "send"};

    /** Accepts messages or fails in every possible way; it may even report a failure for a message that it accepted. */
    private record Moody(Random random, int failures, Map<String, List<OutboxMessage>> taken) implements Channel {

        @Override
        public void send(Notification notification) {
            boolean fails = random.nextInt(100) < failures;
            if (!fails || random.nextInt(4) == 0) {
                taken.computeIfAbsent(notification.order().number(), n -> new ArrayList<>())
                        .add(notification.message());
            }
            if (!fails) {
                return;
            }
            switch (random.nextInt(12)) {
                case 0 -> throw DeliveryException.permanent("never", null);
                case 1, 2, 3 -> throw new IllegalStateException("broken");
                default -> throw DeliveryException.temporary("not now", null);
            }
        }
    }

    @Property(tries = 100)
    void each_message_is_sent_at_least_once_in_order_for_each_order_or_is_dead_lettered(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int orders,
            @ForAll @IntRange(max = 90) int failures,
            @ForAll @IntRange(min = 1, max = 5) int batch) {
        OutboxFixture fixture = new OutboxFixture();
        Random random = new Random(seed);
        Moody moody = new Moody(random, failures, new LinkedHashMap<>());
        Dispatcher[] dispatchers = {dispatcher(fixture, moody, batch), dispatcher(fixture, moody, 20)};
        fixture.place(1, orders);
        for (String step : STEPS) {
            for (int i = 1; i <= orders; i++) {
                fixture.fire("A-" + i, step);
                dispatchers[random.nextInt(2)].run();
                fixture.clock.advance(Duration.ofSeconds(random.nextInt(20)));
            }
        }

        fixture.let(Duration.ofHours(4), Duration.ofMinutes(1), dispatchers);

        assertThat(fixture.store.outbox().backlog().waiting()).isZero();
        Set<OutboxMessage> deadLetters = new LinkedHashSet<>(fixture.deadLetters());
        for (int i = 1; i <= orders; i++) {
            List<OutboxMessage> all = new ArrayList<>();
            for (int sequence = 1; sequence <= 1 + STEPS.length; sequence++) {
                all.add(new OutboxMessage("A-" + i, sequence, 0, "customer", "mail"));
            }
            List<OutboxMessage> taken = moody.taken().getOrDefault("A-" + i, List.of());
            assertThat(taken).isSortedAccordingTo((a, b) -> Long.compare(a.sequence(), b.sequence()));
            all.removeAll(deadLetters);
            assertThat(taken).containsAll(all);
        }
    }

    /** Its clock stands still as well, so it cannot see that its leases have expired. */
    @Test
    void a_machine_that_stood_still_while_others_sent_its_messages_sends_only_the_one_it_had_begun() {
        OutboxFixture fixture = new OutboxFixture();
        fixture.place(1, 12);
        Mailbox sent = new Mailbox();
        Dispatcher awake = fixture.dispatcher()
                .clock(Clock.offset(fixture.clock, Duration.ofHours(1)))
                .channel("mail", sent)
                .build();
        Dispatcher paused = fixture.dispatcher()
                .channel("mail", notification -> {
                    awake.run();
                    sent.send(notification);
                })
                .build();

        paused.run();

        assertThat(sent.ids()).hasSize(13);
        assertThat(Set.copyOf(sent.ids())).hasSize(12);
    }

    private static Dispatcher dispatcher(OutboxFixture fixture, Channel channel, int batch) {
        return fixture.dispatcher()
                .channel("mail", channel)
                .batch(batch)
                .maxTries(20)
                .backoff(Duration.ofSeconds(1), Duration.ofMinutes(2))
                .build();
    }
}
