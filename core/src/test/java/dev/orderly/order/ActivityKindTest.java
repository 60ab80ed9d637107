package dev.orderly.order;

import static dev.orderly.order.Activities.STAFF;
import static dev.orderly.order.Activities.at;
import static dev.orderly.order.Activities.comment;
import static dev.orderly.order.Activities.placed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each kind of entry has one word. */
class ActivityKindTest {

    @Test
    void each_entry_has_the_word_of_its_kind() {
        List<Activity> entries = List.of(
                placed(),
                Activities.caseMove(2, 1, null, "open", "opened", 2),
                comment(3, "x", Visibility.STAFF),
                NotificationPreference.of(4, STAFF, at(4), true),
                Migration.builder(5, STAFF, at(5), 1, 2, "open", "open").build(),
                ErasureEntry.of(6, STAFF, at(6), List.of("note")));

        assertThat(entries)
                .extracting(entry -> entry.kind().code())
                .containsExactly(
                        "transition", "transition", "comment", "notification-preference", "migration", "erasure");
    }

    @Test
    void a_word_stands_for_one_kind_or_for_none() {
        for (ActivityKind kind : ActivityKind.values()) {
            assertThat(ActivityKind.of(kind.code())).hasValue(kind);
        }
        assertThat(ActivityKind.of("step")).isEmpty();
        assertThat(ActivityKind.of("TRANSITION")).isEmpty();
    }
}
