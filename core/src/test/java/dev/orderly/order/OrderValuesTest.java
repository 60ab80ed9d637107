package dev.orderly.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderly.workflow.Data;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The small values that an order is made of. */
class OrderValuesTest {

    @Test
    void a_customer_says_nothing_personal_of_himself() {
        Customer customer =
                Customer.of("ijon.tichy@example.com").withName("Ijon Tichy").withLanguage("pl");

        assertThat(customer).hasToString("Customer[with e-mail]");
    }

    @Test
    void a_customer_without_an_address_says_so() {
        assertThat(Customer.UNKNOWN.withName("Ijon Tichy").withLanguage("pl")).hasToString("Customer[without e-mail]");
    }

    @Test
    void a_placement_says_nothing_personal_of_its_customer() {
        Placement placement = Placement.of("A-1", "shop", 1)
                .withCustomer(Customer.of("ijon.tichy@example.com")
                        .withName("Ijon Tichy")
                        .withLanguage("pl"));

        assertThat(placement.toString()).doesNotContain("ijon", "Ijon", "Tichy");
    }

    @Test
    void entries_and_views_of_an_order_print_nothing_personal() {
        Actor ijon = Actor.of("customer", "ijon.tichy");
        Data data = Data.of("recipient", "Ijon Tichy");
        CaseRef claim = new CaseRef(1, "claim");
        StatusTrail trail = StatusTrail.start("open", "opened", Activities.START);

        assertThat(Stream.of(
                                TransitionEntry.builder(1, ijon, Activities.START, "place", "new")
                                        .data(data)
                                        .comment("Ijon Tichy lives here.")
                                        .build(),
                                TransitionEntry.builder(2, ijon, Activities.START, "open", "opened")
                                        .caseRef(claim)
                                        .build(),
                                Comment.builder(3, ijon, Activities.START, "Ijon Tichy asks.")
                                        .attachments(List.of(new Attachment("Tichy.pdf", "application/pdf", 1, "00")))
                                        .build(),
                                NotificationPreference.of(4, ijon, Activities.START, true),
                                Migration.builder(5, ijon, Activities.START, 1, 2, "new", "fresh")
                                        .build(),
                                OrderCase.of(claim, "A-1", trail).withFields(data),
                                OrderState.of("A-1", "new", Activities.START).with("recipient", "Ijon Tichy"),
                                Parcel.of("Ijon-7").withCarrier("post").withLink("https://example.com/Ijon-7"))
                        .map(Object::toString))
                .containsExactly(
                        "TransitionEntry[1, place: start → new, by customer at " + Activities.START + "]",
                        "TransitionEntry[2, claim 1, open: start → opened, by customer at " + Activities.START + "]",
                        "Comment[3, by customer at " + Activities.START + ", for EVERYONE, 1 files]",
                        "NotificationPreference[4, off, by customer at " + Activities.START + "]",
                        "Migration[5, new of version 1 → fresh of version 2, by customer at " + Activities.START + "]",
                        "OrderCase[A-1, claim 1, opened, open]",
                        "OrderState[A-1, new since " + Activities.START + "]",
                        "Parcel[of post]");
    }

    @Test
    void a_customer_can_say_which_language_he_reads() {
        assertThat(Customer.of("a@b.example").withLanguage("el"))
                .isEqualTo(Customer.of("a@b.example").withLanguage("el"));
    }

    @Test
    void an_order_has_a_number() {
        assertThatThrownBy(() -> Placement.of(" ", "shop", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an order's number cannot be blank");
    }

    @Test
    void a_line_is_of_one_piece_at_least() {
        assertThatThrownBy(() -> Line.of("978", "Solaris", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the quantity of 978 must be at least 1, but is 0");
    }

    @Test
    void a_line_is_available_from_its_day_on() {
        Line line = Line.of("978", "Solaris", 1).withAvailableFrom(LocalDate.parse("2026-05-31"));

        assertThat(line.isAvailableOn(LocalDate.parse("2026-05-30"))).isFalse();
        assertThat(line.isAvailableOn(LocalDate.parse("2026-05-31"))).isTrue();
    }

    @Test
    void a_role_has_a_valid_name() {
        assertThatThrownBy(() -> Actor.of("<admin>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"<admin>\" cannot be a role: it is no valid name");
    }

    @Test
    void an_actor_is_told_with_his_id() {
        assertThat(Actor.of("staff", "eva")).hasToString("staff:eva");
        assertThat(Actor.system()).hasToString("system");
    }

    @Test
    void a_view_of_a_shops_own_order_says_what_it_was_told() {
        OrderState state = OrderState.of("7", "open", Activities.START)
                .with("gift", true)
                .withEvent("pay", Activities.at(1))
                .withLines(List.of(Line.of("1", "Solaris", 1)));

        assertThat(state.field("gift")).isEqualTo(true);
        assertThat(state.timeOf("pay")).isEqualTo(Activities.at(1));
        assertThat(state.timeOf("ship")).isNull();
        assertThat(state.lines()).hasSize(1);
        assertThat(state.lastMove()).isEqualTo(Activities.START);
    }
}
