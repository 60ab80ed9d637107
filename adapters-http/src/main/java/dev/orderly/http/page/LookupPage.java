package dev.orderly.http.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that asks for an order's number and e-mail address.
 *
 * @param number the number of the last attempt; empty at first
 * @param email the address of the last attempt; empty at first
 * @param problem why the last attempt failed; null at first
 * @param examples orders to try, where the shop is a demonstration; otherwise empty
 */
public record LookupPage(
        PageLayout frame,
        String number,
        String email,
        @Nullable String problem,
        List<Example> examples) {

    public LookupPage {
        examples = List.copyOf(examples);
    }

    /**
     * An order to try.
     *
     * @param shop the shop that it is from
     * @param number the order's number
     * @param email its e-mail address
     */
    public record Example(String shop, String number, String email) {}
}
