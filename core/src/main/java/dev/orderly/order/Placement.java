package dev.orderly.order;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is settled when an order is placed. Immutable. */
public final class Placement {

    private final String number;
    private final String workflow;
    private final int version;
    private final Customer customer;
    private final List<Line> lines;

    private Placement(String number, String workflow, int version, Customer customer, List<Line> lines) {
        if (number.isBlank()) {
            throw new IllegalArgumentException("an order's number cannot be blank");
        }
        this.number = number;
        this.workflow = workflow;
        this.version = version;
        this.customer = customer;
        this.lines = Line.identified(lines);
    }

    /**
     * The start of an order of an unknown customer, without lines.
     *
     * @throws IllegalArgumentException if the number is blank
     */
    public static Placement of(String number, String workflow, int version) {
        return new Placement(number, workflow, version, Customer.UNKNOWN, List.of());
    }

    /** The same for a customer. */
    public Placement withCustomer(Customer who) {
        return new Placement(number, workflow, version, who, lines);
    }

    /** The same with these lines, of which those without an id have their position for one. */
    public Placement withLines(List<Line> ordered) {
        return new Placement(number, workflow, version, customer, ordered);
    }

    /** The order's number. */
    public String number() {
        return number;
    }

    /** The name of the workflow that it follows. */
    public String workflow() {
        return workflow;
    }

    /** The version of that workflow. */
    public int version() {
        return version;
    }

    /** Who ordered. */
    public Customer customer() {
        return customer;
    }

    /** What was ordered; each line has an id. */
    public List<Line> lines() {
        return lines;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Placement that
                        && number.equals(that.number)
                        && workflow.equals(that.workflow)
                        && version == that.version
                        && customer.equals(that.customer)
                        && lines.equals(that.lines));
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, workflow, version, customer, lines);
    }

    /** Nothing personal: a customer must not reach a log by accident. */
    @Override
    public String toString() {
        return "Placement[" + number + ", " + workflow + " version " + version + ", " + lines.size() + " lines]";
    }
}
