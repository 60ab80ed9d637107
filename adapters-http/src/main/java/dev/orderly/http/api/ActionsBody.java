package dev.orderly.http.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The actions of a caller on an order or a case.
 *
 * @param sequence the sequence number of the order for which this holds
 * @param actions the events, and for those that are not possible, why
 * @param caseOptions the kinds of case that can be opened, and for those that are not possible, why
 */
public record ActionsBody(long sequence, List<ActionBody> actions, List<CaseOptionBody> caseOptions) {

    /**
     * An event, and whether the caller can fire it now.
     *
     * @param event its name
     * @param label its label
     * @param possible whether it can be done, given the data that it needs
     * @param needs the fields that must be given with it
     * @param takes the fields that may be given with it
     * @param checklist the yes-no fields that the actor is asked to tick
     * @param items the units that can move with it, all of them unless some are named; empty where it moves none
     * @param reasons the reasons against it; empty where it is possible
     */
    public record ActionBody(
            String event,
            String label,
            boolean possible,
            List<FieldBody> needs,
            List<FieldBody> takes,
            List<FieldBody> checklist,
            List<OrderBody.QuantityBody> items,
            List<Problem.ReasonBody> reasons) {}

    /**
     * A kind of case that can be opened.
     *
     * @param type the kind of case
     * @param label the label of the kind
     * @param action the event that opens it
     */
    public record CaseOptionBody(String type, String label, ActionBody action) {}

    /**
     * A field to fill in.
     *
     * @param name its name
     * @param label its label
     * @param type the type of its values, as workflow files name it
     * @param choices the values that a choice allows
     * @param min the least number, amount or date, written as a value is; of a date also {@code today}
     * @param max the greatest one
     */
    public record FieldBody(
            String name,
            String label,
            String type,
            @Nullable List<ChoiceBody> choices,
            @Nullable String min,
            @Nullable String max) {}

    /**
     * One of the values of a choice.
     *
     * @param value the value to send
     * @param label its label
     */
    public record ChoiceBody(String value, String label) {}
}
