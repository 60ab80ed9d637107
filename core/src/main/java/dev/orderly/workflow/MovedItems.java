package dev.orderly.workflow;

/**
 * Units of one line that go, or went, from one item status to another.
 *
 * @param line the id of the line
 * @param from the item status that they leave
 * @param to the item status that they go to
 * @param quantity how many, at least 1
 */
public record MovedItems(String line, String from, String to, int quantity) {

    public MovedItems {
        if (quantity < 1) {
            throw new IllegalArgumentException(
                    "at least one unit of line " + line + " must move, but " + quantity + " are to");
        }
    }

    @Override
    public String toString() {
        return quantity + " of " + line + ": " + from + " → " + to;
    }
}
