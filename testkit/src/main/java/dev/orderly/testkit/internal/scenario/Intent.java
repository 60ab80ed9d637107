package dev.orderly.testkit.internal.scenario;

/**
 * What somebody is up to, before it is known in which status the order will be: numbers that mean something in every
 * status, so that a scenario stays a scenario when any of them, or a whole intent, goes away.
 *
 * @param twist how sensible it is
 * @param aim which of the ways that lie open it takes
 * @param detail which data, which role, and whatever else is chosen
 * @param hours how long it waits
 */
public record Intent(Twist twist, int aim, long detail, int hours) {

    /** How sensible a request is; the most sensible first, for shrinking leads there. */
    public enum Twist {
        /** The right role, fitting data, and not too early. */
        SENSIBLE,
        /** Does not wait for the time that a transition sets. */
        EARLY,
        /** Waits longer than any deadline. */
        LATE,
        /** The clock goes backwards. */
        BACKWARDS,
        /** A role that the transition may not name. */
        ANY_ROLE,
        /** Without the data. */
        SILENT,
        /** With more data than asked for. */
        TALKATIVE,
        /** Any event by any role with values of the right types. */
        ANY_EVENT,
        /** A value that no field takes. */
        GARBLED,
        /** Nothing need make sense. */
        NONSENSE
    }
}
