package dev.orderly;

import static dev.orderly.OrdersFixture.place;
import static dev.orderly.OrdersFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.store.Change;
import dev.orderly.store.ConflictException;
import org.junit.jupiter.api.Test;

class PrivacyTest {

    private static final Customer ANNA =
            Customer.of("anna@example.org").withName("Anna Nowak").withLanguage("pl");

    @Test
    void nothing_personal_is_logged_even_when_things_go_wrong() {
        SettableClock clock = new SettableClock();
        ForwardingStore stubborn = new ForwardingStore() {
            private int appended;

            @Override
            public void append(Change change) {
                if (++appended % 2 == 1) {
                    throw new ConflictException("somebody else was faster");
                }
                super.append(change);
            }
        };
        Orders orders = Orders.builder(stubborn)
                .workflow(OrdersFixture.GUARDED)
                .guard("may-expire", (order, request) -> {
                    throw new IllegalStateException("no credit bureau");
                })
                .listener((order, entry) -> {
                    throw new IllegalStateException("no mail server");
                })
                .clock(clock)
                .build();

        try (CapturedLog log = new CapturedLog()) {
            orders.place(
                    "A-1",
                    place().withCustomer(ANNA).with("note", "my secret note").withComment("my secret words"));
            orders.comment(
                    "A-1",
                    CommentRequest.of(Actor.of("customer", "anna.n"), "my secret question")
                            .withUploads(new Upload("my secret.pdf", "application/pdf", new byte[1])));
            orders.fire("A-1", staff("remark").with("note", "my secret remark"));
            orders.mute("A-1", Actor.of("customer", "anna.n"), true);
            clock.days(14);
            orders.sweep();

            assertThat(log.text())
                    .contains("conflict in attempt 1 of 10", "no mail server", "no credit bureau")
                    .doesNotContainIgnoringCase("secret", "anna", "Nowak");
        }
    }

    @Test
    void a_customer_in_a_text_shows_nothing_personal() {
        assertThat(place().withCustomer(ANNA).toString()).doesNotContain("anna", "Nowak");
    }
}
