package dev.orderly.workflow;

/**
 * An event of a flow.
 *
 * @param flow the flow
 * @param event the event's name within the flow
 */
public record FlowEvent(CaseType flow, String event) {

    /** How the event of a flow is asked for, such as {@code payment.capture}. */
    public static String name(String flow, String event) {
        return flow + "." + event;
    }
}
