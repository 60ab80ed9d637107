package dev.orderly.workflow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A carrier of parcels.
 *
 * @param name the value of the order's carrier field that means this carrier
 * @param label what people call it
 * @param link the address of a parcel's tracking page, with {@code {number}} where the tracking number goes; http or https
 */
public record Carrier(String name, String label, String link) {

    private static final String NUMBER = "{number}";

    public Carrier {
        Name.require("carrier", name);
        if (label.isBlank()) {
            throw new IllegalArgumentException("the label of carrier " + name + " is blank");
        }
        if (!link.startsWith("https://") && !link.startsWith("http://")) {
            throw new IllegalArgumentException(
                    "the link of carrier " + name + " must start with https:// or http://, but is \"" + link + "\"");
        }
        if (!link.contains(NUMBER)) {
            throw new IllegalArgumentException(
                    "the link of carrier " + name + " must hold {number} where the tracking number goes");
        }
    }

    /** The address of a parcel's tracking page; the number is encoded, so that it cannot change the rest. */
    public String linkTo(String trackingNumber) {
        return link.replace(
                NUMBER,
                URLEncoder.encode(trackingNumber, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
