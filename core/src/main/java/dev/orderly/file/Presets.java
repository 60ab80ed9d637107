package dev.orderly.file;

import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The workflows that come with the library, each made after the public description of a real shop's own. A preset is
 * read when it is first asked for, and shared from then on.
 */
public final class Presets {

    private static final String WITH_UNITS = "-items";
    private static final List<String> NAMES = List.of(
            "bookstore",
            "bookstore-items",
            "ip-store",
            "marketplace-seller",
            "marketplace-seller-items",
            "marketplace-acceptance",
            "marketplace-acceptance-items",
            "pickup-point",
            "pickup-point-items");
    private static final Map<String, Workflow> READ = new ConcurrentHashMap<>();

    private Presets() {}

    /** The names of the presets. */
    public static List<String> names() {
        return NAMES;
    }

    /** The preset that one extends: of {@code bookstore-items} it is {@code bookstore}; most extend none. */
    public static Optional<String> baseOf(String name) {
        return Optional.of(name)
                .filter(extension -> NAMES.contains(extension) && extension.endsWith(WITH_UNITS))
                .map(extension -> extension.substring(0, extension.length() - WITH_UNITS.length()));
    }

    /** The preset of this name. */
    public static Optional<Workflow> find(String name) {
        return Source.preset(name)
                .map(source -> READ.computeIfAbsent(
                        name, n -> WorkflowFiles.read(source).orThrow()));
    }

    /** A publisher's bookshop: prepaid or cash on delivery, titles that are reprinted or not yet out. */
    public static Workflow bookstore() {
        return get("bookstore");
    }

    /** The bookshop with several parcels: books are sent, cancelled and returned one by one. */
    public static Workflow bookstoreItems() {
        return get("bookstore-items");
    }

    /** A supplier of electronics: three ways of delivery, decided by the order's data. */
    public static Workflow ipStore() {
        return get("ip-store");
    }

    /** A seller on a marketplace: due dates, tracking, a return period that runs from the verified delivery. */
    public static Workflow marketplaceSeller() {
        return get("marketplace-seller");
    }

    /** The same, in which single units are refunded or exchanged. */
    public static Workflow marketplaceSellerItems() {
        return get("marketplace-seller-items");
    }

    /** A marketplace whose sellers accept each order: acceptance and debit expire, an incident blocks the pay-out. */
    public static Workflow marketplaceAcceptance() {
        return get("marketplace-acceptance");
    }

    /** The same, in which single units are refused, refunded or returned, and amounts are kept. */
    public static Workflow marketplaceAcceptanceItems() {
        return get("marketplace-acceptance-items");
    }

    /** A marketplace with pickup points: goods wait seven days. */
    public static Workflow pickupPoint() {
        return get("pickup-point");
    }

    /** The pickup point that hands out some goods of an order, and takes others back. */
    public static Workflow pickupPointItems() {
        return get("pickup-point-items");
    }

    private static Workflow get(String name) {
        return find(name).orElseThrow();
    }
}
