package dev.orderly.order;

import static dev.orderly.order.Activities.REDACTION;
import static dev.orderly.order.Activities.at;
import static dev.orderly.order.Activities.comment;
import static dev.orderly.order.Activities.move;
import static dev.orderly.order.Activities.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Data;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a verification finds in histories whose entries are made with keys, and what it does not. */
class KeyedHistoryTest {

    private static final ChainKey ONE = ChainKey.of("one", ChainKeysTest.secret(1));
    private static final ChainKey TWO = ChainKey.of("two", ChainKeysTest.secret(2));
    private static final ChainKeys FIRST = ChainKeys.of(ONE);
    private static final List<Activity> ACTIVITIES = List.of(
            placed(Data.of("gift", true)),
            comment(2, "Please wrap it.", Visibility.EVERYONE),
            move(3, "open", "send", "sent", 3),
            comment(4, "He calls daily.", Visibility.STAFF),
            move(5, "sent", "close", "closed", 5));

    /** A history of which each entry is written with its own keys. */
    private static History written(List<ChainKeys> keys) {
        List<HistoryEntry> entries = new ArrayList<>();
        String hash = HashChain.START;
        for (int i = 0; i < keys.size(); i++) {
            Activity activity = ACTIVITIES.get(i);
            ChainKeys own = keys.get(i);
            String next = own.isEmpty()
                    ? HashChain.next(hash, activity, REDACTION)
                    : HashChain.next(hash, activity, REDACTION, own, activity.at());
            entries.add(new HistoryEntry(activity, next, REDACTION));
            hash = next;
        }
        return new History(Activities.NUMBER, entries);
    }

    private static String found(History history, ChainKeys keys) {
        return history.verify(keys).orElse("sound");
    }

    /** Behind another key than its own an entry is written by nobody but a thief of that key. */
    private static History forged(List<ChainKey> keys) {
        List<HistoryEntry> entries = new ArrayList<>();
        String hash = HashChain.START;
        for (int i = 0; i < keys.size(); i++) {
            byte[] bytes = HashChain.bytes(hash, ACTIVITIES.get(i), REDACTION);
            hash = keys.get(i).hash(bytes);
            entries.add(new HistoryEntry(ACTIVITIES.get(i), hash, REDACTION));
        }
        return new History(Activities.NUMBER, entries);
    }

    @Test
    void a_history_with_a_key_verifies_with_it() {
        assertThat(found(written(List.of(FIRST, FIRST, FIRST)), FIRST)).isEqualTo("sound");
    }

    @Test
    void without_the_key_it_cannot_be_checked_which_is_not_broken() {
        assertThat(written(List.of(FIRST, FIRST)).verify())
                .contains("order A-1: entry 1 cannot be checked: its hash is made with the key one, which is not"
                        + " given");
        assertThat(found(written(List.of(FIRST, FIRST)), ChainKeys.of(TWO))).contains("entry 1 cannot be checked");
    }

    @Test
    void without_the_key_all_else_is_checked() {
        History history = written(List.of(ChainKeys.NONE, ChainKeys.NONE, FIRST));
        assertThat(found(history, ChainKeys.NONE)).contains("entry 3 cannot be checked");
        List<HistoryEntry> entries = new ArrayList<>(history.entries());

        entries.remove(1);
        assertThat(found(new History("A-1", entries), ChainKeys.NONE)).contains("entry 2 is missing");

        entries.set(0, new HistoryEntry(placed(), history.entries().get(0).hash(), REDACTION));
        assertThat(found(new History("A-1", entries), ChainKeys.NONE)).contains("entry 1 was changed");
    }

    @Test
    void the_same_id_with_another_secret_is_broken() {
        assertThat(found(written(List.of(FIRST)), ChainKeys.of(ChainKey.of("one", ChainKeysTest.secret(2)))))
                .contains("entry 1 was changed after it was written");
    }

    @Test
    void an_entry_appended_without_the_key_is_found_even_without_the_key() {
        History history = written(List.of(FIRST, FIRST, ChainKeys.NONE));

        assertThat(found(history, FIRST))
                .isEqualTo("order A-1: entry 3 was written without the chain key that entries had then");
        assertThat(history.verify()).contains(found(history, FIRST));
    }

