package dev.orderly.order;

import static dev.orderly.order.Activities.at;
import static dev.orderly.order.Activities.caseMove;
import static dev.orderly.order.Activities.evolve;
import static dev.orderly.order.Activities.move;
import static dev.orderly.order.Activities.placed;
import static dev.orderly.order.Activities.shop;
import static dev.orderly.order.Activities.shopWith;
import static dev.orderly.order.Activities.shopWithIncidents;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Data;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** When what a workflow schedules comes due. */
class DeadlineScheduleTest {

    private static final Workflow EXPIRING =
            shopWith("expire", t -> t.from("open").to("closed").after(TimeLimit.after("PT24H")));

    @Test
    void placing_sets_the_deadline() {
        assertThat(evolve(EXPIRING, placed()).deadline()).isEqualTo(new Deadline(at(24), "expire", null));
    }

    @Test
    void leaving_the_status_cancels_the_deadline() {
        assertThat(evolve(EXPIRING, placed(), move(2, "open", "send", "sent", 1))
                        .deadline())
                .isNull();
    }

    @Test
    void coming_back_sets_the_deadline_anew() {
        assertThat(evolve(EXPIRING, placed(), move(2, "open", "send", "sent", 1), move(3, "sent", "back", "open", 5))
                        .deadline())
                .isEqualTo(new Deadline(at(29), "expire", null));
    }

    @Test
    void a_data_move_does_not_put_the_deadline_off() {
        assertThat(evolve(EXPIRING, placed(), move(2, "open", "note", "open", 20))
                        .deadline())
                .isEqualTo(new Deadline(at(24), "expire", null));
    }

    @Test
    void a_deadline_after_an_event_moves_with_each_time_of_the_event() {
        Workflow asking = shopWith("expire", t -> t.from("open").to("closed").after(TimeLimit.after("PT24H", "note")));

        assertThat(evolve(asking, placed()).deadline()).isNull();
        assertThat(evolve(asking, placed(), move(2, "open", "note", "open", 3), move(3, "open", "note", "open", 7))
                        .deadline())
                .isEqualTo(new Deadline(at(31), "expire", null));
    }

    @Test
    void the_earliest_of_several_deadlines_counts() {
        Workflow two = shop().transition(
                        "expire", t -> t.from("open").to("closed").after(TimeLimit.after("PT24H")))
                .transition("hurry", t -> t.from("open").to("sent").after(TimeLimit.after("PT12H")))
                .build();

        assertThat(evolve(two, placed()).deadline()).isEqualTo(new Deadline(at(12), "hurry", null));
    }

    @Test
    void a_deadline_that_does_not_fit_the_orders_data_is_none() {
        Workflow gifts = shopWith(
                "expire",
                t -> t.from("open").to("closed").whenField("gift", true).after(TimeLimit.after("PT24H")));

        assertThat(evolve(gifts, placed()).deadline()).isNull();
        assertThat(evolve(gifts, placed(Data.of("gift", true))).deadline())
                .isEqualTo(new Deadline(at(24), "expire", null));
    }

    @Test
    void a_deadline_waits_for_what_the_order_must_have() {
        Workflow tracked = shopWith(
                "expire", t -> t.from("open").to("closed").has("tracking").after(TimeLimit.after("PT24H")));

        assertThat(evolve(tracked, placed()).deadline()).isNull();
        assertThat(evolve(tracked, placed(), move(2, "open", "note", "open", 1, Data.of("tracking", "T")))
                        .deadline())
                .isEqualTo(new Deadline(at(24), "expire", null));
    }

    @Test
    void nothing_that_needs_data_fires_by_itself() {
        Workflow needy = shopWith(
                "expire", t -> t.from("open").to("closed").needs("tracking").after(TimeLimit.after("PT24H")));

        assertThat(evolve(needy, placed(Data.of("tracking", "T"))).deadline()).isNull();
    }

    @Test
    void what_happens_once_is_not_scheduled_again() {
        Workflow once = shopWith("remind", t -> t.from("open", "sent").once().after(TimeLimit.after("PT24H")));

        assertThat(evolve(once, placed()).deadline()).isEqualTo(new Deadline(at(24), "remind", null));
        assertThat(evolve(once, placed(), move(2, "open", "remind", "open", 24), move(3, "open", "send", "sent", 25))
                        .deadline())
                .isNull();
    }

