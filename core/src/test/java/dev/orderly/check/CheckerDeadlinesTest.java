package dev.orderly.check;

import static dev.orderly.check.Shops.counter;
import static dev.orderly.check.Shops.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CheckerDeadlinesTest {

    private static WorkflowBuilder<String, String> expiring(Consumer<TransitionBuilder<String>> more) {
        return counter()
                .field(Field.choice("size", "small", "large"))
                .field(Field.of("reason", FieldType.TEXT))
                .field(Field.of("days", FieldType.NUMBER))
                .transition(
                        "expire", t -> more.accept(t.from("open").to("closed").after(TimeLimit.after("P1D"))))
                .transition("fill", t -> t.from("closed").takes("size", "reason", "days"));
    }

    private static String cannotFire(String why) {
        return "transitions/2/after: error: deadline-cannot-fire: the deadline of \"expire\" cannot fire: " + why;
    }

    @Test
    void a_deadline_that_asks_for_nothing_fires() {
        assertThat(problems(expiring(t -> {}))).isEmpty();
        assertThat(problems(expiring(t -> t.by("staff", "system")))).isEmpty();
    }

    @Test
    void a_deadline_must_allow_the_role_system() {
        assertThat(problems(expiring(t -> t.by("staff"))))
                .containsExactly(cannotFire("it fires as role system, which \"by\" leaves out; add system there"));
    }

    @Test
    void a_deadline_brings_no_data() {
        assertThat(problems(expiring(t -> t.needs("reason", "size"))))
                .containsExactly(cannotFire("it fires without data, but needs reason and size with the request; "
                        + "ask for it in \"has\" or \"takes\" instead"));
    }

    @Test
    void a_deadline_does_not_start_an_order() {
        assertThat(problems(counter().transition("arise", t -> t.to("open").after(TimeLimit.after("P1D")))))
                .containsExactly("transitions/2/after: error: deadline-cannot-fire: the deadline of \"arise\" cannot "
                        + "fire: it starts an order, and nothing counts from before; give it \"from\", or take "
                        + "\"after\" away");
    }

    @Test
    void a_deadline_s_data_must_be_there_before() {
        assertThat(problems(expiring(t -> t.has("reason"))))
                .containsExactly(cannotFire("it fires without data, and no order in open is such that reason is given; "
                        + "have the data given before, or ask for less"));
        assertThat(problems(expiring(t -> t.whenField("size", "small").has("reason"))))
                .containsExactly(cannotFire("it fires without data, and no order in open is such that size is small "
                        + "and reason is given; have the data given before, or ask for less"));
        assertThat(problems(expiring(t -> t.after(TimeLimit.after("business days in days")))))
                .containsExactly(cannotFire("it fires without data, and no order in open is such that days is given; "
                        + "have the data given before, or ask for less"));
    }

    @Test
    void a_deadline_that_others_may_fire_with_data_cannot_fire_by_itself_without() {
        assertThat(problems(expiring(t -> t.by("staff", "system").whenField("size", "small"))))
                .containsExactly(cannotFire("it fires without data, and no order in open is such that size is small; "
                        + "have the data given before, or ask for less"));
    }

    @Test
    void data_given_before_let_a_deadline_fire() {
        Consumer<TransitionBuilder<String>> asking =
                t -> t.whenField("size", "small").has("reason").after(TimeLimit.after("days in days"));

        assertThat(problems(
                        expiring(asking).transition("fill", t -> t.from("open").takes("size", "reason", "days"))))
                .isEmpty();
        assertThat(problems(
                        expiring(asking).transition("fill", t -> t.from("open").takes("size", "reason"))))
                .hasSize(1);
        assertThat(problems(
                        expiring(asking).transition("fill", t -> t.from("open").takes("size", "days"))))
                .hasSize(1);
    }

    @Test
    void a_deadline_may_wait_for_data_that_are_not_there() {
        assertThat(problems(expiring(t -> t.whenField(FieldCondition.absent("size")))))
                .isEmpty();
    }

    @Test
    void data_that_only_a_deadline_would_give_are_never_given() {
        assertThat(problems(counter()
                        .field(Field.of("reason", FieldType.TEXT))
                        .transition(
                                "expire",
                                t -> t.from("open").to("closed").takes("reason").after(TimeLimit.after("P1D")))
                        .neverWithout("closed", "place", FieldCondition.present("reason"))))
                .isEmpty();
        assertThat(problems(counter()
                        .field(Field.of("reason", FieldType.TEXT))
                        .transition(
                                "expire",
                                t -> t.from("open").to("closed").takes("reason").after(TimeLimit.after("P1D")))
                        .neverWithout("closed", "close", FieldCondition.present("reason"))))
                .isEmpty();
    }

    @Test
    void a_deadline_in_an_unreachable_status_is_not_reported_again() {
        assertThat(problems(counter()
                        .field(Field.of("reason", FieldType.TEXT))
                        .status("attic", s -> {})
                        .transition(
                                "expire",
                                t -> t.from("attic").to("closed").has("reason").after(TimeLimit.after("P1D")))))
                .containsExactly("statuses/attic: warning: unreachable-status: no path leads to status attic: "
                        + "add a transition to it, or remove it");
    }

    private static WorkflowBuilder<String, String> remindedBefore(String span, String event) {
        return expiring(t -> {}).transition("remind", t -> t.from("open").after(TimeLimit.before(span, event)));
    }

    private static String wrong(String why) {
        return "transitions/4/after/before: error: wrong-condition: " + why;
    }

    @Test
    void a_time_can_count_back_from_a_deadline() {
        assertThat(problems(remindedBefore("PT20H", "expire"))).isEmpty();
    }

    @Test
    void a_time_counts_back_from_an_event_that_has_a_deadline_there() {
        assertThat(problems(remindedBefore("PT20H", "fill")))
                .containsExactly(
                        wrong("\"fill\" has no deadline in status open: name an event with \"after\" there, or count"
                                + " from an event by \"of\""));
        assertThat(problems(remindedBefore("PT20H", "expired")))
                .containsExactly(
                        "transitions/4/after/before: error: unknown-event: \"expired\" is no event of this workflow: did"
                                + " you mean \"expire\"?");
    }

    @Test
    void a_time_counts_back_from_one_deadline() {
        assertThat(problems(remindedBefore("PT20H", "expire")
                        .transition(
                                "expire",
                                t -> t.from("open")
                                        .to("closed")
                                        .whenField("size", "small")
                                        .after(TimeLimit.after("P2D")))))
                .contains(wrong(
                        "\"expire\" has several deadlines in status open, P1D and P2D: count back from an event with"
                                + " one"));
    }

    @Test
    void a_time_does_not_count_back_from_one_that_does() {
        assertThat(problems(expiring(t -> {})
                        .transition("remind", t -> t.from("open").after(TimeLimit.before("PT10H", "expire")))
                        .transition("warn", t -> t.from("open").after(TimeLimit.before("PT1H", "remind")))))
                .containsExactly(
                        "transitions/5/after/before: error: wrong-condition: the deadline of \"remind\" counts back"
                                + " itself, PT10H before expire: count from that one");
    }

    @Test
    void a_time_counts_back_from_the_same_deadline_in_each_status() {
        assertThat(problems(expiring(t -> {})
                        .transition("expire", t -> t.from("closed").after(TimeLimit.after("P2D")))
                        .transition(
                                "remind", t -> t.from("open", "closed").within(TimeLimit.before("PT1H", "expire")))))
                .contains(
                        "transitions/5/within/before: error: wrong-condition: the deadline of \"expire\" is not the same in"
                                + " open, closed: write a transition for each status");
    }

    @Test
    void a_time_does_not_count_back_from_a_deadline_that_waits_for_another_time() {
        assertThat(problems(expiring(t -> t.notBefore(TimeLimit.after("P2D")))
                        .transition("remind", t -> t.from("open").after(TimeLimit.before("PT1H", "expire")))))
                .containsExactly(
                        wrong("\"expire\" fires at its deadline only if its \"not-before\" has come as well, so that"
                                + " nothing can count back from it"));
    }

    @Test
    void a_time_is_no_longer_than_the_deadline_from_which_it_counts_back() {
        assertThat(problems(remindedBefore("P3D", "expire")))
                .containsExactly(
                        wrong("P3D before expire lies before that deadline begins to count, P1D: take a shorter time"));
    }

    @Test
    void nothing_counts_back_at_the_start() {
        assertThat(problems(expiring(t -> {})
                        .transition("begin", t -> t.to("open").within(TimeLimit.before("PT1H", "expire")))))
                .containsExactly(
                        "transitions/4/within/before: error: wrong-condition: nothing counts back from a deadline at the"
                                + " start of an order, which has none yet");
    }

    @Test
    void what_is_due_can_count_back_from_a_deadline() {
        assertThat(problems(expiring(t -> {}).status("open", status -> status.due(TimeLimit.before("P3D", "expire")))))
                .containsExactly(
                        "statuses/open/due/before: error: wrong-condition: P3D before expire lies before that deadline"
                                + " begins to count, P1D: take a shorter time");
    }
}
