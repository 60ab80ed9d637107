package dev.orderly.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order, as the caller may see it.
 *
 * @param number the order's number
 * @param workflow the workflow that it follows
 * @param version the version of that workflow
 * @param status the status that it is in
 * @param since when it entered that status
 * @param done whether its status is a done one
 * @param sequence how many entries its history has; grows with every change
 * @param placedAt when it was placed
 * @param customer the customer
 * @param lines what was ordered
 * @param total the price of all lines, such as {@code 79.8 PLN}; left out where they have none
 * @param parcels what is on its way
 * @param fields its data by name; left out for customers
 * @param flows what goes on beside its status, such as payment and delivery; left out where the workflow has no flows
 * @param cases its cases, such as incidents and returns
 * @param muted whether the customer's notifications are off
 * @param deadline the next event that fires by itself; left out for customers
 * @param overdueAt when it becomes overdue
 * @param overdue whether it should have moved on by now
 */
public record OrderBody(
        String number,
        String workflow,
        int version,
        StatusBody status,
        Instant since,
        boolean done,
        long sequence,
        Instant placedAt,
        CustomerBody customer,
        List<LineBody> lines,
        @Nullable String total,
        List<ParcelBody> parcels,
        @Nullable Map<String, Object> fields,
        @Nullable List<FlowBody> flows,
        List<OrderCaseBody> cases,
        boolean muted,
        @Nullable DeadlineBody deadline,
        @Nullable Instant overdueAt,
        boolean overdue) {

    /**
     * A status.
     *
     * @param name its code
     * @param label its label
     * @param note what it means for the customer
     */
    public record StatusBody(
            String name, String label, @Nullable String note) {}

    /**
     * A customer.
     *
     * @param email the e-mail address; left out for roles that do not see it
     * @param name how to address them
     * @param language the ISO 639 code of their language
     */
    public record CustomerBody(
            @Nullable String email,
            @Nullable String name,
            @Nullable String language) {}

    /**
     * A line of an order: an article and its quantity.
     *
     * @param id its id, unique in the order
     * @param sku the shop's code for the article
     * @param title its title
     * @param quantity how many
     * @param price the price of one, such as {@code 39.9 PLN}
     * @param total the price of all
     * @param availableFrom the first day on which it can be sent; left out for now
     * @param imageUrl the address of a picture
     * @param productUrl the address of a page about the article
     * @param units where its units are; left out where the workflow does not look at them
     */
    public record LineBody(
            String id,
            String sku,
            String title,
            int quantity,
            @Nullable String price,
            @Nullable String total,
            @Nullable LocalDate availableFrom,
            @Nullable String imageUrl,
            @Nullable String productUrl,
            @Nullable List<UnitsBody> units) {}

    /**
     * Units of a line that are in one item status.
     *
     * @param status the item status
     * @param quantity how many
     */
    public record UnitsBody(ItemStatusBody status, int quantity) {}

    /**
     * A status of units.
     *
     * @param name its code
     * @param label its label
     */
    public record ItemStatusBody(String name, String label) {}

    /**
     * Units of one line.
     *
     * @param line the id of the line
     * @param quantity how many
     */
    public record QuantityBody(String line, int quantity) {}

    /**
     * A parcel.
     *
     * @param carrier the workflow's name for the carrier
     * @param carrierLabel the label of the carrier
     * @param trackingNumber the carrier's number for it
     * @param link the address of its tracking page
     * @param contents the units that were put into it; left out where that is not kept
     */
    public record ParcelBody(
            @Nullable String carrier,
            @Nullable String carrierLabel,
            String trackingNumber,
            @Nullable String link,
            @Nullable List<QuantityBody> contents) {}

    /**
     * A flow of an order, such as its payment.
     *
     * @param name its name, which stands before the names of its events and a dot
     * @param label its label
     * @param status the status that it is in
     * @param since when it entered that status
     * @param done whether its status is a done one
     */
    public record FlowBody(String name, String label, StatusBody status, Instant since, boolean done) {}

    /**
     * A case of an order, such as an incident or a return.
     *
     * @param id its number within the order
     * @param type the kind of case
     * @param label the label of the kind
     * @param status the status that it is in
     * @param since when it entered that status
     * @param open whether its status is one that is not done
     * @param fields its data by name; left out for customers
     */
    public record OrderCaseBody(
            int id,
            String type,
            String label,
            StatusBody status,
            Instant since,
            boolean open,
            @Nullable Map<String, Object> fields) {}

    /**
     * An event that fires by itself.
     *
     * @param at when it fires
     * @param event the event
     * @param caseId the case whose event it is; left out for the order's own
     * @param flow the flow whose event it is; left out for the order's own and those of cases
     */
    public record DeadlineBody(
            Instant at,
            String event,
            @Nullable Integer caseId,
            @Nullable String flow) {}
}
