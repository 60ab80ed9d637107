package dev.orderly.workflow;

/**
 * What people call an event.
 *
 * @param event the event's name
 * @param label the label, such as the text of the button that fires it
 */
public record EventLabel(String event, LocalText label) {

    public EventLabel {
        Name.require("event", event);
    }
}
