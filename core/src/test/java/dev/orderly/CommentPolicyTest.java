package dev.orderly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.CommentResult;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Recorded;
import dev.orderly.file.Presets;
import dev.orderly.order.Actor;
import dev.orderly.order.Comment;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import dev.orderly.store.OutboxMessage;
import dev.orderly.workflow.ContactData;
import dev.orderly.workflow.ConversationRules;
import dev.orderly.workflow.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told of a comment, and what becomes of contact data in it. */
class CommentPolicyTest {

    private static final Actor CUSTOMER = Actor.of("customer");
    private static final Actor SELLER = Actor.of("seller");
    private static final Actor STAFF = Actor.of("staff");
    private static final String TEXT = "write to anna@example.org";

    private final OrderStore store = new InMemoryOrderStore();

    private Orders orders(ConversationRules rules) {
        return orders(
                OrdersFixture.WORKFLOW.extend("talking").conversation(rules).build());
    }

    private Orders orders(Workflow workflow) {
        Orders orders = Orders.builder(store).workflow(workflow).build();
        OrdersFixture.accepted(orders.place("A-1", OrdersFixture.place()));
        return orders;
    }

    private Orders between() {
        return orders(ConversationRules.of("customer", "seller"));
    }

    private List<OutboxMessage> messages() {
        return store.outbox().pending("A-1").stream().map(d -> d.message()).toList();
    }

    private static String text(CommentResult outcome) {
        if (outcome instanceof Recorded noted && noted.entry() instanceof Comment comment) {
            return comment.text();
        }
        throw new AssertionError("expected a comment taken down, but got " + outcome);
    }

    @Test
    void the_other_side_is_told_of_a_comment() {
        Orders orders = between();

        orders.comment("A-1", CommentRequest.of(CUSTOMER, "when?"));
        orders.comment("A-1", CommentRequest.of(SELLER, "soon"));

        assertThat(messages())
                .containsExactly(
                        new OutboxMessage("A-1", 2, 0, "seller", "mail"),
                        new OutboxMessage("A-1", 3, 0, "customer", "mail"));
    }

    @Test
    void a_file_without_a_text_is_told_of_too() {
        Orders orders = between();

        orders.comment(
                "A-1", CommentRequest.of(SELLER, "").withUploads(new Upload("a.pdf", "application/pdf", new byte[1])));

        assertThat(messages()).containsExactly(new OutboxMessage("A-1", 2, 0, "customer", "mail"));
    }

    @Test
    void both_sides_are_told_of_what_a_third_says() {
        between().comment("A-1", CommentRequest.of(Actor.of("platform"), "please be kind"));

        assertThat(messages())
                .containsExactly(
                        new OutboxMessage("A-1", 2, 0, "customer", "mail"),
                        new OutboxMessage("A-1", 2, 1, "seller", "mail"));
    }

    @Test
    void the_customer_is_never_told_of_an_internal_comment() {
        between().comment("A-1", CommentRequest.of(STAFF, "a difficult one").asInternal());

        assertThat(messages()).containsExactly(new OutboxMessage("A-1", 2, 0, "seller", "mail"));
    }

    @Test
    void a_customer_who_turned_notifications_off_hears_of_no_comment_and_the_seller_does() {
        Orders orders = between();
        orders.mute("A-1", CUSTOMER, true);

        orders.comment("A-1", CommentRequest.of(SELLER, "soon"));
        orders.comment("A-1", CommentRequest.of(CUSTOMER, "when?"));

        assertThat(messages()).containsExactly(new OutboxMessage("A-1", 4, 0, "seller", "mail"));
    }

    @Test
    void the_workflow_says_by_what_channel() {
        orders(ConversationRules.of("customer", "staff").withChannel("sms"))
                .comment("A-1", CommentRequest.of(STAFF, "soon"));

        assertThat(messages()).containsExactly(new OutboxMessage("A-1", 2, 0, "customer", "sms"));
    }

    @Test
    void without_a_conversation_nobody_is_told() {
        orders(OrdersFixture.WORKFLOW).comment("A-1", CommentRequest.of(STAFF, "soon"));

        assertThat(messages()).isEmpty();
    }

