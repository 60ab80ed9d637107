package dev.orderly.order;

import dev.orderly.workflow.Money;
import dev.orderly.workflow.OrderedItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One position of an order. Immutable; each {@code with} method gives a changed copy. */
public final class Line implements OrderedItem {

    /** The greatest quantity. */
    public static final int MAX_QUANTITY = 1_000_000;

    /** What the price of one unit must stay below, in the currency's main unit; no total of an order can then overflow. */
    public static final BigDecimal PRICE_LIMIT = BigDecimal.TEN.pow(12);

    private static final String HTTPS = "https://";

    private final String id;
    private final String sku;
    private final String title;
    private final int quantity;
    private final @Nullable Money price;
    private final @Nullable LocalDate availableFrom;
    private final @Nullable String imageUrl;
    private final @Nullable String productUrl;

    private Line(
            String id,
            String sku,
            String title,
            int quantity,
            @Nullable Money price,
            @Nullable LocalDate availableFrom,
            @Nullable String imageUrl,
            @Nullable String productUrl) {
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw new IllegalArgumentException("the quantity of " + sku + " must be "
                    + (quantity < 1 ? "at least 1" : "at most " + MAX_QUANTITY) + ", but is " + quantity);
        }
        this.id = id;
        this.sku = sku;
        this.title = title;
        this.quantity = quantity;
        this.price = payable(sku, price);
        this.availableFrom = availableFrom;
        this.imageUrl = https("image", sku, imageUrl);
        this.productUrl = https("page", sku, productUrl);
    }

    private static @Nullable Money payable(String sku, @Nullable Money price) {
        if (price != null && (price.amount().signum() < 0 || price.amount().compareTo(PRICE_LIMIT) >= 0)) {
            throw new IllegalArgumentException("the price of " + sku + " must be from 0 to below "
                    + PRICE_LIMIT.toPlainString() + ", but is " + price);
        }
        return price;
    }

    /** Refuses an address that a page could not safely make a link of. */
    private static @Nullable String https(String what, String sku, @Nullable String url) {
        if (url != null && !url.regionMatches(true, 0, HTTPS, 0, HTTPS.length())) {
            throw new IllegalArgumentException(
                    "the address of the " + what + " of " + sku + " must begin with https://, but is " + url);
        }
        return url;
    }

    /**
     * A position without a price that can be sent now.
     *
     * @throws IllegalArgumentException if the quantity is less than 1 or more than {@link #MAX_QUANTITY}
     */
    public static Line of(String sku, String title, int quantity) {
        return new Line("", sku, title, quantity, null, null, null, null);
    }

    /** Lines as an order has them: one without an id has its position for an id, the first "1". */
    static List<Line> identified(List<Line> lines) {
        List<Line> identified = null; // nearly always they have ids already, and stay as they are
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.id.isEmpty()) {
                identified = identified == null ? new ArrayList<>(lines) : identified;
                identified.set(i, line.withId(Integer.toString(i + 1)));
            }
        }
        return List.copyOf(identified == null ? lines : identified);
    }

    /** This position with an id of its own in the order; empty to have the order give it one. */
    public Line withId(String ownId) {
        return new Line(ownId, sku, title, quantity, price, availableFrom, imageUrl, productUrl);
    }

    /**
     * This position at a price of one unit; null for none.
     *
     * @throws IllegalArgumentException if the price is negative, or not below {@link #PRICE_LIMIT}
     */
    public Line withPrice(@Nullable Money ofOne) {
        return new Line(id, sku, title, quantity, ofOne, availableFrom, imageUrl, productUrl);
    }

    /** This position, available from a day on; null for now. */
    public Line withAvailableFrom(@Nullable LocalDate day) {
        return new Line(id, sku, title, quantity, price, day, imageUrl, productUrl);
    }

    /**
     * This position with a picture; null for none.
     *
     * @throws IllegalArgumentException if the address does not begin with {@code https://}
     */
    public Line withImageUrl(@Nullable String url) {
        return new Line(id, sku, title, quantity, price, availableFrom, url, productUrl);
    }

    /**
     * This position with a page about the article; null for none.
     *
     * @throws IllegalArgumentException if the address does not begin with {@code https://}
     */
    public Line withProductUrl(@Nullable String url) {
        return new Line(id, sku, title, quantity, price, availableFrom, imageUrl, url);
    }

    /** What stands for it in the order, unique there and for the order's life; empty for one that no order has. */
    public String id() {
        return id;
    }

    /** The shop's code for the article. */
    public String sku() {
        return sku;
    }

    @Override
    public String title() {
        return title;
    }

    /** How many; from 1 to {@link #MAX_QUANTITY}. */
    public int quantity() {
        return quantity;
    }

    /** The price of one unit, not negative; null where the shop does not say it. */
    public @Nullable Money price() {
        return price;
    }

    @Override
    public @Nullable Money total() {
        return price == null ? null : price.times(quantity);
    }

    /** The first day on which it can be sent, such as a book's publication; null for now. */
    @Override
    public @Nullable LocalDate availableFrom() {
        return availableFrom;
    }

    /** The address of a picture, which begins with {@code https://}; null for none. */
    public @Nullable String imageUrl() {
        return imageUrl;
    }

    /** The address of a page about the article, which begins with {@code https://}; null for none. */
    public @Nullable String productUrl() {
        return productUrl;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Line that
                        && id.equals(that.id)
                        && sku.equals(that.sku)
                        && title.equals(that.title)
                        && quantity == that.quantity
                        && Objects.equals(price, that.price)
                        && Objects.equals(availableFrom, that.availableFrom)
                        && Objects.equals(imageUrl, that.imageUrl)
                        && Objects.equals(productUrl, that.productUrl));
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, sku, title, quantity, price, availableFrom, imageUrl, productUrl);
    }

    @Override
    public String toString() {
        return "Line[id=" + id
                + ", sku=" + sku
                + ", title=" + title
                + ", quantity=" + quantity
                + ", price=" + price
                + ", availableFrom=" + availableFrom
                + ", imageUrl=" + imageUrl
                + ", productUrl=" + productUrl
                + "]";
    }
}
