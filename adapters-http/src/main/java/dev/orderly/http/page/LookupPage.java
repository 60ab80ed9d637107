package dev.orderly.http.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that asks for an order's number and e-mail address.
 *
 * @param number what was typed the last time; empty at first
 * @param email what was typed the last time; empty at first
 * @param problem what is wrong with it; null at first
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
     * @param shop what shop it is from
     * @param number the order's number
     * @param email its e-mail address
     */
    public record Example(String shop, String number, String email) {}
}
