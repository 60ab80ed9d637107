package dev.orderly;

import static dev.orderly.OrdersFixture.CUSTOMER;
import static dev.orderly.OrdersFixture.STAFF;
import static dev.orderly.OrdersFixture.place;
import static dev.orderly.OrdersFixture.rejected;
import static dev.orderly.OrdersFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.CommentResult;
import dev.orderly.decision.Recorded;
import dev.orderly.order.Activity;
import dev.orderly.order.Attachment;
import dev.orderly.order.Comment;
import dev.orderly.order.HashChain;
import dev.orderly.order.Order;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.view.RoleView;
import dev.orderly.view.VisibleEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

    private final SettableClock clock = new SettableClock();
    private final Orders orders = Orders.builder(new InMemoryOrderStore())
            .workflow(OrdersFixture.WORKFLOW)
            .clock(clock)
            .maxAttachmentSize(5)
            .build();

    @BeforeEach
    void placeOrder() {
        orders.place("A-1", place());
    }

    private static Recorded noted(CommentResult outcome) {
        if (outcome instanceof Recorded noted) {
            return noted;
        }
        throw new AssertionError("expected something taken down, but got " + outcome);
    }

    private List<VisibleEntry> seenBy(String role) {
        return RoleView.of(OrdersFixture.WORKFLOW, role, "en")
                .entries(orders.history("A-1").orElseThrow());
    }

    private Order order() {
        return orders.find("A-1").orElseThrow();
    }

    private int entries() {
        return orders.history("A-1").orElseThrow().entries().size();
    }

    private static Upload file(String name, String content) {
        return new Upload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(CommentRequest request, String sentence) {
        assertThat(rejected(orders.comment("A-1", request)).explain(OrdersFixture.WORKFLOW, "en"))
                .isEqualTo("comment: " + sentence + ".");
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void a_comment_stands_in_the_history_as_it_was_answered() {
        Recorded noted = noted(orders.comment("A-1", CommentRequest.of(CUSTOMER, "Where is it?")));

        assertThat(noted.entry())
                .isEqualTo(Comment.builder(2, CUSTOMER, clock.instant(), "Where is it?")
                        .build());
        assertThat(orders.history("A-1").orElseThrow().activities()).last().isEqualTo(noted.entry());
    }

    @Test
    void a_comment_leaves_the_order_where_it_is() {
        Order before = order();

        Recorded noted = noted(orders.comment("A-1", CommentRequest.of(CUSTOMER, "Where is it?")));

        assertThat(order()).isEqualTo(noted.order());
        assertThat(order().status()).isEqualTo(before.status());
        assertThat(order().trail()).isEqualTo(before.trail());
    }

    @Test
    void comments_from_both_sides_stand_among_the_transitions_and_verify() {
        orders.comment("A-1", CommentRequest.of(CUSTOMER, "Where is it?"));
        orders.fire("A-1", staff("send"));
        orders.comment("A-1", CommentRequest.of(STAFF, "On its way."));

        assertThat(orders.history("A-1").orElseThrow().verify()).isEmpty();
        assertThat(seenBy("customer")).hasSize(4);
    }

    @Test
    void an_internal_comment_is_kept_from_the_customer_and_from_nobody_else() {
        orders.comment("A-1", CommentRequest.of(STAFF, "Has complained before.").asInternal());

        assertThat(seenBy("customer")).hasSize(1);
        assertThat(seenBy("staff")).hasSize(2);
        assertThat(seenBy("carrier")).hasSize(2);
    }

    @Test
    void a_comment_keeps_the_time_at_which_it_was_said() {
        Instant said = clock.instant().minus(Duration.ofDays(1));

        Recorded noted =
                noted(orders.comment("A-1", CommentRequest.of(CUSTOMER, "Hello").withTime(said)));

        assertThat(noted.entry().at()).isEqualTo(said);
    }

    @Test
    void a_comment_without_a_time_is_never_said_before_the_last_move() {
        Instant sent = clock.instant().plusSeconds(3);
        orders.fire("A-1", staff("send").withTime(sent));

        Recorded noted = noted(orders.comment("A-1", CommentRequest.of(CUSTOMER, "Hello")));

        assertThat(noted.entry().at()).isEqualTo(sent);
    }

    @Test
    void a_file_is_described_in_the_history_and_found_by_its_hash() {
        String hash = HashChain.sha256("abc".getBytes(StandardCharsets.UTF_8));

        Recorded noted =
                noted(orders.comment("A-1", CommentRequest.of(CUSTOMER, "").withUploads(file("a.txt", "abc"))));

        assertThat(((Comment) noted.entry()).attachments())
                .containsExactly(new Attachment("a.txt", "text/plain", 3, hash));
        assertThat(orders.attachment("A-1", hash))
                .hasValueSatisfying(bytes ->
                        assertThat(bytes).asString(StandardCharsets.UTF_8).isEqualTo("abc"));
    }

    @Test
    void a_file_of_another_order_is_not_found() {
        orders.comment("A-1", CommentRequest.of(CUSTOMER, "").withUploads(file("a.txt", "abc")));
        orders.place("A-2", place());

        assertThat(orders.attachment("A-2", HashChain.sha256("abc".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void a_comment_of_nothing_is_refused() {
        assertRefused(CommentRequest.of(CUSTOMER, " \n"), "there is neither a text nor a file");
    }

    @Test
    void a_comment_of_10_000_characters_is_taken_and_a_longer_one_is_refused() {
        assertRefused(
                CommentRequest.of(CUSTOMER, "x".repeat(10_001)),
                "a text of 10001 characters is too long: the limit is 10000");
        noted(orders.comment("A-1", CommentRequest.of(CUSTOMER, "x".repeat(10_000))));
    }

    @Test
    void ten_files_are_taken_and_more_are_refused() {
        assertRefused(CommentRequest.of(CUSTOMER, "").withUploads(files(11)), "11 files are too many; the limit is 10");
        noted(orders.comment("A-1", CommentRequest.of(CUSTOMER, "").withUploads(files(10))));
    }

    private static Upload[] files(int number) {
        return Stream.generate(() -> file("a.txt", "abc")).limit(number).toArray(Upload[]::new);
    }

    @Test
    void a_file_up_to_the_limit_is_taken_and_a_larger_one_is_refused() {
        assertRefused(
                CommentRequest.of(CUSTOMER, "").withUploads(file("a.txt", "abcdef")),
                "the file a.txt has 6 bytes; the limit is 5");
        noted(orders.comment("A-1", CommentRequest.of(CUSTOMER, "").withUploads(file("a.txt", "abcde"))));
    }

    @Test
    void a_file_name_up_to_255_characters_is_taken_and_a_longer_one_is_refused() {
        assertRefused(
                CommentRequest.of(CUSTOMER, "").withUploads(file("x".repeat(256), "abc")),
                "a file's name: a text of 256 characters is too long: the limit is 255");
        noted(orders.comment("A-1", CommentRequest.of(CUSTOMER, "").withUploads(file("x".repeat(255), "abc"))));
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "..\\..\\boot.ini, boot.ini",
        "C:\\temp\\a.txt, a.txt",
        "/etc/, file",
        ".., file",
        "./., file",
        "'', file",
        "zdjęcie 1.jpg, zdjęcie 1.jpg",
    })
    void a_file_name_loses_its_folders(String sent, String kept) {
        assertThat(file(sent, "").name()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in\u0000voice.pdf", "in\r\nvoice.pdf", "in\u202evoice.pdf"})
    void a_file_name_loses_what_nobody_sees(String sent) {
        assertThat(file(sent, "").name()).isEqualTo("invoice.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, image/jpeg",
        "text/plain; charset=utf-8, text/plain; charset=utf-8",
        "'text/html\r\nX-Evil: 1', application/octet-stream",
        "html, application/octet-stream",
        "'', application/octet-stream",
    })
    void a_media_type_that_is_none_is_not_kept(String sent, String kept) {
        assertThat(new Upload("a", sent, new byte[0]).mediaType()).isEqualTo(kept);
    }

    @Test
    void the_bytes_of_an_upload_are_copied_in_and_out() {
        byte[] sent = {1, 2, 3};
        Upload upload = new Upload("a", "text/plain", sent);
        sent[0] = 9;
        upload.content()[1] = 9;

        assertThat(upload.content()).containsExactly(1, 2, 3);
    }

    @Test
    void muting_turns_notifications_off_and_unmuting_on_again() {
        noted(orders.mute("A-1", CUSTOMER, true));
        assertThat(order().muted()).isTrue();

        noted(orders.mute("A-1", CUSTOMER, false));
        assertThat(order().muted()).isFalse();
    }

    @Test
    void muting_a_muted_order_writes_nothing_and_answers_with_what_muted_it() {
        Activity muted = noted(orders.mute("A-1", CUSTOMER, true)).entry();
        orders.fire("A-1", staff("send"));

        Recorded again = noted(orders.mute("A-1", STAFF, true));

        assertThat(again.entry()).isEqualTo(muted);
        assertThat(again.order()).isEqualTo(order());
        assertThat(entries()).isEqualTo(3);
    }

    @Test
    void unmuting_an_order_that_was_never_muted_writes_nothing_and_answers_with_its_start() {
        Recorded noted = noted(orders.mute("A-1", CUSTOMER, false));

        assertThat(noted.entry().sequence()).isEqualTo(1);
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void of_threads_that_mute_at_the_same_time_one_writes() {
        ConcurrentRun.of(8, i -> noted(orders.mute("A-1", CUSTOMER, true)));

        assertThat(entries()).isEqualTo(2);
    }
}
