package dev.orderly.order;

import static dev.orderly.order.Activities.NUMBER;
import static dev.orderly.order.Activities.at;
import static dev.orderly.order.Activities.comment;
import static dev.orderly.order.Activities.move;
import static dev.orderly.order.Activities.placed;
import static dev.orderly.order.Activities.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderly.workflow.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is personal can be erased, and the rest can still be proved. */
class RedactionTest {

    private static final Data DATA = Data.of("tracking", "T-1").with("street", "Long Lane 1");

    private static final History WHOLE = recorded(
            placed(Data.of("street", "Short Lane 2")),
            comment(2, "My daughter's birthday is on Friday", Visibility.EVERYONE),
            Comment.builder(3, Actor.of("customer", "ijon"), at(3), "")
                    .attachments(List.of(new Attachment("passport.jpg", "image/jpeg", 5, "ab12")))
                    .build(),
            NotificationPreference.of(4, Actor.of("customer", "ijon"), at(4), true),
            TransitionEntry.builder(5, Activities.STAFF, at(5), "send", "sent")
                    .from("open")
                    .data(DATA)
                    .comment("left at Ijon's")
                    .build(),
            move(6, "sent", "close", "closed", 6));

    private static final List<String> PERSONAL =
            List.of("ijon", "daughter", "passport", "ab12", "Ijon's", "Long Lane", "Short Lane");

    private static History erased(History history, String... fields) {
        return change(history, entry -> entry.withoutPersonalData(Set.of(fields)));
    }

    private static History change(History history, UnaryOperator<HistoryEntry> change) {
        return new History(NUMBER, history.entries().stream().map(change).toList());
    }

    private static History replaced(History history, int index, HistoryEntry entry) {
        List<HistoryEntry> entries = new ArrayList<>(history.entries());
        entries.set(index, entry);
        return new History(NUMBER, entries);
    }

    @Test
    void nothing_personal_is_left() {
        String before = content(WHOLE);
        String left = content(erased(WHOLE, "street"));

        assertThat(PERSONAL).isNotEmpty().allSatisfy(word -> {
            assertThat(before).contains(word);
            assertThat(left).doesNotContain(word);
        });
    }

    /** Everything that a history says, which its text for logs does not. */
    private static String content(History history) {
        StringBuilder text = new StringBuilder();
        for (Activity activity : history.activities()) {
            text.append(activity.actor()).append('\n');
            if (activity instanceof TransitionEntry entry) {
                text.append(entry.data().asMap()).append(entry.comment()).append('\n');
                if (entry.placement() != null) {
                    Customer customer = entry.placement().customer();
                    text.append(customer.email())
                            .append(customer.name())
                            .append(entry.placement().lines());
                }
            } else if (activity instanceof Comment comment) {
                text.append(comment.text()).append(comment.attachments()).append('\n');
            }
        }
        return text.toString();
    }

    @Test
    void fields_that_were_not_listed_and_ids_of_staff_stay() {
        TransitionEntry sent =
                (TransitionEntry) erased(WHOLE, "street").activities().get(4);

        assertThat(sent.data()).isEqualTo(Data.of("tracking", "T-1"));
        assertThat(sent.actor()).isEqualTo(Activities.STAFF);
    }

    @Test
    void the_history_still_verifies() {
        assertThat(WHOLE.verify()).isEmpty();
        assertThat(erased(WHOLE).verify()).isEmpty();
        assertThat(erased(WHOLE, "street").verify()).isEmpty();
    }

    @Test
    void more_can_be_erased_later() {
        assertThat(erased(erased(WHOLE), "street")).isEqualTo(erased(WHOLE, "street"));
    }

    @Test
    void erasing_twice_changes_nothing() {
        assertThat(erased(erased(WHOLE, "street"), "street")).isEqualTo(erased(WHOLE, "street"));
    }

    @Test
    void an_entry_without_personal_parts_stays_as_it_is() {
        assertThat(erased(WHOLE).entries().get(5)).isEqualTo(WHOLE.entries().get(5));
    }

    @Test
    void the_id_of_a_customer_goes_from_each_kind_of_entry() {
        Actor customer = Actor.of("customer", "ijon");
        History history = recorded(
                placed(),
                Comment.builder(2, customer, at(2), "").build(),
                NotificationPreference.of(3, customer, at(3), true),
                Migration.builder(4, customer, at(4), 1, 2, "open", "open").build());

        assertThat(erased(history).activities())
                .extracting(activity -> activity.actor().id())
                .containsOnlyNulls();
        assertThat(erased(history).verify()).isEmpty();
    }

    @Test
    void what_is_left_cannot_be_changed_unseen() {
        History erased = erased(WHOLE, "street");
        HistoryEntry sent = erased.entries().get(4);
        TransitionEntry forged = TransitionEntry.builder(5, Activities.STAFF, at(5), "send", "sent")
                .from("open")
                .data(Data.of("tracking", "T-2"))
                .build();

        assertThat(replaced(erased, 4, new HistoryEntry(forged, sent.hash(), sent.redaction()))
                        .verify())
                .hasValueSatisfying(problem -> assertThat(problem).contains("entry 5 was changed"));
    }

    @Test
    void nothing_can_be_put_in_the_place_of_what_was_erased() {
        History erased = erased(WHOLE);
        HistoryEntry remark = erased.entries().get(1);

        assertThat(replaced(
                                erased,
                                1,
                                new HistoryEntry(
                                        comment(2, "I never ordered that", Visibility.EVERYONE),
                                        remark.hash(),
                                        remark.redaction()))
                        .verify())
                .isPresent();
    }

    @Test
    void erasing_cannot_be_feigned_with_another_digest() {
        HistoryEntry remark = WHOLE.entries().get(1);
        Redaction feigned = new Redaction(null, new TreeMap<>(), new TreeMap<>(Map.of("text", "00")));

        assertThat(replaced(WHOLE, 1, new HistoryEntry(comment(2, "", Visibility.EVERYONE), remark.hash(), feigned))
                        .verify())
                .isPresent();
    }

    @Test
    void the_digests_that_are_kept_do_not_show_which_entries_have_the_same_text() {
        History same = new History(
                NUMBER,
                List.of(
                        HistoryEntry.of("", comment(1, "yes", Visibility.EVERYONE), Redaction.of("one")),
                        HistoryEntry.of("", comment(1, "yes", Visibility.EVERYONE), Redaction.of("two"))));

        assertThat(erased(same).entries())
                .extracting(entry -> entry.redaction().erased().get("text"))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_salt_of_what_was_erased_is_gone() {
        Redaction redaction = erased(WHOLE, "street").entries().get(4).redaction();

        assertThat(redaction.salt()).isNull();
        assertThat(redaction.salts()).containsOnlyKeys("actor", "field tracking");
        assertThat(redaction.erased()).containsOnlyKeys("comment", "field street");
    }

    @Test
    void a_redaction_is_of_a_salt_or_of_digests() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Redaction(null, new TreeMap<>(), new TreeMap<>()))
                .withMessage("a redaction needs a salt, or digests of what was erased");
    }
}
