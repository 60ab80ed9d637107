package dev.orderly.workflow;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in a currency, written {@code 12.50 EUR}.
 *
 * @param amount the amount in the currency's main unit; trailing zeros do not matter, so {@code 1.50} equals {@code 1.5}
 * @param currency the currency
 */
public record Money(BigDecimal amount, Currency currency) {

    public Money {
        amount = FieldType.plain(amount);
    }

    /**
     * Reads {@code 12.50 EUR}.
     *
     * @throws IllegalArgumentException if the text is no amount followed by an ISO 4217 code
     */
    public static Money parse(String text) {
        int space = text.lastIndexOf(' ');
        if (space < 1) {
            throw new IllegalArgumentException("\"" + text + "\" is no amount of money: write it as 12.50 EUR");
        }
        try {
            return new Money(
                    FieldType.decimal(text.substring(0, space).strip()),
                    Currency.getInstance(text.substring(space + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no amount of money: write it as 12.50 EUR", e);
        }
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
