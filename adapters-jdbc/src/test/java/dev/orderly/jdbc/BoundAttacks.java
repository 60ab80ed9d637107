package dev.orderly.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person with a SQL prompt tries on the bounds of the orders of {@link BoundFixture}. */
final class BoundAttacks {

    static final String BROKEN = "a step leaves no field out of its bounds";
    static final String UNSAID = "a field that is in a bound changes by an entry only, as that says";
    static final String GIVEN = "what an entry gave for a field stays as it was, or is erased";
    static final String SNAPSHOT = "an order changes by an entry of its history only";

    private static final String PAID = money("paid", "100 EUR");
    private static final String REFUNDED = money("refunded", "30 EUR");
    private static final String GRANTED = money("granted", "15 EUR");

    /** The next entries of B-1 and B-2. */
    private static final int NEXT = 9;

    /**
     * An attempt, and why it is refused.
     *
     * @param why what the refusal begins with; of the library's triggers, the keys aside
     */
    record Attempt(String why, List<String> statements) {}

    private BoundAttacks() {}

    static List<Attempt> all() {
        List<Attempt> attempts = new ArrayList<>();
        brokenBy(attempts);
        alone(attempts);
        unsaid(attempts);
        changed(attempts);
        placed(attempts);
        return attempts;
    }

    /** Steps whose entry and state say the same, which is too much. */
    private static void brokenBy(List<Attempt> attempts) {
        // more goes back than came in
        attempts.add(step("refund", REFUNDED, money("refunded", "100.01 EUR")));
        attempts.add(step("refund", REFUNDED, money("refunded", "1e3 EUR")));
        attempts.add(step("refund", REFUNDED, money("refunded", "1000000000000 EUR")));
        // another currency, and what is no amount of money
        attempts.add(step("refund", REFUNDED, money("refunded", "30 PLN")));
        attempts.add(step("refund", REFUNDED, money("refunded", "NaN EUR")));
        attempts.add(step("refund", REFUNDED, money("refunded", "")));
        attempts.add(step("refund", REFUNDED, "\"refunded\":{\"number\":\"30\"}"));
        attempts.add(step("refund", REFUNDED, "\"refunded\":\"30 EUR\""));
        attempts.add(step("refund", REFUNDED, "\"refunded\":{\"money\":\"30 EUR\",\"number\":\"30\"}"));
        attempts.add(step("refund", REFUNDED, "\"refunded\":{}"));
        // less was paid than went back
        attempts.add(step("pay", PAID, money("paid", "29.99 EUR")));
        attempts.add(step("pay", PAID, money("paid", "100 PLN")));
        // more is paid than is ordered
        attempts.add(step("pay", PAID, money("paid", "120.01 EUR")));
        // by an entry of any other event, and both fields at once
        attempts.add(step("remind", REFUNDED, money("refunded", "101 EUR")));
        attempts.add(step("refund", PAID + "," + "\"places\"", money("paid", "130 EUR") + ",\"places\""));
        // numbers, with another field and with constants
        attempts.add(step("book", number("seats", "4"), number("seats", "11")));
        attempts.add(step("book", number("places", "10"), number("places", "3")));
        attempts.add(step("book", number("places", "10"), number("places", "51")));
        attempts.add(step("remind", number("reminders", "2"), number("reminders", "4")));
        attempts.add(step("remind", number("reminders", "2"), number("reminders", "-1")));
        // dates and points in time
        attempts.add(step("schedule", typed("due-on", "date", "2026-05-10"), typed("due-on", "date", "2026-04-30")));
        attempts.add(step(
                "schedule",
                typed("closes-at", "instant", "2026-05-01T18:00:00.500Z"),
                typed("closes-at", "instant", "2026-05-01T07:59:59.999Z")));
        // while nothing is paid, nothing goes back; lines without prices have no total
        attempts.add(new Attempt(
                BROKEN, moved("B-2", 2, "refund", null, "\"places\"", money("refunded", "1 EUR") + ",\"places\"")));
        attempts.add(new Attempt(
                BROKEN, moved("B-3", 2, "pay", null, "\"places\"", money("paid", "1 EUR") + ",\"places\"")));
        attempts.add(new Attempt(BROKEN, moved("B-4", 5, "refund", null, REFUNDED, money("refunded", "31 EUR"))));
        // a case has bounds of its own
        attempts.add(new Attempt(BROKEN, moved("B-1", NEXT, "grant", 1, GRANTED, money("granted", "20.01 EUR"))));
        attempts.add(new Attempt(
                BROKEN, moved("B-1", NEXT, "grant", 1, money("claimed", "20 EUR"), money("claimed", "81 EUR"))));
    }

