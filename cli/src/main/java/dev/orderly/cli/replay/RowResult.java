package dev.orderly.cli.replay;

/**
 * What became of one row.
 *
 * @param row the row's number
 * @param order the order's number
 * @param event what should happen
 * @param at when, as the file writes it
 * @param from the status before; empty for none
 * @param to the status after, which a refusal leaves as it was; empty for none
 * @param reasons the codes of the reasons against it, each once, with spaces between; empty if it was accepted
 */
record RowResult(long row, String order, String event, String at, String from, String to, String reasons) {

    boolean accepted() {
        return reasons.isEmpty();
    }
}
