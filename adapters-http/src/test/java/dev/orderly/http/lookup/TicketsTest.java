package dev.orderly.http.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TicketsTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final byte[] SECRET = "a secret of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_ticket_names_its_order_whatever_is_in_the_number() {
        Tickets tickets = at(NOON);

        assertThat(tickets.number(tickets.issue("2026/118.ł&\"<"))).hasValue("2026/118.ł&\"<");
    }

    @Test
    void a_ticket_is_good_for_its_time_and_on_every_node_with_the_same_secret() {
        String ticket = at(NOON).issue("1");

        assertThat(at(NOON.plusSeconds(1799)).number(ticket)).hasValue("1");
        assertThat(at(NOON.plusSeconds(1800)).number(ticket)).isEmpty();
    }

    @Test
    void no_character_of_a_ticket_can_be_changed() {
        Tickets tickets = at(NOON);
        String ticket = tickets.issue("1001");
        // the last character of Base64 carries bits that are not read, so it is left out
        for (int i = 0; i < ticket.length() - 1; i++) {
            char other = ticket.charAt(i) == 'A' ? 'B' : 'A';
            String changed = ticket.substring(0, i) + other + ticket.substring(i + 1);

            assertThat(tickets.number(changed)).as(changed).isEmpty();
        }
    }

    @Test
    void what_is_no_ticket_at_all_is_none() {
        for (String text : new String[] {"", ".", "..", "a.b", "a.b.c", "a.1.c", "x".repeat(5000)}) {
            assertThat(at(NOON).number(text)).as(text).isEmpty();
        }
    }

    @Test
    void a_short_secret_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tickets(new byte[16], Duration.ofMinutes(30), Clock.systemUTC()))
                .withMessage("the secret of the status page needs at least 32 random bytes, but has 16");
    }

    private static Tickets at(Instant now) {
        return new Tickets(SECRET, Duration.ofMinutes(30), Clock.fixed(now, ZoneOffset.UTC));
    }
}
