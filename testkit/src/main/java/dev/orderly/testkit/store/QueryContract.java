package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.store.OrderQuery;
import dev.orderly.workflow.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.orderly.store.OrderStore#list}: what each filter selects, and in which order. */
public abstract class QueryContract extends ListFixture {

    @Test
    void active_orders_are_those_in_no_done_status() {
        assertThat(listed(OrderQuery.active())).containsExactly("sent", "open");
    }

    @Test
    void all_orders_are_listed_latest_placed_first() {
        assertThat(listed(OrderQuery.all())).containsExactly("done", "sent", "open");
    }

    @Test
    void orders_placed_at_the_same_time_are_listed_by_number() {
        for (String number : List.of("same-2", "same-3", "same-1")) {
            write(OrderScript.of(number).place(hours(9)));
        }

        assertThat(listed(OrderQuery.all().withLimit(3))).containsExactly("same-1", "same-2", "same-3");
    }

    @Test
    void a_listed_order_is_the_one_that_is_found() {
        assertThat(store.list(OrderQuery.all()).orders()).contains(found("open"), found("sent"), found("done"));
    }

    @Test
    void orders_are_listed_by_status_be_it_a_done_one_or_not() {
        assertThat(listed(OrderQuery.all().withStatuses("sent", "delivered"))).containsExactly("done", "sent");
    }

    @Test
    void no_order_is_listed_for_a_status_that_none_is_in() {
        assertThat(listed(OrderQuery.all().withStatuses("expired"))).isEmpty();
    }

    @Test
    void orders_are_listed_by_workflow() {
        Workflow other = SHOP.extend("other-shop").build();
        store.register(other);
        write(OrderScript.of("elsewhere", other).place(hours(1)));

        assertThat(listed(OrderQuery.all().withWorkflow("other-shop"))).containsExactly("elsewhere");
        assertThat(listed(OrderQuery.all().withWorkflow("contract-shop"))).containsExactly("done", "sent", "open");
    }

    @Test
    void orders_are_listed_by_version() {
        write(OrderScript.of("newer", NEXT_VERSION).place(hours(1)));

        assertThat(listed(OrderQuery.all().withVersion("contract-shop", 2))).containsExactly("newer");
        assertThat(listed(OrderQuery.all().withVersion("contract-shop", 1))).containsExactly("done", "sent", "open");
    }

    @Test
    void orders_are_listed_by_customer_letter_case_aside() {
        assertThat(listed(OrderQuery.all().withCustomer("anna@example.ORG"))).containsExactly("done", "open");
    }

    @Test
    void an_order_without_an_e_mail_is_listed_for_no_customer() {
        write(OrderScript.of("anonymous").place(hours(1)));

        assertThat(listed(OrderQuery.all().withCustomer(""))).isEmpty();
    }

    @Test
    void active_orders_by_status_leave_out_those_in_a_done_one() {
        assertThat(listed(OrderQuery.active().withStatuses("sent", "delivered")))
                .containsExactly("sent");
    }

    @Test
    void orders_are_overdue_after_their_due_date_and_not_at_it() {
        assertThat(listed(OrderQuery.active().withOverdueAt(hours(25)))).isEmpty();
        assertThat(listed(OrderQuery.active().withOverdueAt(hours(25).plusMillis(1))))
                .containsExactly("open");
    }

    @Test
    void overdue_orders_are_listed_longest_overdue_first() {
        for (String number : List.of("late-2", "late-1")) {
            write(OrderScript.of(number).place(hours(2)));
        }
        write(OrderScript.of("latest").place(hours(4)));

        assertThat(listed(OrderQuery.all().withOverdueAt(hours(27))))
                .as("each a day after it was placed")
                .containsExactly("open", "late-1", "late-2");
    }

    @Test
    void orders_of_many_versions_are_listed_together() {
        write(OrderScript.of("newer", NEXT_VERSION).place(hours(2)));

        assertThat(listed(OrderQuery.active().withWorkflow("contract-shop").withStatuses("new")))
                .containsExactly("newer", "open");
        assertThat(listed(OrderQuery.active().withWorkflow("contract-shop"))).containsExactly("newer", "sent", "open");
    }

    @Test
    void filters_hold_together() {
        OrderQuery query = OrderQuery.active().withVersion("contract-shop", 1).withCustomer("anna@example.org");

        assertThat(listed(query)).containsExactly("open");
        assertThat(listed(query.withStatuses("sent"))).isEmpty();
    }
}
