package dev.orderly.http.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that shows an order to its customer.
 *
 * @param wording the language of the workflow's texts, as an ISO 639 code; null if it is the page's
 * @param ticket the ticket by which the forms of the page act on this order
 * @param notice a sentence about what was just done; null if nothing was
 * @param problem why a form was refused; null if none was
 * @param number the order's number
 * @param placed when it was placed
 * @param status the label of its status
 * @param note what the status means; empty if the workflow does not say
 * @param done whether the status is a done one
 * @param expected when it becomes overdue; null if the workflow does not say
 * @param late whether it is overdue
 * @param stays the statuses that it has been in, earliest first
 * @param parcels its parcels
 * @param lines its lines
 * @param total the price of all lines; null where they have none
 * @param actions what the customer can do now
 * @param flows what goes on beside its status
 * @param cases its cases
 * @param comments the comments that the customer may read, earliest first
 * @param draft the customer's comment, if it was refused; empty otherwise
 * @param muted whether its notifications are off
 * @param filesHint how many files can be sent, and how large
 */
public record StatusPage(
        PageLayout frame,
        @Nullable String wording,
        String ticket,
        @Nullable String notice,
        @Nullable String problem,
        String number,
        Moment placed,
        String status,
        String note,
        boolean done,
        @Nullable Moment expected,
        boolean late,
        List<Stay> stays,
        List<Shipment> parcels,
        List<Item> lines,
        @Nullable String total,
        List<Form> actions,
        List<FlowCard> flows,
        List<CaseCard> cases,
        List<CommentCard> comments,
        String draft,
        boolean muted,
        String filesHint) {

    public StatusPage {
        stays = List.copyOf(stays);
        parcels = List.copyOf(parcels);
        lines = List.copyOf(lines);
        actions = List.copyOf(actions);
        flows = List.copyOf(flows);
        cases = List.copyOf(cases);
        comments = List.copyOf(comments);
    }

    /**
     * What goes on beside the order's status, such as its payment.
     *
     * @param label what it is called
     * @param status the label of its status
     * @param since when it entered that status
     */
    public record FlowCard(String label, String status, Moment since) {}

    /**
     * A point in time.
     *
     * @param text the time as text, in the shop's time zone
     * @param iso for programs
     */
    public record Moment(String text, String iso) {}

    /**
     * A stay in a status.
     *
     * @param label the label of the status
     * @param reached when it was reached
     * @param left when it was left, without the day where that is the same; null for the present one
     */
    public record Stay(
            String label, Moment reached, @Nullable Moment left) {}

    /**
     * A parcel.
     *
     * @param carrier the label of its carrier; empty if it has none
     * @param link the address of its tracking page; null where there is none
     * @param contents what was put into it, line by line, such as {@code 2 × Solaris}; empty where that is not kept
     */
    public record Shipment(
            String carrier, String trackingNumber, @Nullable String link, List<String> contents) {

        public Shipment {
            contents = List.copyOf(contents);
        }
    }

    /**
     * A position of the order.
     *
     * @param price the price of one; null where there is none, or there is only one
     * @param total the price of all; null where there is none
     * @param units where its units are, such as {@code Ordered: 1 · Sent: 2}; empty where that is not kept
     * @param from the day from which on it can be sent; null if that is now or has been
     * @param image the address of a picture; null for none
     * @param link the address of a page about the article; null for none
     */
    public record Item(
            String title,
            int quantity,
            @Nullable String price,
            @Nullable String total,
            String units,
            @Nullable String from,
            @Nullable String image,
            @Nullable String link) {}

    /**
     * The form of an action of the customer.
     *
     * @param action the kind of action: {@code event}, {@code open} or {@code case}
     * @param event the event
     * @param subject the kind of case to open, or the number of the case that is meant; empty for the order itself
     * @param request the id of this attempt, so that a form that is sent twice acts once
     * @param again whether it is shown again after it was refused, with the values that were sent
     */
    public record Form(
            String action,
            String event,
            String subject,
            String label,
            String request,
            boolean again,
            List<Input> inputs) {

        public Form {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * A value that a form asks for.
     *
     * @param id unique on the page
     * @param type {@code text}, {@code money}, {@code date}, {@code datetime-local}, {@code number}, {@code
     *     checkbox} or {@code choice}
     * @param required whether it must be given
     * @param min the least number or date; null if there is none
     * @param max the greatest number or date; null if there is none
     * @param options of a choice
     * @param value the value that was sent before; empty if none was
     */
    public record Input(
            String id,
            String name,
            String label,
            String type,
            boolean required,
            @Nullable String min,
            @Nullable String max,
            List<PageLayout.Choice> options,
            String value) {

        public Input {
            options = List.copyOf(options);
        }
    }

    /**
     * A case of the order, such as an incident or a return.
     *
     * @param facts the data that the customer may read: of his own steps, and of those that notify him; earliest first
     * @param actions what the customer can do about it now
     */
    public record CaseCard(
            String kind, int id, String status, String note, Moment since, List<Fact> facts, List<Form> actions) {

        public CaseCard {
            facts = List.copyOf(facts);
            actions = List.copyOf(actions);
        }
    }

    /**
     * A value of a field.
     *
     * @param label the label of the field
     * @param value the value as text
     */
    public record Fact(String label, String value) {}

    /**
     * A comment.
     *
     * @param who the role of its author, in the page's language
     * @param own whether the customer wrote it
     */
    public record CommentCard(String who, boolean own, Moment at, String text, List<File> files) {

        public CommentCard {
            files = List.copyOf(files);
        }
    }

    /**
     * A file that came with a comment.
     *
     * @param sha256 by which it is asked for
     * @param size the size as text
     */
    public record File(String name, String sha256, String size) {}
}