    @Test
    void a_repeated_comment_is_told_of_once() {
        Orders orders = between();
        CommentRequest comment = CommentRequest.of(SELLER, "soon").withId("c-1");

        orders.comment("A-1", comment);
        orders.comment("A-1", comment);

        assertThat(messages()).hasSize(1);
    }

    @Test
    void orders_that_are_brought_over_tell_nobody_of_their_comments() {
        between();
        Orders.builder(store)
                .workflow(OrdersFixture.WORKFLOW
                        .extend("talking")
                        .conversation(ConversationRules.of("customer", "seller"))
                        .build())
                .withoutNotifications()
                .build()
                .comment("A-1", CommentRequest.of(SELLER, "soon"));

        assertThat(messages()).isEmpty();
    }

    @Test
    void contact_data_can_be_refused() {
        Orders orders = orders(ConversationRules.of("customer", "seller").withContactData(ContactData.REFUSE));

        CommentResult outcome = orders.comment("A-1", CommentRequest.of(CUSTOMER, TEXT));

        assertThat(OrdersFixture.rejected(outcome).code()).isEqualTo(Reason.DATA_INVALID);
        assertThat(OrdersFixture.rejected(outcome).explain(OrdersFixture.WORKFLOW, "en"))
                .isEqualTo("Please leave out e-mail addresses: everything about the order can be said here.");
        assertThat(orders.find("A-1").orElseThrow().sequence()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "call 600 123 456, Prosimy nie podawać numerów telefonu: o zamówieniu można porozmawiać tutaj.",
        "see www.example.org, Prosimy nie podawać linków ani adresów stron: o zamówieniu można porozmawiać tutaj."
    })
    void a_refusal_says_what_to_leave_out(String text, String sentence) {
        Orders orders = orders(ConversationRules.of("customer", "seller").withContactData(ContactData.REFUSE));

        assertThat(OrdersFixture.rejected(orders.comment("A-1", CommentRequest.of(SELLER, text)))
                        .explain(OrdersFixture.WORKFLOW, "pl"))
                .isEqualTo(sentence);
    }

    @Test
    void contact_data_can_be_masked_and_is_kept_nowhere() {
        Orders orders = orders(ConversationRules.of("customer", "seller").withContactData(ContactData.MASK));

        assertThat(text(orders.comment("A-1", CommentRequest.of(CUSTOMER, TEXT))))
                .isEqualTo("write to •••");
        assertThat(orders.history("A-1").orElseThrow().activities().get(1))
                .isInstanceOfSatisfying(
                        Comment.class, kept -> assertThat(kept.text()).isEqualTo("write to •••"));
    }

    @Test
    void a_masked_comment_that_is_repeated_is_the_same_request() {
        Orders orders = orders(ConversationRules.of("customer", "seller").withContactData(ContactData.MASK));
        CommentRequest comment = CommentRequest.of(CUSTOMER, TEXT).withId("c-1");

        assertThat(orders.comment("A-1", comment)).isEqualTo(orders.comment("A-1", comment));
    }

    @Test
    void who_is_no_side_of_the_conversation_may_give_contact_data() {
        Orders orders = orders(ConversationRules.of("customer", "seller").withContactData(ContactData.REFUSE));

        assertThat(text(orders.comment("A-1", CommentRequest.of(Actor.of("platform"), TEXT))))
                .isEqualTo(TEXT);
    }

    @Test
    void contact_data_is_allowed_unless_said() {
        assertThat(text(between().comment("A-1", CommentRequest.of(CUSTOMER, TEXT))))
                .isEqualTo(TEXT);
    }

    @Test
    void the_presets_have_the_conversations_of_their_shops() {
        assertThat(Presets.bookstore().conversation()).isEqualTo(ConversationRules.of("customer", "staff"));
        assertThat(Presets.ipStore().conversation()).isEqualTo(ConversationRules.of("customer", "staff"));
        assertThat(Presets.marketplaceSeller().conversation())
                .isEqualTo(ConversationRules.of("customer", "seller").withContactData(ContactData.REFUSE));
        assertThat(Presets.marketplaceAcceptance().conversation())
                .isEqualTo(ConversationRules.of("customer", "seller").withContactData(ContactData.MASK));
        assertThat(Presets.pickupPoint().conversation()).isNull();
    }
}
