package dev.orderly.order;

import dev.orderly.workflow.MovedItems;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A parcel on its way to the customer. Immutable. */
public final class Parcel {

    private final @Nullable String carrier;
    private final String trackingNumber;
    private final @Nullable String link;
    private final Map<String, Integer> contents;

    private Parcel(
            @Nullable String carrier, String trackingNumber, @Nullable String link, Map<String, Integer> contents) {
        this.carrier = carrier;
        this.trackingNumber = trackingNumber;
        this.link = link;
        this.contents = contents;
    }

    /** A parcel with this tracking number, by an unknown carrier. */
    public static Parcel of(String trackingNumber) {
        return new Parcel(null, trackingNumber, null, Map.of());
    }

    /** The same by a carrier, by the workflow's name for it; null for an unknown one. */
    public Parcel withCarrier(@Nullable String name) {
        return new Parcel(name, trackingNumber, link, contents);
    }

    /** The same with the address of its tracking page; null for none. */
    public Parcel withLink(@Nullable String address) {
        return new Parcel(carrier, trackingNumber, address, contents);
    }

    /** The same with so many units of each line in it, by the line's id. */
    public Parcel withContents(Map<String, Integer> quantities) {
        return new Parcel(carrier, trackingNumber, link, Collections.unmodifiableMap(new LinkedHashMap<>(quantities)));
    }

    Parcel withMore(List<MovedItems> moved) {
        Map<String, Integer> more = new LinkedHashMap<>(contents);
        moved.forEach(items -> more.merge(items.line(), items.quantity(), Math::addExact));
        return withContents(more);
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

    /** How many units of each line were put into it, by the line's id; empty where that is not kept. */
    public Map<String, Integer> contents() {
        return contents;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Parcel that
                        && Objects.equals(carrier, that.carrier)
                        && trackingNumber.equals(that.trackingNumber)
                        && Objects.equals(link, that.link)
                        && contents.equals(that.contents));
    }

    @Override
    public int hashCode() {
        return Objects.hash(carrier, trackingNumber, link, contents);
    }

    /** Nothing personal: a tracking number, which leads to an address, must not reach a log by accident. */
    @Override
    public String toString() {
        return "Parcel[" + (carrier == null ? "of an unknown carrier" : "of " + carrier) + "]";
    }
}
