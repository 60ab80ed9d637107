package dev.orderly.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.store.OrderQuery;
import dev.orderly.store.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.orderly.store.OrderStore#list} about pages: together they hold each order once. */
public abstract class PagingContract extends ListFixture {

    @Test
    void the_last_page_has_no_next_even_if_it_is_full() {
        assertThat(store.list(OrderQuery.all().withLimit(3)).next()).isEmpty();
        assertThat(store.list(OrderQuery.all().withLimit(2)).next()).isPresent();
    }

    @Test
    void pages_together_hold_every_order_once() {
        for (int i = 0; i < 20; i++) {
            write(OrderScript.of("more-" + i).place(hours(10 + i / 4)));
        }
        List<String> whole = listed(OrderQuery.all());

        for (int size : List.of(1, 2, 3, 7, 23, 24)) {
            assertThat(pages(OrderQuery.all().withLimit(size), () -> {})).isEqualTo(whole);
        }
        assertThat(whole).hasSize(23).doesNotHaveDuplicates();
    }

    @Test
    void pages_of_overdue_orders_together_hold_every_one_once() {
        for (int i = 0; i < 20; i++) {
            write(OrderScript.of("more-" + i).place(hours(10 - i / 4)));
        }
        OrderQuery overdue = OrderQuery.active().withOverdueAt(hours(100));
        List<String> whole = listed(overdue);

        for (int size : List.of(1, 2, 3, 7, 20, 21)) {
            assertThat(pages(overdue.withLimit(size), () -> {})).isEqualTo(whole);
        }
        assertThat(whole).hasSize(21).doesNotHaveDuplicates().first().isEqualTo("open");
    }

    @Test
    void paging_skips_what_a_filter_leaves_out() {
        assertThat(pages(OrderQuery.active().withLimit(1), () -> {})).containsExactly("sent", "open");
    }

    @Test
    void orders_placed_between_two_pages_make_no_order_appear_twice_or_go_missing() {
        for (int i = 0; i < 10; i++) {
            write(OrderScript.of("more-" + i).place(hours(10)));
        }
        List<String> before = listed(OrderQuery.all());
        AtomicInteger placed = new AtomicInteger();

        List<String> paged = pages(
                OrderQuery.all().withLimit(2),
                () -> write(OrderScript.of("while-" + placed.incrementAndGet()).place(hours(20))));

        assertThat(paged).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void orders_that_move_between_two_pages_do_not_disturb_the_others() {
        OrderScript moving = OrderScript.of("moving");
        write(moving.place(hours(10)));
        List<String> before = listed(OrderQuery.all());

        List<String> paged = pages(OrderQuery.all().withLimit(1), () -> write(moving.remark("again")));

        assertThat(paged).isEqualTo(before);
    }

    private List<String> pages(OrderQuery query, Runnable between) {
        List<String> all = new ArrayList<>();
        Page page = store.list(query);
        all.addAll(numbers(page.orders()));
        while (page.next().isPresent()) {
            assertThat(all).as("pages that never end").hasSizeLessThan(1000);
            between.run();
            page = store.list(query.withAfter(page.next().get()));
            all.addAll(numbers(page.orders()));
        }
        return all;
    }
}
