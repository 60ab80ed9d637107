package dev.orderly.order;

import static dev.orderly.order.Activities.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderly.workflow.Data;
import dev.orderly.workflow.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Different activities have different hashes. */
class HashChainTest {

    /** Texts that run into each other, look alike, or cannot be written in UTF-8. */
    private static final List<String> TRICKY = List.of(
            "",
            " ",
            "\0",
            "\0\0",
            "a",
            "a\0",
            "ab",
            "b",
            "á",
            "a\u0301",
            "?",
            "\uD800",
            "\uDC00",
            "\uD800?",
            "\uFFFD",
            "\uD83D\uDE00",
            "null",
            "-1",
            "utf-16:",
            "🎁");

    @Test
    void a_hash_is_sha_256_in_lower_case_hexadecimal() {
        assertThat(HashChain.next(HashChain.START, Activities.placed(), Activities.REDACTION))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void the_digest_of_bytes_is_the_published_one() {
        assertThat(HashChain.sha256("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void the_same_activity_has_the_same_hash() {
        assertThat(HashChain.next("x", Activities.placed(), Activities.REDACTION))
                .isEqualTo(HashChain.next("x", Activities.placed(), Activities.REDACTION));
    }

    @Test
    void the_hash_before_is_part_of_the_hash() {
        assertThat(HashChain.next("x", Activities.placed(), Activities.REDACTION))
                .isNotEqualTo(HashChain.next("y", Activities.placed(), Activities.REDACTION));
    }

    @Test
    void each_part_of_a_transition_is_part_of_the_hash() {
        TransitionEntry entry = entry("open", "send", "sent", Data.EMPTY, null, null);

        differ(
                entry,
                TransitionEntry.builder(3, Activities.STAFF, at(1), "send", "sent")
                        .from("open")
                        .build(),
                TransitionEntry.builder(2, Activities.STAFF, at(1), "send", "sent")
                        .caseRef(new CaseRef(1, "incident"))
                        .from("open")
                        .build(),
                TransitionEntry.builder(2, Activities.STAFF, at(1), "send", "sent")
                        .build(),
                TransitionEntry.builder(2, Actor.of("staff"), at(1), "send", "sent")
                        .from("open")
                        .build(),
                TransitionEntry.builder(2, Activities.STAFF, at(1).plusNanos(1), "send", "sent")
                        .from("open")
                        .build(),
                TransitionEntry.builder(2, Activities.STAFF, at(1), "send", "sent")
                        .from("open")
                        .placement(Activities.placed().placement())
                        .build(),
                entry("sent", "send", "sent", Data.EMPTY, null, null),
                entry("open", "sent", "sent", Data.EMPTY, null, null),
                entry("open", "send", "open", Data.EMPTY, null, null),
                entry("open", "send", "sent", Data.of("a", "b"), null, null),
                entry("open", "send", "sent", Data.EMPTY, "", null),
                entry("open", "send", "sent", Data.EMPTY, null, ""));
    }

    @Test
    void each_part_of_a_placement_is_part_of_the_hash() {
        differ(
                placement("A-1", 1, Customer.UNKNOWN),
                placement("A-2", 1, Customer.UNKNOWN),
                placement("A-1", 2, Customer.UNKNOWN),
                placement("A-1", 1, Customer.of("x")),
                placement("A-1", 1, Customer.UNKNOWN.withName("x")),
                placement("A-1", 1, Customer.UNKNOWN.withLanguage("x")),
                placement("A-1", 1, Customer.UNKNOWN, Line.of("1", "x", 1)),
                placement("A-1", 1, Customer.UNKNOWN, Line.of("x", "1", 1)),
                placement("A-1", 1, Customer.UNKNOWN, Line.of("1", "x", 2)),
                placement("A-1", 1, Customer.UNKNOWN, Line.of("1", "x", 1).withAvailableFrom(LocalDate.EPOCH)),
                placement("A-1", 1, Customer.UNKNOWN, Line.of("1", "x", 1).withId("a")),
                placement("A-1", 1, Customer.UNKNOWN, Line.of("1", "x", 1).withPrice(Money.parse("1 EUR"))),
                placement("A-1", 1, Customer.UNKNOWN, Line.of("1", "x", 1).withPrice(Money.parse("1 PLN"))),
                placement("A-1", 1, Customer.UNKNOWN, Line.of("1", "x", 1).withImageUrl("https://a.example")),
                placement("A-1", 1, Customer.UNKNOWN, Line.of("1", "x", 1).withProductUrl("https://a.example")),
                placement("A-1", 1, Customer.UNKNOWN, Line.of("1", "x", 1), Line.of("1", "x", 1)));
    }

    @Test
    void each_part_of_a_comment_is_part_of_the_hash() {
        Attachment photo = new Attachment("a.jpg", "image/jpeg", 5, "00");

        differ(
                comment("x", Visibility.EVERYONE),
                comment("y", Visibility.EVERYONE),
                comment("x", Visibility.STAFF),
                comment("x", Visibility.EVERYONE, photo),
                comment("x", Visibility.EVERYONE, photo, photo),
                comment("x", Visibility.EVERYONE, new Attachment("b.jpg", "image/jpeg", 5, "00")),
                comment("x", Visibility.EVERYONE, new Attachment("a.jpg", "image/png", 5, "00")),
                comment("x", Visibility.EVERYONE, new Attachment("a.jpg", "image/jpeg", 6, "00")),
                comment("x", Visibility.EVERYONE, new Attachment("a.jpg", "image/jpeg", 5, "01")));
    }

    @Test
    void each_part_of_a_migration_is_part_of_the_hash() {
        differ(
                Migration.builder(2, Activities.STAFF, at(1), 1, 2, "open", "sent")
                        .build(),
                Migration.builder(2, Activities.STAFF, at(1), 2, 2, "open", "sent")
                        .build(),
                Migration.builder(2, Activities.STAFF, at(1), 1, 3, "open", "sent")
                        .build(),
                Migration.builder(2, Activities.STAFF, at(1), 1, 2, "sent", "sent")
                        .build(),
                Migration.builder(2, Activities.STAFF, at(1), 1, 2, "open", "open")
                        .build());
    }

    @Test
    void muting_and_unmuting_differ() {
        differ(
                NotificationPreference.of(2, Activities.STAFF, at(1), true),
                NotificationPreference.of(2, Activities.STAFF, at(1), false));
    }

    @Test
    void tricky_comments_differ() {
        differ(TRICKY.stream()
                .map(text -> entry("open", "send", "sent", Data.EMPTY, text, null))
                .toArray(Activity[]::new));
    }

    @Test
    void tricky_request_ids_differ() {
        differ(TRICKY.stream()
                .map(text -> entry("open", "send", "sent", Data.EMPTY, null, text))
                .toArray(Activity[]::new));
    }

    @Test
    void texts_do_not_run_into_each_other() {
        List<Activity> activities = new ArrayList<>();
        for (String one : TRICKY) {
            for (String other : TRICKY) {
                activities.add(entry(one, "send", other, Data.EMPTY, null, null));
            }
        }

        differ(activities.toArray(Activity[]::new));
    }

    @Test
    void the_names_and_values_of_data_do_not_run_into_each_other() {
        List<Activity> activities = new ArrayList<>();
        for (String name : TRICKY) {
            for (String value : TRICKY) {
                activities.add(entry("open", "send", "sent", Data.of(name, value), null, null));
            }
        }

        differ(activities.toArray(Activity[]::new));
    }

    @Test
    void values_of_different_types_that_are_written_alike_differ() {
        differ(
                entry("open", "send", "sent", Data.of("a", "1"), null, null),
                entry("open", "send", "sent", Data.of("a", new BigDecimal(1)), null, null),
                entry("open", "send", "sent", Data.of("a", "true"), null, null),
                entry("open", "send", "sent", Data.of("a", true), null, null),
                entry("open", "send", "sent", Data.of("a", "1970-01-01"), null, null),
                entry("open", "send", "sent", Data.of("a", LocalDate.EPOCH), null, null));
    }

    @Test
    void a_value_of_an_unknown_type_is_an_error_and_is_not_in_its_message() {
        TransitionEntry entry = entry("open", "send", "sent", Data.of("street", Optional.of("Lane 1")), null, null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> HashChain.next("", entry, Activities.REDACTION))
                .withMessage("the field \"street\" has a value of the type java.util.Optional, which no history can"
                        + " keep: give it one of the types that dev.orderly.workflow.Data names");
    }

    @Test
    void two_values_and_one_that_looks_like_two_differ() {
        differ(
                entry("open", "send", "sent", Data.of("a", "1").with("b", "2"), null, null),
                entry("open", "send", "sent", Data.of("a", "1, b=2"), null, null),
                entry("open", "send", "sent", Data.of("a", "1").with("b", ""), null, null));
    }

    private static void differ(Activity... activities) {
        assertThat(List.of(activities).stream()
                        .map(a -> HashChain.next("", a, Activities.REDACTION))
                        .toList())
                .doesNotHaveDuplicates();
    }

    private static TransitionEntry entry(
            String from, String event, String to, Data data, @Nullable String comment, @Nullable String requestId) {
        return TransitionEntry.builder(2, Activities.STAFF, at(1), event, to)
                .from(from)
                .data(data)
                .comment(comment)
                .requestId(requestId)
                .build();
    }

    private static TransitionEntry placement(String number, int version, Customer customer, Line... lines) {
        Placement placement =
                Placement.of(number, "shop", version).withCustomer(customer).withLines(List.of(lines));
        return TransitionEntry.builder(1, Activities.STAFF, at(0), "place", "open")
                .placement(placement)
                .build();
    }

    private static Comment comment(String text, Visibility visibility, Attachment... attachments) {
        return Comment.builder(2, Activities.STAFF, at(1), text)
                .visibility(visibility)
                .attachments(List.of(attachments))
                .build();
    }
}
