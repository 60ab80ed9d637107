package dev.orderly.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order, as somebody in a role reads it.
 *
 * @param number the order's number
 * @param workflow the workflow that it follows
 * @param version the version of that workflow
 * @param status where it is
 * @param since when it got there
 * @param done whether nothing more is expected to happen
 * @param sequence how many entries its history has; grows with every change
 * @param placedAt when it was placed
 * @param customer who ordered
 * @param lines what was ordered
 * @param parcels what is on its way
 * @param fields its data by name; left out for customers
 * @param cases its incidents, returns and other matters
 * @param muted whether the customer's notifications are off
 * @param deadline the next event that will fire by itself; left out for customers
 * @param due when it becomes overdue
 * @param overdue whether it should have moved on by now
 */
public record OrderBody(
        String number,
        String workflow,
        int version,
        Named status,
        Instant since,
        boolean done,
        long sequence,
        Instant placedAt,
        Who customer,
        List<Item> lines,
        List<Shipment> parcels,
        @Nullable Map<String, Object> fields,
        List<Matter> cases,
        boolean muted,
        @Nullable Timer deadline,
        @Nullable Instant due,
        boolean overdue) {

    /**
     * A status.
     *
     * @param name its code
     * @param label what people call it
     * @param note what it means for the customer
     */
    public record Named(String name, String label, @Nullable String note) {}

    /**
     * Who ordered.
     *
     * @param email the e-mail address; only for the customer, staff and platform
     * @param name how to address them
     * @param language the ISO 639 code of their language
     */
    public record Who(
            @Nullable String email,
            @Nullable String name,
            @Nullable String language) {}

    /**
     * A position.
     *
     * @param sku the shop's code for the article
     * @param title what people call it
     * @param quantity how many, at least 1
     * @param availableFrom the first day on which it can be sent; left out for now
     */
    public record Item(
            String sku,
            String title,
            int quantity,
            @Nullable LocalDate availableFrom) {}

    /**
     * Something on its way.
     *
     * @param carrier the workflow's name for who carries it
     * @param carrierLabel what people call the carrier
     * @param trackingNumber the carrier's number for it
     * @param link the address of its tracking page
     */
    public record Shipment(
            @Nullable String carrier,
            @Nullable String carrierLabel,
            String trackingNumber,
            @Nullable String link) {}

    /**
     * An incident, a return or another matter.
     *
     * @param id its number within the order
     * @param type the kind of case
     * @param label what people call the kind
     * @param status where it is
     * @param since when it got there
     * @param open whether it still needs somebody
     * @param fields its data by name; left out for customers
     */
    public record Matter(
            int id,
            String type,
            String label,
            Named status,
            Instant since,
            boolean open,
            @Nullable Map<String, Object> fields) {}

    /**
     * An event that will fire by itself.
     *
     * @param at when
     * @param event which
     * @param caseId the case whose event it is; left out for the order's own
     */
    public record Timer(Instant at, String event, @Nullable Integer caseId) {}
}
