package dev.orderly.testkit.internal.scenario;

/**
 * A step of a scenario before the order's status is known: numbers that mean something in every status, so that a
 * scenario stays one when shrinking reduces any of them or removes a whole intent.
 *
 * @param variation in which way it differs from a sensible request
 * @param goal which of the possible goals it takes
 * @param detail which data, which role, and whatever else is chosen
 * @param hours how many hours it waits
 */
public record Intent(Variation variation, int goal, long detail, int hours) {

    /** How sensible a request is; the most sensible first, for shrinking leads there. */
    public enum Variation {
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
        NO_DATA,
        /** With more data than asked for. */
        EXTRA_DATA,
        /** Any event by any role with values of the right types. */
        ANY_EVENT,
        /** A value that no field takes. */
        INVALID_VALUE,
        /** Nothing need make sense. */
        NONSENSE
    }
}
