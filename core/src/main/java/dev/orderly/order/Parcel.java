package dev.orderly.order;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A parcel on its way to the customer. Immutable. */
public final class Parcel {

    private final @Nullable String carrier;
    private final String trackingNumber;
    private final @Nullable String link;

    private Parcel(@Nullable String carrier, String trackingNumber, @Nullable String link) {
        this.carrier = carrier;
        this.trackingNumber = trackingNumber;
        this.link = link;
    }

    /** A parcel with this tracking number, by an unknown carrier. */
    public static Parcel of(String trackingNumber) {
        return new Parcel(null, trackingNumber, null);
    }

    /** The same by a carrier, by the workflow's name for it; null for an unknown one. */
    public Parcel withCarrier(@Nullable String name) {
        return new Parcel(name, trackingNumber, link);
    }

    /** The same with the address of its tracking page; null for none. */
    public Parcel withLink(@Nullable String address) {
        return new Parcel(carrier, trackingNumber, address);
    }

    /** Who carries it, by the workflow's name for the carrier; null if it is not known. */
    public @Nullable String carrier() {
        return carrier;
    }

    /** The carrier's number for it. */
    public String trackingNumber() {
        return trackingNumber;
    }

    /** The address of its tracking page; null for a carrier that the workflow does not know. */
    public @Nullable String link() {
        return link;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Parcel that
                        && Objects.equals(carrier, that.carrier)
                        && trackingNumber.equals(that.trackingNumber)
                        && Objects.equals(link, that.link));
    }

    @Override
    public int hashCode() {
        return Objects.hash(carrier, trackingNumber, link);
    }

    /** Nothing personal: a tracking number, which leads to an address, must not reach a log by accident. */
    @Override
    public String toString() {
        return "Parcel[" + (carrier == null ? "of an unknown carrier" : "of " + carrier) + "]";
    }
}