    /** Entries that their order does not move to, yet. */
    private static void alone(List<Attempt> attempts) {
        attempts.add(alone("refund", null, money("refunded", "100.01 EUR")));
        attempts.add(alone("refund", null, money("refunded", "10 PLN")));
        attempts.add(alone("pay", null, money("paid", "29 EUR")));
        attempts.add(alone("pay", null, money("paid", "121 EUR")));
        attempts.add(alone("remind", null, number("reminders", "4")));
        attempts.add(alone("grant", 1, money("granted", "21 EUR")));
    }

    private static Attempt alone(String event, @Nullable Integer caseId, String given) {
        return new Attempt(BROKEN, List.of(entry("B-1", NEXT, event, caseId, data(given))));
    }

    /** Steps whose state says what their entry does not. */
    private static void unsaid(List<Attempt> attempts) {
        String more = money("refunded", "40 EUR");
        attempts.add(new Attempt(UNSAID, List.of(entry("B-1", NEXT, "refund", null, null), to(REFUNDED, more))));
        attempts.add(new Attempt(
                UNSAID,
                List.of(entry("B-1", NEXT, "refund", null, data(money("refunded", "35 EUR"))), to(REFUNDED, more))));
        attempts.add(new Attempt(
                UNSAID,
                List.of(
                        entry("B-1", NEXT, "refund", null, data(more)),
                        "update orderly_order set sequence = " + NEXT + " where number = 'B-1'")));
        attempts.add(new Attempt(
                UNSAID, List.of(entry("B-1", NEXT, "pay", null, null), to(PAID, money("paid", "1 EUR")))));
        attempts.add(new Attempt(UNSAID, List.of(entry("B-1", NEXT, "remind", null, null), to(REFUNDED + ",", ""))));
        for (String kind : List.of("comment", "erasure", "notification-preference")) {
            attempts.add(new Attempt(
                    UNSAID,
                    List.of(
                            forged("B-1", NEXT)
                                    .with("kind", kind)
                                    .with("subject", null)
                                    .with("from_status", null)
                                    .with("event", null)
                                    .with("to_status", null)
                                    .with("content", data(more))
                                    .sql(),
                            to(REFUNDED, more))));
        }
        // the case's field by a step of the order, and the order's by a step of the case
        attempts.add(new Attempt(
                UNSAID,
                List.of(
                        entry("B-1", NEXT, "refund", null, data(money("granted", "19 EUR"))),
                        to(GRANTED, money("granted", "19 EUR")))));
        attempts.add(new Attempt(
                UNSAID, List.of(entry("B-1", NEXT, "grant", 1, data(money("granted", "19 EUR"))), to(REFUNDED, more))));
    }

