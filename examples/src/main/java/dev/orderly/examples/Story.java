package dev.orderly.examples;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.AcceptedStep;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.Workflow;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Prints the steps of an example with their time, and ends the program at the first unexpected result: what it throws
 * leaves {@code main}, so that the exit code is 1.
 */
public final class Story {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Workflow shop;
    private volatile Instant now = Instant.EPOCH;

    /** A story in a shop that works by a workflow. */
    public Story(Workflow shop) {
        this.shop = shop;
    }

    /** The story's clock: it stands still until the story says that it is later, so that two weeks take no time. */
    public Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    /** It is this time in the shop, such as {@code 2026-05-04T10:12}, and something happens. */
    public void at(String time, String what) {
        now = LocalDateTime.parse(time).atZone(shop.calendar().zone()).toInstant();
        OUT.println(time.replace('T', ' ') + "  " + what);
    }

    /** Says something more. */
    public void print(String what) {
        OUT.println("    " + what);
    }

    /** Requires that a request was accepted. */
    public Order granted(Decision decision) {
        if (decision instanceof Accepted accepted) {
            TransitionEntry entry = accepted.entry();
            String about = entry.caseRef() == null ? "" : ", " + entry.caseRef().type();
            print(accepted.order().number() + about + ": " + entry.event() + " → " + entry.to());
            return accepted.order();
        }
        throw new AssertionError("should be granted, but is refused: " + explained((Rejected) decision, shop));
    }

    /** Requires that a request was accepted, and prints also what followed it by itself. */
    public Order grantedWithAll(Decision decision) {
        Order order = granted(decision);
        for (AcceptedStep step : ((Accepted) decision).automatic()) {
            TransitionEntry entry = step.entry();
            String about = entry.caseRef() == null ? "" : entry.caseRef().type() + ".";
            print("  and by itself " + about + entry.event() + " → " + entry.to());
        }
        return order;
    }

    /** What was asked for must be refused, for this reason. */
    public void refused(String code, Decision decision) {
        refused(code, decision, shop);
    }

    /** The same of something that is said in the words of another workflow, such as that of a case. */
    public void refused(String code, Decision decision, Workflow words) {
        if (decision instanceof Rejected rejected && rejected.code().equals(code)) {
            print("refused, " + explained(rejected, words));
        } else {
            throw new AssertionError("should be refused (" + code + "), but is: "
                    + (decision instanceof Rejected other ? "refused, " + explained(other, words) : decision));
        }
    }

    /** Something must be as the story says. */
    public void check(String what, Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError(what + " should be " + expected + ", but is " + actual);
        }
        print(what + ": " + actual);
    }

    /** A time as the shop's clocks show it. */
    public LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, shop.calendar().zone());
    }

    private static String explained(Rejected refusal, Workflow words) {
        return refusal.code() + ": " + refusal.explain(words, "en");
    }
}
