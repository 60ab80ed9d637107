package dev.orderly.workflow;

/**
 * A coarser status that a customer is shown in place of one or several internal ones.
 *
 * @param name its code
 * @param label what people call it
 * @param note what it means for the customer
 */
public record CustomerStatus(String name, LocalText label, LocalText note) {

    public CustomerStatus {
        Name.require("customer status", name);
    }
}
