package dev.orderly.workflow;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount in a currency, written {@code 12.50 EUR}. It has at most as many decimals as its currency, by ISO 4217 as the
 * Java platform knows it: two for EUR, none for JPY, three for KWD.
 *
 * @param amount the amount in the currency's main unit; trailing zeros do not matter, so {@code 1.50} equals {@code 1.5}
 * @param currency the currency
 */
public record Money(BigDecimal amount, Currency currency) {

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    /** Where the Unicode CLDR puts a space between a code and an amount, and the Java platform forgets it. */
    private static final Pattern LETTER_BESIDE_DIGIT = Pattern.compile("(?<=\\p{L})(?=\\p{Nd})|(?<=\\p{Nd})(?=\\p{L})");

    /**
     * @throws IllegalArgumentException if the amount has more decimals than the currency, or more than 50 digits, or the
     *     currency is none to pay with, such as XAU for gold and XXX for no currency
     */
    public Money {
        amount = FieldType.plain(amount);
        String code = currency.getCurrencyCode();
        int decimals = currency.getDefaultFractionDigits();
        if (decimals < 0) {
            throw new IllegalArgumentException(code + " is no currency to pay with");
        }
        if (amount.scale() > decimals) {
            throw new IllegalArgumentException(amount.toPlainString() + " " + code + " has too many decimals: " + code
                    + " has " + (decimals == 0 ? "none" : Integer.toString(decimals)));
        }
    }

    /**
     * Reads {@code 12.50 EUR}.
     *
     * @throws IllegalArgumentException if the text is no amount followed by an ISO 4217 code, the Java platform does not
     *     know that code, or the currency cannot have that amount
     */
    public static Money parse(String text) {
        int space = text.lastIndexOf(' ');
        String code = text.substring(space + 1);
        if (space < 1 || !CODE.matcher(code).matches()) {
            throw noAmount(text, null);
        }
        return new Money(amount(text, space), currency(code));
    }

    private static BigDecimal amount(String text, int end) {
        try {
            return FieldType.decimal(text.substring(0, end).strip());
        } catch (IllegalArgumentException e) {
            throw noAmount(text, e);
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + code + "\" is no currency of ISO 4217 that is known here", e);
        }
    }

    private static IllegalArgumentException noAmount(String text, @Nullable IllegalArgumentException cause) {
        return new IllegalArgumentException("\"" + text + "\" is no amount of money: write it as 12.50 EUR", cause);
    }

    /**
     * The sum of two amounts.
     *
     * @throws IllegalArgumentException if they are in two currencies, or the sum has more than 50 digits
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(this + " and " + other + " cannot be added: they are in two currencies");
        }
        return new Money(amount.add(other.amount), currency);
    }

    /**
     * So many times the amount.
     *
     * @throws IllegalArgumentException if that has more than 50 digits
     */
    public Money times(long number) {
        return new Money(amount.multiply(BigDecimal.valueOf(number)), currency);
    }

    /** As people write it who speak a language, with all decimals of the currency, such as {@code 12,50 €}. */
    public String text(Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return LETTER_BESIDE_DIGIT.matcher(format.format(amount)).replaceAll("\u00a0");
    }

    /** As {@link #parse} reads it, without needless zeros. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
