package dev.orderly.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.Request;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.order.Activity;
import dev.orderly.order.ActivityKind;
import dev.orderly.order.Actor;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Customer;
import dev.orderly.order.HashChain;
import dev.orderly.order.History;
import dev.orderly.order.Migration;
import dev.orderly.order.Order;
import dev.orderly.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleViewTest {

    private static final Workflow WORKFLOW =
            WorkflowFiles.read("bakery.yaml", """
            workflow: bakery
            version: 1
            languages: [en]
            customer-statuses:
              baking:
                label: { en: We bake it }
                note: { en: It smells good already. }
            fields:
              oven:    { type: text, label: { en: Oven } }
              carrier: { type: text }
              wish:    { type: text }
              remedy:  { type: text, label: { en: Remedy } }
            statuses:
              kneading: { label: { en: Kneading }, shown-as: baking }
              burnt:    { label: { en: Burnt }, shown-as: baking }
              sent:     { label: { en: Sent } }
              eaten:    { label: { en: Eaten }, done: true }
            events:
              place: { label: { en: Order bread } }
            transitions:
              - { on: place, to: kneading, by: customer, takes: wish }
              - { on: burn, from: kneading, to: burnt, by: staff, takes: oven }
              - { on: knead, from: burnt, to: kneading, by: staff, takes: oven }
              - { on: apologize, from: kneading, stay: true, by: staff, takes: remedy, notify: customer }
              - { on: send, from: kneading, to: sent, by: staff, takes: [carrier, oven], when: { oven: old }, notify: customer }
              - { on: send, from: kneading, to: sent, by: staff, takes: [carrier, oven] }
              - { on: eat, from: sent, to: eaten, by: customer }
            cases:
              complaint:
                label: { en: Complaint }
                open-in: [kneading, sent]
                fields:
                  reason:  { type: text, label: { en: Reason } }
                  verdict: { type: text }
                  answer:  { type: text, label: { en: Answer } }
                statuses:
                  opened: { label: { en: Opened } }
                  judged: { label: { en: Judged } }
                  closed: { label: { en: Closed }, done: true }
                transitions:
                  - { on: open, to: opened, by: customer, needs: reason }
                  - { on: judge, from: opened, to: judged, by: staff, needs: verdict }
                  - { on: close, from: judged, to: closed, by: staff, needs: answer, notify: customer }
            """).orThrow();

    private static final Actor CUSTOMER = Actor.of("customer", "c-17");
    private static final Actor STAFF = Actor.of("staff", "anna");

    private final Orders orders = Orders.inMemory(WORKFLOW);
    private final RoleView customer = RoleView.of(WORKFLOW, "customer", "en");
    private final RoleView staff = RoleView.of(WORKFLOW, "staff", "en");

    @BeforeEach
    void place() {
        done(orders.place(
                        "1",
                        Request.of("place", CUSTOMER)
                                .with("wish", "dark")
                                .withComment("Thank you.")
                                .withCustomer(Customer.of("ijon.tichy@example.com")))
                .isAccepted());
    }

    @Test
    void a_customer_sees_the_coarser_status_and_staff_the_status_itself() {
        assertThat(customer.status("burnt"))
                .isEqualTo(new VisibleStatus("baking", "We bake it", "It smells good already."));
        assertThat(staff.status("burnt")).isEqualTo(new VisibleStatus("burnt", "Burnt", ""));
        assertThat(RoleView.of(WORKFLOW, "customer", "pl").status("kneading").label())
                .isEqualTo("We bake it");
        assertThat(customer.status("sent")).isEqualTo(staff.status("sent"));
    }

    @Test
    void a_coarser_status_stands_for_those_that_it_hides_and_a_hidden_one_for_none() {
        assertThat(customer.statusesShownAs("baking")).containsExactlyInAnyOrder("kneading", "burnt");
        assertThat(customer.statusesShownAs("burnt")).isEmpty();
        assertThat(staff.statusesShownAs("burnt")).containsExactly("burnt");
    }

    @Test
    void stays_that_look_the_same_are_one() {
        step("burn", "1");
        step("knead", "2");
        step("send", "3");
        List<VisibleStay> seen = customer.stays(order().trail());

        assertThat(seen).extracting(stay -> stay.status().name()).containsExactly("baking", "sent");
        assertThat(seen.get(0).left()).isEqualTo(seen.get(1).reached());
        assertThat(seen.get(0).reached()).isEqualTo(order().placedAt());
        assertThat(seen.get(1).left()).isNull();
        assertThat(staff.stays(order().trail())).hasSize(4);
    }

    @Test
    void a_customer_sees_entries_that_change_the_status_that_he_sees_his_own_and_those_that_notify_him() {
        step("burn", "gas");
        step("knead", "wood");
        done(orders.fire("1", Request.of("apologize", STAFF).with("remedy", "a bun"))
                .isAccepted());
        step("send", "old");
        done(orders.fire("1", Request.of("eat", CUSTOMER)).isAccepted());

        assertThat(customer.entries(history()))
                .extracting(VisibleEntry::sequence)
                .containsExactly(1L, 4L, 5L, 6L);
        assertThat(staff.entries(history())).hasSize(6);
    }

    @Test
    void a_customer_reads_the_data_of_his_own_steps_and_of_those_that_notify_him() {
        done(orders.fire(
                        "1",
                        Request.of("apologize", STAFF).with("remedy", "a bun").withComment("cheap"))
                .isAccepted());
        List<VisibleEntry> seen = customer.entries(history());

        assertThat(seen.get(0).event()).isEqualTo("place");
        assertThat(seen.get(0).eventLabel()).isEqualTo("Order bread");
        assertThat(seen.get(0).text()).isEqualTo("Thank you.");
        assertThat(seen.get(0).fields()).extracting(VisibleField::value).containsExactly("dark");
        assertThat(seen.get(1).event()).isNull();
        assertThat(seen.get(1).eventLabel()).isNull();
        assertThat(seen.get(1).text()).isNull();
        assertThat(seen.get(1).fields())
                .containsExactly(new VisibleField(WORKFLOW.field("remedy").orElseThrow(), "Remedy", "a bun"));
    }

    @Test
    void a_step_that_one_of_several_transitions_may_have_made_shows_its_data_only_if_each_of_them_notifies() {
        step("send", "old");
        VisibleEntry sent = customer.entries(history()).get(1);

        assertThat(sent.to()).isEqualTo(customer.status("sent"));
        assertThat(sent.data()).isNull();
        assertThat(sent.fields()).isEmpty();
        assertThat(staff.entries(history()).get(1).data()).isNotNull();
    }

    @Test
    void a_step_that_a_role_is_notified_of_shows_its_data_whatever_else_may_have_made_it() {
        step("send", "old");
        Activity sent = history().activities().get(1);

        assertThat(customer.entry(sent)).get().extracting(VisibleEntry::data).isNull();
        assertThat(customer.notified(sent)).get().extracting(VisibleEntry::data).isNotNull();
        assertThat(customer.notified(sent))
                .get()
                .extracting(VisibleEntry::event)
                .isNull();
    }

    @Test
    void a_comment_that_a_role_does_not_see_notifies_it_of_nothing() {
        orders.comment("1", CommentRequest.of(STAFF, "Between us.").asInternal());
        Activity comment = history().activities().get(1);

        assertThat(customer.notified(comment)).isEmpty();
        assertThat(staff.notified(comment)).get().extracting(VisibleEntry::text).isEqualTo("Between us.");
    }

    @Test
    void a_customer_sees_every_step_of_a_case_and_reads_the_answer_but_not_the_verdict() {
        done(orders.openCase("1", "complaint", Request.of("open", CUSTOMER).with("reason", "stale"))
                .isAccepted());
        done(orders.fireCase("1", 1, Request.of("judge", STAFF).with("verdict", "he is right"))
                .isAccepted());
        done(orders.fireCase("1", 1, Request.of("close", STAFF).with("answer", "sorry"))
                .isAccepted());
        List<VisibleEntry> seen = customer.entries(history()).subList(1, 4);

        assertThat(seen).extracting(VisibleEntry::caseRef).containsOnly(new CaseRef(1, "complaint"));
        assertThat(seen)
                .extracting(entry -> Objects.requireNonNull(entry.to()).label())
                .containsExactly("Opened", "Judged", "Closed");
        assertThat(seen.stream().flatMap(entry -> entry.fields().stream()))
                .extracting(VisibleField::label, VisibleField::value)
                .containsExactly(tuple("Reason", "stale"), tuple("Answer", "sorry"));
        VisibleCase visible = customer.order(order()).cases().get(0);
        assertThat(visible.label()).isEqualTo("Complaint");
        assertThat(visible.status().label()).isEqualTo("Closed");
        assertThat(visible.fields()).isNull();
        assertThat(staff.order(order()).cases().get(0).fields())
                .isEqualTo(order().cases().get(0).fields());
    }

    @Test
    void internal_comments_and_their_files_are_for_those_who_work_on_the_order() {
        byte[] secret = "secret".getBytes(StandardCharsets.UTF_8);
        orders.comment("1", CommentRequest.of(STAFF, "It goes out."));
        orders.comment(
                "1",
                CommentRequest.of(STAFF, "Difficult.")
                        .withUploads(new Upload("note.txt", "text/plain", secret))
                        .asInternal());

        assertThat(customer.entries(history()))
                .extracting(VisibleEntry::kind)
                .containsExactly(ActivityKind.TRANSITION, ActivityKind.COMMENT);
        assertThat(customer.attachment(history(), HashChain.sha256(secret))).isEmpty();
        assertThat(staff.attachment(history(), HashChain.sha256(secret))).isPresent();
        assertThat(staff.entries(history()).get(2).internal()).isTrue();
    }

    @Test
    void a_customer_reads_roles_and_no_ids() {
        step("send", "1");

        assertThat(customer.entries(history()))
                .extracting(VisibleEntry::actor)
                .containsExactly(Actor.of("customer"), Actor.of("staff"));
        assertThat(staff.entries(history())).extracting(VisibleEntry::actor).containsExactly(CUSTOMER, STAFF);
    }

    @Test
    void migrations_are_internal() {
        Migration migration = Migration.builder(2, STAFF, Instant.EPOCH, 1, 2, "burnt", "sent")
                .build();

        assertThat(customer.entry(migration)).isEmpty();
        VisibleEntry seen = staff.entry(migration).orElseThrow();
        assertThat(seen.kind()).isEqualTo(ActivityKind.MIGRATION);
        assertThat(seen.version()).isEqualTo(2);
        assertThat(seen.from()).isEqualTo(staff.status("burnt"));
    }

    @Test
    void notification_preferences_are_for_everyone() {
        orders.mute("1", CUSTOMER, true);

        VisibleEntry seen = customer.entries(history()).get(1);
        assertThat(seen.kind()).isEqualTo(ActivityKind.NOTIFICATION_PREFERENCE);
        assertThat(seen.muted()).isTrue();
    }

    @Test
    void fields_and_deadlines_are_for_those_who_work_on_the_order() {
        assertThat(customer.order(order()).fields()).isNull();
        assertThat(customer.order(order()).deadline()).isNull();
        assertThat(staff.order(order()).fields()).isEqualTo(order().fields());
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "staff", "platform"})
    void who_deals_with_the_customer_sees_the_address(String role) {
        RoleView view = RoleView.of(WORKFLOW, role, "en");

        assertThat(view.seesContact()).isTrue();
        assertThat(view.order(order()).customer().email()).isEqualTo("ijon.tichy@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"carrier", "seller", "system", "pickup-point"})
    void all_others_do_not(String role) {
        RoleView view = RoleView.of(WORKFLOW, role, "en");

        assertThat(view.seesContact()).isFalse();
        assertThat(view.order(order()).customer()).isEqualTo(Customer.UNKNOWN);
    }

    @Test
    void a_customer_knows_of_the_events_that_can_be_his() {
        assertThat(customer.seesEvent("eat")).isTrue();
        assertThat(customer.seesEvent("burn")).isFalse();
        assertThat(staff.seesEvent("burn")).isTrue();
    }

    @Test
    void a_case_of_another_workflow_is_refused() {
        done(orders.openCase("1", "complaint", Request.of("open", CUSTOMER).with("reason", "stale"))
                .isAccepted());
        Workflow other = Workflow.builder("other")
                .status("open", s -> {})
                .transition("place", t -> t.to("open"))
                .build();

        assertThatThrownBy(() -> RoleView.of(other, "customer", "en")
                        .caseOf(order().cases().get(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("other version 1 has no case \"complaint\"");
    }

    private void step(String event, String oven) {
        done(orders.fire("1", Request.of(event, STAFF).with("oven", oven)).isAccepted());
    }

    private static void done(boolean accepted) {
        assertThat(accepted).isTrue();
    }

    private Order order() {
        return orders.find("1").orElseThrow();
    }

    private History history() {
        return orders.history("1").orElseThrow();
    }
}
