package dev.orderly.http.api;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the caller can do now.
 *
 * @param sequence the sequence number of the order that it is true for
 * @param actions the events, and for those that are not possible, why
 * @param openings the ways to open a case, and for those that are not possible, why
 */
public record ActionsBody(long sequence, List<Deed> actions, List<Opening> openings) {

    /**
     * An event.
     *
     * @param event its name
     * @param label what people call it
     * @param possible whether it can be done, given the data that it needs
     * @param needs the fields that must be given with it
     * @param takes the fields that may be given with it
     * @param checklist the fields that one is asked to tick
     * @param reasons what speaks against it; empty where it is possible
     */
    public record Deed(
            String event,
            String label,
            boolean possible,
            List<Input> needs,
            List<Input> takes,
            List<Input> checklist,
            List<Problem.Because> reasons) {}

    /**
     * A way to open a case.
     *
     * @param type the kind of case
     * @param label what people call the kind
     * @param action the event that opens it
     */
    public record Opening(String type, String label, Deed action) {}

    /**
     * A field to fill in.
     *
     * @param name its name
     * @param label what people call it
     * @param type the type of its values, as workflow files name it
     * @param choices the words that a choice allows
     * @param min the least number
     * @param max the greatest number
     */
    public record Input(
            String name,
            String label,
            String type,
            @Nullable List<Choice> choices,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) {}

    /**
     * One of the words of a choice.
     *
     * @param value the word that is given
     * @param label what people call it
     */
    public record Choice(String value, String label) {}
}
