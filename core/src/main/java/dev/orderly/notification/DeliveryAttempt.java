package dev.orderly.notification;

/**
 * The outcome of one attempt to send a message.
 *
 * @param verdict what the outbox does with the message
 * @param problem why it was not sent, without personal data; empty if it was
 * @param channel the evidence for the circuit breaker
 */
record DeliveryAttempt(Verdict verdict, String problem, ChannelSign channel) {

    private static final int LONGEST_PROBLEM = 1000;

    enum Verdict {
        SENT,
        MUTED,
        RETRY,
        DEAD_LETTER
    }

    enum ChannelSign {
        /** The channel accepted or refused the message. */
        ANSWERED,
        /** The channel failed or did not answer. */
        SILENT,
        UNKNOWN
    }

    static final DeliveryAttempt SENT = new DeliveryAttempt(Verdict.SENT, "", ChannelSign.ANSWERED);
    static final DeliveryAttempt MUTED = new DeliveryAttempt(Verdict.MUTED, "", ChannelSign.UNKNOWN);

    /** The channel refused the message, or did not answer. */
    static DeliveryAttempt refused(DeliveryException e) {
        return new DeliveryAttempt(verdict(e), text(e), e.isPermanent() ? ChannelSign.ANSWERED : ChannelSign.SILENT);
    }

    /** The notification could not be resolved, so the channel was not called. */
    static DeliveryAttempt unresolved(DeliveryException e) {
        return new DeliveryAttempt(verdict(e), text(e), ChannelSign.UNKNOWN);
    }

    /**
     * An unexpected exception. Its message is left out, because it might contain personal data; its class and line are
     * kept.
     */
    static DeliveryAttempt broken(String what, Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        String location = trace.length == 0 ? "" : " at " + trace[0];
        return new DeliveryAttempt(
                Verdict.RETRY, what + " broke: " + e.getClass().getName() + location, ChannelSign.UNKNOWN);
    }

    private static Verdict verdict(DeliveryException e) {
        return e.isPermanent() ? Verdict.DEAD_LETTER : Verdict.RETRY;
    }

    /**
     * The message without characters that a database may refuse, and at most {@value #LONGEST_PROBLEM} characters long.
     */
    private static String text(DeliveryException e) {
        StringBuilder text = new StringBuilder();
        String.valueOf(e.getMessage())
                .codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST_PROBLEM)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
