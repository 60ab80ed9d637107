package dev.orderly.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.store.OutboxMessage;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Recipients of notifications, and the messages that they read. */
class RecipientsTest {

    private static Notification to(String role, Customer customer) {
        Orders orders = Orders.inMemory(OutboxFixture.WORKFLOW);
        orders.place("A-1", Request.of("place", Actor.of("customer")).withCustomer(customer));
        var order = orders.find("A-1").orElseThrow();
        var activity = orders.history("A-1").orElseThrow().activities().get(0);
        return Notification.of(new OutboxMessage("A-1", 1, 0, role, "mail"), activity, order, orders.workflowOf(order));
    }

    @Test
    void a_customer_is_reached_by_the_orders_email() {
        Customer anna = Customer.of("anna@example.org").withName("Anna").withLanguage("pl");

        assertThat(Recipients.customers().of(to("customer", anna)))
                .contains(Recipient.of("anna@example.org").withName("Anna").withLanguage("pl"));
        assertThat(Recipients.customers().of(to("customer", Customer.UNKNOWN))).isEmpty();
        assertThat(Recipients.customers().of(to("customer", Customer.of("  ")))).isEmpty();
        assertThat(Recipients.customers().of(to("staff", anna))).isEmpty();
    }

    @Test
    void a_shop_names_the_recipients_of_other_roles_one_role_at_a_time() {
        Recipient office = Recipient.of("office@example.org");
        Recipients recipients = Recipients.customers().or("staff", n -> office).or("seller", n -> null);
        Customer anna = Customer.of("anna@example.org");

        assertThat(recipients.of(to("staff", anna))).contains(office);
        assertThat(recipients.of(to("seller", anna))).isEmpty();
        assertThat(recipients.of(to("customer", anna))).contains(Recipient.of("anna@example.org"));
    }

    @Test
    void a_recipient_is_a_value() {
        Recipient anna = Recipient.of("anna@example.org").withName("Anna").withLanguage("pl");

        assertThat(anna)
                .isEqualTo(Recipient.of("anna@example.org").withLanguage("pl").withName("Anna"))
                .hasSameHashCodeAs(
                        Recipient.of("anna@example.org").withLanguage("pl").withName("Anna"))
                .isNotEqualTo(anna.withName(null))
                .isNotEqualTo(anna.withLanguage("el"))
                .isNotEqualTo(Recipient.of("jan@example.org").withName("Anna").withLanguage("pl"))
                .isNotEqualTo("anna@example.org");
        assertThat(anna.address()).isEqualTo("anna@example.org");
        assertThat(anna.name()).isEqualTo("Anna");
        assertThat(anna.language()).isEqualTo("pl");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recipient.of(" "))
                .withMessage("the address of a recipient cannot be blank");
    }

    @Test
    void a_message_is_plain_text_until_it_has_more() {
        RenderedMessage plain = RenderedMessage.of("pl", "Paczka czeka");
        RenderedMessage mail =
                plain.withSubject("Paczka").withHtml("<p>").withMuteLink(URI.create("https://example.org/mute"));

        assertThat(plain.subject()).isEmpty();
        assertThat(plain.html()).isEmpty();
        assertThat(plain.muteLink()).isNull();
        assertThat(mail.language()).isEqualTo("pl");
        assertThat(mail.text()).isEqualTo("Paczka czeka");
        assertThat(mail.subject()).isEqualTo("Paczka");
        assertThat(mail.html()).isEqualTo("<p>");
        assertThat(mail.muteLink()).isEqualTo(URI.create("https://example.org/mute"));
    }

    @Test
    void recipients_and_messages_do_not_show_in_logs() {
        assertThat(Recipient.of("anna@example.org").withName("Anna").withLanguage("pl"))
                .hasToString("Recipient[pl]");
        assertThat(Recipient.of("anna@example.org")).hasToString("Recipient[]");
        assertThat(RenderedMessage.of("pl", "text").withSubject("subject").withHtml("html"))
                .hasToString("RenderedMessage[pl, 4 characters]");
    }
}
