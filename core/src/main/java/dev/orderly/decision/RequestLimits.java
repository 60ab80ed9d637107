package dev.orderly.decision;

import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Name;
import dev.orderly.workflow.PlainText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The limits of what an order can take, whatever its workflow says: lengths of texts, counts, and times near the ends of time.
 * Every store can keep what is within them. Lengths are in UTF-16 code units. This is the one table of them: the columns of
 * databases are held to it by a test.
 */
public final class RequestLimits {

    /** The longest name of a workflow, status, event, field, role, channel or type of case. */
    public static final int MAX_NAME_LENGTH = Name.MAX_LENGTH;
    /** The longest value of a field of texts. */
    public static final int MAX_FIELD_TEXT_LENGTH = FieldType.MAX_TEXT_LENGTH;
    /** The longest comment, of a transition or by itself. */
    public static final int MAX_COMMENT_LENGTH = FieldType.MAX_TEXT_LENGTH;
    /** The longest name of an attached file. */
    public static final int MAX_FILE_NAME_LENGTH = 255;
    /** The most files that one comment can have. */
    public static final int MAX_ATTACHMENTS = 10;
    /** The longest number of an order. */
    public static final int MAX_NUMBER_LENGTH = 100;
    /** The longest id of a request. */
    public static final int MAX_REQUEST_ID_LENGTH = 200;
    /** The longest id of an actor. */
    public static final int MAX_ACTOR_ID_LENGTH = 200;
    /** The longest e-mail address: 64 for the mailbox, 255 for the host, and the sign between them (RFC 3696). */
    public static final int MAX_EMAIL_LENGTH = 320;
    /** The longest name of a customer. */
    public static final int MAX_CUSTOMER_NAME_LENGTH = 200;
    /** The longest code of a language (RFC 5646). */
    public static final int MAX_LANGUAGE_LENGTH = 35;
    /** The most lines of an order. */
    public static final int MAX_LINES = 10_000;
    /** The most characters of all texts of all lines together, so that each database takes them in one statement. */
    public static final int MAX_LENGTH_OF_LINES = 2_000_000;
    /** The longest id of a line. */
    public static final int MAX_LINE_ID_LENGTH = 100;
    /** The greatest quantity of a line. */
    public static final int MAX_QUANTITY = Line.MAX_QUANTITY;
    /** The longest address of an article's picture or page. */
    public static final int MAX_URL_LENGTH = 2000;
    /** The longest code of an article. */
    public static final int MAX_SKU_LENGTH = 100;
    /** The longest title of an article. */
    public static final int MAX_TITLE_LENGTH = 500;

    /** The years 1 to 9999, in seconds since 1970; to parse dates would cost a program's start milliseconds. */
    private static final Instant FIRST = Instant.ofEpochSecond(-62_135_596_800L);

    private static final Instant END = Instant.ofEpochSecond(253_402_300_800L);

    private static final String ONLY_WHEN_PLACED =
            "only the event that places an order takes this: leave it out of a later request";

    private RequestLimits() {}

    /** What speaks against the number of an order and the id of a request, by which stores find things. */
    public static Optional<Rejected> ofNames(String number, @Nullable String requestId) {
        if (number.isBlank()) {
            return Optional.of(Rejected.dataInvalid("number", "a blank text names no order"));
        }
        Rejected wrong = text("number", number, MAX_NUMBER_LENGTH);
        return Optional.ofNullable(wrong == null ? text("request-id", requestId, MAX_REQUEST_ID_LENGTH) : wrong);
    }

    /** What a request to an order that exists carries although only placing takes it, so that nothing is dropped in silence. */
    static Optional<Rejected> ofWhatOnlyPlacingTakes(Request request) {
        if (!request.customer().equals(Customer.UNKNOWN)) {
            return Optional.of(Rejected.dataInvalid("customer", ONLY_WHEN_PLACED));
        }
        return request.lines().isEmpty()
                ? Optional.empty()
                : Optional.of(Rejected.dataInvalid("lines", ONLY_WHEN_PLACED));
    }

    /** What speaks against what a request brings. */
    static Optional<Rejected> of(Request request) {
        if (isOutside(request.at())) {
            return Optional.of(Rejected.dataInvalid("time", outside(request.at())));
        }
        if (request.items().size() > MAX_LINES) {
            return Optional.of(Rejected.dataInvalid(
                    "items", request.items().size() + " entries are too many: the limit is " + MAX_LINES));
        }
        Rejected wrong = text("request-id", request.id(), MAX_REQUEST_ID_LENGTH);
        wrong = wrong == null ? text("actor", request.actor().id(), MAX_ACTOR_ID_LENGTH) : wrong;
        wrong = wrong == null ? text("comment", request.comment(), MAX_COMMENT_LENGTH) : wrong;
        return Optional.ofNullable(wrong);
    }

    /** Throws where the question is about a time that no request can have. */
    static void requireTime(Instant now) {
        if (isOutside(now)) {
            throw new IllegalArgumentException(outside(now));
        }
    }

    private static boolean isOutside(Instant time) {
        return time.isBefore(FIRST) || !time.isBefore(END);
    }

    private static String outside(Instant time) {
        return time + " is not in the years 1 to 9999";
    }

    /** What speaks against what a request brings that places an order. */
    static Optional<Rejected> ofPlacing(String number, Request request) {
        return ofNames(number, request.id())
                .or(() -> of(request))
                .or(() -> Optional.ofNullable(customer(request.customer())))
                .or(() -> lines(request.lines()));
    }

    private static @Nullable Rejected customer(Customer customer) {
        Rejected wrong = text("e-mail", customer.email(), MAX_EMAIL_LENGTH);
        wrong = wrong == null ? text("name", customer.name(), MAX_CUSTOMER_NAME_LENGTH) : wrong;
        return wrong == null ? text("language", customer.language(), MAX_LANGUAGE_LENGTH) : wrong;
    }

    private static Optional<Rejected> lines(List<Line> lines) {
        return Optional.ofNullable(LineRules.problem(lines)).map(problem -> Rejected.dataInvalid("lines", problem));
    }

    private static @Nullable Rejected text(String field, @Nullable String text, int maxLength) {
        return text == null
                ? null
                : PlainText.problem(text, maxLength)
                        .map(problem -> Rejected.dataInvalid(field, problem))
                        .orElse(null);
    }
}