    /** What is there already. */
    private static void changed(List<Attempt> attempts) {
        attempts.add(new Attempt(
                SNAPSHOT,
                List.of("update orderly_order set state = replace(state, '" + REFUNDED + "', '"
                        + money("refunded", "5 EUR") + "') where number = 'B-1'")));
        attempts.add(new Attempt(
                SNAPSHOT,
                List.of("update orderly_order set state = replace(state, '" + PAID + "', '" + money("paid", "900 EUR")
                        + "') where number = 'B-1'")));
        attempts.add(new Attempt(
                GIVEN,
                List.of("update orderly_history set content = replace(content, '30 EUR', '3 EUR')"
                        + " where number = 'B-1' and sequence = 3")));
        attempts.add(new Attempt(
                GIVEN,
                List.of("update orderly_history set content = '" + data(money("refunded", "1 EUR"))
                        + "' where number = 'B-1' and sequence = 4")));
        String stays = "stays as it was registered";
        attempts.add(new Attempt(stays, List.of("delete from orderly_bound where workflow = 'deposits'")));
        attempts.add(new Attempt(stays, List.of("delete from orderly_bound where field = 'refunded'")));
        attempts.add(new Attempt(
                stays,
                List.of("update orderly_bound set other = 'places' where field = 'refunded' and other = 'paid'")));
        attempts.add(
                new Attempt(stays, List.of("update orderly_bound set relation = 'at-least' where field = 'refunded'")));
        attempts.add(new Attempt(stays, List.of("update orderly_bound set constant = null where field = 'reminders'")));
    }

    /** Orders that begin out of their bounds, or in the middle. */
    private static void placed(List<Attempt> attempts) {
        String more = number("seats", "11");
        attempts.add(new Attempt(
                BROKEN, List.of(begun(data(number("places", "10") + "," + more)), copied(1, "4", "11"))));
        attempts.add(new Attempt(UNSAID, List.of(begun(data(number("places", "10"))), copied(1, "4", "9"))));
        attempts.add(new Attempt(
                "an order begins with its first entry, or comes back from the archive as it was",
                List.of(
                        begun(data(number("places", "10") + "," + number("seats", "4"))),
                        entry("B-9", 2, "book", null, data(more)),
                        copied(2, "4", "11"))));
    }

    private static Attempt step(String event, String before, String after) {
        return new Attempt(BROKEN, moved("B-1", NEXT, event, null, before, after));
    }

    /** An entry and a state that say the same. */
    private static List<String> moved(
            String number, int sequence, String event, @Nullable Integer caseId, String before, String after) {
        String data = after.endsWith("\"places\"") ? after + ":{\"number\":\"10\"}" : after;
        return List.of(
                entry(number, sequence, event, caseId, data(data)),
                "update orderly_order set sequence = " + sequence + ", state = replace(state, '" + before + "', '"
                        + after + "') where number = '" + number + "'");
    }

    private static String to(String before, String after) {
        return "update orderly_order set sequence = " + NEXT + ", state = replace(state, '" + before + "', '" + after
                + "') where number = 'B-1'";
    }

    private static String begun(String content) {
        return forged("B-9", 1)
                .with("previous", null)
                .with("previous_status", "")
                .with("from_status", "")
                .with("event", "place")
                .with("content", content)
                .sql();
    }

    /** An order's row like that of B-2, but for its number and how many seats it has. */
    private static String copied(int sequence, String before, String after) {
        return "insert into orderly_order (number, sequence, workflow, version, status, done, muted, placed_at, since, placed,"
                + " state) select 'B-9', " + sequence
                + ", workflow, version, status, done, muted, placed_at, since, placed, replace(state, '"
                + number("seats", before) + "', '" + number("seats", after)
                + "') from orderly_order where number = 'B-2'";
    }

    private static String entry(
            String number, int sequence, String event, @Nullable Integer caseId, @Nullable String content) {
        ForgedEntry entry = forged(number, sequence).with("event", event).with("content", content);
        return caseId == null
                ? entry.sql()
                : entry.with("subject", "claim")
                        .with("case_id", caseId)
                        .with("from_status", "reported")
                        .with("to_status", "reported")
                        .sql();
    }

    private static ForgedEntry forged(String number, int sequence) {
        return ForgedEntry.of(number)
                .with("workflow", "deposits")
                .with("sequence", sequence)
                .with("previous", sequence - 1)
                .move("open", "refund", "open");
    }

    private static String data(String values) {
        return "{\"data\":{" + values + "}}";
    }

    static String money(String field, String amount) {
        return typed(field, "money", amount);
    }

    private static String number(String field, String number) {
        return typed(field, "number", number);
    }

    private static String typed(String field, String type, String value) {
        return "\"" + field + "\":{\"" + type + "\":\"" + value + "\"}";
    }
}