    @Test
    void a_history_written_without_the_key_is_found_if_entries_have_it_from_the_beginning() {
        History history = written(List.of(ChainKeys.NONE, ChainKeys.NONE));

        assertThat(found(history, FIRST)).contains("entry 1 was written without the chain key");
        assertThat(history.verify()).isEmpty();
    }

    @Test
    void entries_from_before_the_key_are_sound_and_those_from_after_it_are_not() {
        ChainKeys keys = ChainKeys.of(ONE.withSince(at(3)));

        assertThat(found(written(List.of(ChainKeys.NONE, ChainKeys.NONE)), keys))
                .isEqualTo("sound");
        assertThat(found(written(List.of(ChainKeys.NONE, ChainKeys.NONE, keys)), keys))
                .isEqualTo("sound");
        assertThat(found(written(List.of(ChainKeys.NONE, ChainKeys.NONE, ChainKeys.NONE)), keys))
                .contains("entry 3 was written without the chain key");
    }

    @Test
    void a_key_that_was_replaced_is_no_longer_good() {
        ChainKeys keys = ChainKeys.of(ONE, TWO.withSince(at(3)));

        assertThat(found(forged(List.of(ONE, ONE, TWO)), keys)).isEqualTo("sound");
        assertThat(found(forged(List.of(ONE, TWO, TWO)), keys)).isEqualTo("sound");
        assertThat(found(forged(List.of(ONE, TWO, ONE)), keys)).contains("entry 3 was written without");
        assertThat(found(forged(List.of(ONE, ONE, ONE)), keys)).contains("entry 3 was written without");
        assertThat(found(forged(List.of(TWO, ONE)), keys)).contains("entry 2 was written without");
    }

    @Test
    void what_a_lost_key_made_cannot_be_checked_and_cannot_come_later() {
        ChainKeys keys = ChainKeys.of(ChainKey.lost("one"), TWO.withSince(at(3)));

        assertThat(found(forged(List.of(ONE, ONE, TWO)), keys)).contains("entry 1 cannot be checked");
        assertThat(found(forged(List.of(ONE, ONE, ONE)), keys)).contains("entry 3 was written without");
    }

    @Test
    void erasing_keeps_the_hash_with_its_key() {
        List<HistoryEntry> erased = written(List.of(FIRST, FIRST, FIRST, FIRST)).entries().stream()
                .map(entry -> entry.withoutPersonalData(Set.of("gift")))
                .toList();

        assertThat(erased.get(1).activity()).isNotEqualTo(ACTIVITIES.get(1));
        assertThat(found(new History("A-1", erased), FIRST)).isEqualTo("sound");
    }

    @Property
    void whatever_nodes_write_while_a_key_comes_verifies(
            @ForAll @IntRange(max = 6) int since, @ForAll @IntRange(max = 6) int later) {
        Instant first = at(since);
        ChainKeys both = ChainKeys.of(ONE.withSince(first), TWO.withSince(first.plusSeconds(3600L * later + 1)));
        History history = written(List.of(both, both, both, both, both));

        assertThat(found(history, both)).isEqualTo("sound");
    }

    /** Of all ways in which each entry has no key, the first or the second, those are sound that never fall behind. */
    @Property
    void along_a_history_keys_only_get_newer(@ForAll @IntRange(min = 0, max = 242) int ways) {
        List<Integer> ranks = new ArrayList<>();
        List<HistoryEntry> entries = new ArrayList<>();
        String hash = HashChain.START;
        int left = ways;
        for (Activity activity : ACTIVITIES) {
            int rank = left % 3;
            left /= 3;
            ranks.add(rank);
            byte[] bytes = HashChain.bytes(hash, activity, REDACTION);
            hash = rank == 0 ? HashChain.sha256(bytes) : (rank == 1 ? ONE : TWO).hash(bytes);
            entries.add(new HistoryEntry(activity, hash, REDACTION));
        }
        ChainKeys late = ChainKeys.of(ONE.withSince(at(100)), TWO.withSince(at(101)));

        boolean sorted = ranks.stream().sorted().toList().equals(ranks);

        assertThat(found(new History("A-1", entries), late).equals("sound")).isEqualTo(sorted);
    }
}