    @Test
    void a_timed_data_move_fires_once_in_each_stay() {
        Workflow remind = shopWith("remind", t -> t.from("open", "sent").after(TimeLimit.after("PT24H")));

        Order reminded = evolve(remind, placed(), move(2, "open", "remind", "open", 24));
        Order moved =
                evolve(remind, placed(), move(2, "open", "remind", "open", 24), move(3, "open", "send", "sent", 30));

        assertThat(reminded.deadline()).isNull();
        assertThat(moved.deadline()).isEqualTo(new Deadline(at(54), "remind", null));
    }

    @Test
    void a_data_move_that_counts_from_its_own_last_time_recurs() {
        Workflow daily = shop().transition("remind", t -> t.from("open").by("staff"))
                .transition("remind", t -> t.from("open").after(TimeLimit.after("PT24H", "remind")))
                .build();

        assertThat(evolve(daily, placed(), move(2, "open", "remind", "open", 3)).deadline())
                .isEqualTo(new Deadline(at(27), "remind", null));
        assertThat(evolve(daily, placed(), move(2, "open", "remind", "open", 3), move(3, "open", "remind", "open", 27))
                        .deadline())
                .isEqualTo(new Deadline(at(51), "remind", null));
    }

    @Test
    void a_deadline_is_not_before_its_not_before() {
        Workflow patient = shopWith(
                "expire",
                t -> t.from("open")
                        .to("closed")
                        .notBefore(TimeLimit.after("PT48H"))
                        .after(TimeLimit.after("PT24H")));

        assertThat(evolve(patient, placed()).deadline()).isEqualTo(new Deadline(at(48), "expire", null));
    }

    @Test
    void a_deadline_that_waits_for_open_cases_is_cancelled_and_set_again() {
        Workflow careful = shopWithIncidents(shop().transition(
                        "close", t -> t.from("open").to("closed").noOpenCase().after(TimeLimit.after("PT24H"))));

        Order troubled = evolve(careful, placed(), caseMove(2, 1, null, "open", "opened", 3));
        Order calm = evolve(
                careful,
                placed(),
                caseMove(2, 1, null, "open", "opened", 3),
                caseMove(3, 1, "opened", "solve", "solved", 30));

        assertThat(evolve(careful, placed()).deadline()).isEqualTo(new Deadline(at(24), "close", null));
        assertThat(troubled.deadline()).isEqualTo(new Deadline(at(51), "lapse", new CaseRef(1, "incident")));
        assertThat(calm.deadline()).isEqualTo(new Deadline(at(24), "close", null));
    }

    @Test
    void the_earlier_deadline_of_order_and_case_counts() {
        Workflow both = shopWithIncidents(
                shop().transition("expire", t -> t.from("open").to("closed").after(TimeLimit.after("PT24H"))));

        assertThat(evolve(both, placed(), caseMove(2, 1, null, "open", "opened", 3))
                        .deadline())
                .isEqualTo(new Deadline(at(24), "expire", null));
    }

    @Test
    void an_open_case_makes_the_order_due() {
        Workflow shop = shopWithIncidents(shop());
        Order order = evolve(shop, placed(), caseMove(2, 1, null, "open", "opened", 3));

        assertThat(order.overdueAt()).isEqualTo(at(27));
        assertThat(order.isOverdueAt(at(27))).isFalse();
        assertThat(order.isOverdueAt(at(27).plusNanos(1))).isTrue();
    }

    @Test
    void a_closed_case_makes_nothing_due() {
        Order order = evolve(
                shopWithIncidents(shop()),
                placed(),
                caseMove(2, 1, null, "open", "opened", 3),
                caseMove(3, 1, "opened", "solve", "solved", 4));

        assertThat(order.overdueAt()).isNull();
        assertThat(order.deadline()).isNull();
    }

    @Test
    void a_status_is_due_as_many_days_after_as_a_field_says() {
        Workflow due = shop().status("open", s -> s.due(TimeLimit.after("days in days")))
                .build();

        assertThat(evolve(due, placed()).overdueAt()).isNull();
        assertThat(evolve(due, placed(Data.of("days", new BigDecimal(2)))).overdueAt())
                .isEqualTo(at(48));
    }

    @Test
    void an_order_without_a_due_date_is_never_overdue() {
        assertThat(evolve(EXPIRING, placed()).isOverdueAt(at(99_999))).isFalse();
    }

    @Test
    void a_migration_sets_the_deadline_of_the_new_version() {
        Workflow next = shop().version(2)
                .transition("expire", t -> t.from("open").to("closed").after(TimeLimit.after("PT72H")))
                .build();

        Order order = new Evolution(next)
                .apply(
                        evolve(EXPIRING, placed()),
                        Migration.builder(2, Activities.STAFF, at(9), 1, 2, "open", "open")
                                .build());

        assertThat(order.deadline()).isEqualTo(new Deadline(at(72), "expire", null));
    }
}
