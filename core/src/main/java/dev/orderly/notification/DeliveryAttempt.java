package dev.orderly.notification;

/**
 * What became of trying to send a message.
 *
 * @param verdict what it means for the message
 * @param problem why it was not sent, without anything personal
 * @param channel what it tells about the channel
 */
record DeliveryAttempt(Verdict verdict, String problem, ChannelSign channel) {

    private static final int LONGEST_PROBLEM = 1000;

    enum Verdict {
        SENT,
        MUTED,
        RETRY,
        PARK
    }

    enum ChannelSign {
        /** It took the message over, or refused it. */
        ANSWERED,
        /** It seems to be out of order. */
        SILENT,
        UNKNOWN
    }

    static final DeliveryAttempt SENT = new DeliveryAttempt(Verdict.SENT, "", ChannelSign.ANSWERED);
    static final DeliveryAttempt MUTED = new DeliveryAttempt(Verdict.MUTED, "", ChannelSign.UNKNOWN);

    /** The channel refused the message, or did not answer. */
    static DeliveryAttempt refused(DeliveryException e) {
        return new DeliveryAttempt(verdict(e), text(e), e.isPermanent() ? ChannelSign.ANSWERED : ChannelSign.SILENT);
    }

    /** There is nothing that could be handed to the channel. */
    static DeliveryAttempt untold(DeliveryException e) {
        return new DeliveryAttempt(verdict(e), text(e), ChannelSign.UNKNOWN);
    }

    /** Something broke. Only the class and the place are told: an exception's message might tell something personal. */
    static DeliveryAttempt broken(String what, Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        return new DeliveryAttempt(
                Verdict.RETRY, what + " broke: " + e.getClass().getName() + place, ChannelSign.UNKNOWN);
    }

    private static Verdict verdict(DeliveryException e) {
        return e.isPermanent() ? Verdict.PARK : Verdict.RETRY;
    }

    /** Without what a database may refuse to keep. */
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
