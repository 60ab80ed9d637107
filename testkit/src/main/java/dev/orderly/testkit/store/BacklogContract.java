package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.store.Backlog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.orderly.store.Outbox#backlog}. */
public abstract class BacklogContract extends OutboxFixture {

    @Test
    void the_backlog_says_how_many_wait_since_when_and_how_many_dead_letters_there_are() {
        shipped("A-1");
        shipped("A-2");
        placed("A-3", START.plusSeconds(5));
        outbox.deadLetter(held(placing("A-1")), "no such mailbox");
        outbox.failed(held(placing("A-2")), LATER, "the server does not answer");

        assertThat(outbox.backlog())
                .isEqualTo(new Backlog(
                        List.of(
                                new Backlog.ChannelBacklog("mail", 4, START),
                                new Backlog.ChannelBacklog("webhook", 2, START.plusSeconds(60))),
                        1));
        assertThat(outbox.backlog().waiting()).isEqualTo(6);
    }

    @Test
    void the_backlog_follows_what_is_sent_again_and_what_is_sent() {
        shipped("A-1");
        outbox.deadLetter(held(placing("A-1")), "no such mailbox");
        outbox.sent(held(shipping("A-1")));

        assertThat(outbox.backlog())
                .isEqualTo(new Backlog(List.of(new Backlog.ChannelBacklog("webhook", 1, START.plusSeconds(60))), 1));
        outbox.resend(placing("A-1"), LATER);
        store.maintain();
        assertThat(outbox.backlog())
                .isEqualTo(new Backlog(
                        List.of(
                                new Backlog.ChannelBacklog("mail", 1, START),
                                new Backlog.ChannelBacklog("webhook", 1, START.plusSeconds(60))),
                        0));
    }

    @Test
    void the_backlog_of_an_empty_outbox_is_empty() {
        assertThat(outbox.backlog()).isEqualTo(new Backlog(List.of(), 0));
    }
}
