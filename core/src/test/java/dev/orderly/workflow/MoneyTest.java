package dev.orderly.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "39.905 PLN, 39.905 PLN has too many decimals: PLN has 2",
        "1500.5 JPY, 1500.5 JPY has too many decimals: JPY has none",
        "1.2345 KWD, 1.2345 KWD has too many decimals: KWD has 3",
        "1e-10 EUR, 0.0000000001 EUR has too many decimals: EUR has 2"
    })
    void an_amount_has_no_more_decimals_than_its_currency(String text, String message) {
        assertThatThrownBy(() -> Money.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void however_an_amount_is_made() {
        BigDecimal amount = new BigDecimal("39.905");
        Currency zloty = Currency.getInstance("PLN");
        assertThatThrownBy(() -> new Money(amount, zloty)).hasMessage("39.905 PLN has too many decimals: PLN has 2");
    }

    @ParameterizedTest
    @CsvSource({"39.90 PLN, 39.9 PLN", "39.9000 PLN, 39.9 PLN", "1500.0 JPY, 1500 JPY", "1.234 KWD, 1.234 KWD"})
    void trailing_zeros_are_no_decimals(String text, String canonical) {
        assertThat(Money.parse(text)).hasToString(canonical);
    }

    @Test
    void a_code_that_is_no_currency_is_named() {
        assertThatThrownBy(() -> Money.parse("5 ABC"))
                .hasMessage("\"ABC\" is no currency of ISO 4217 that is known here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XTS", "XAU", "XDR"})
    void what_nobody_pays_with_is_no_currency_of_an_amount(String code) {
        assertThatThrownBy(() -> Money.parse("5 " + code)).hasMessage(code + " is no currency to pay with");
    }

    @ParameterizedTest
    @CsvSource({
        "39.90 PLN, pl, '39,90 zł'",
        "39.90 PLN, en, PLN 39.90",
        "1234.5 EUR, en, '€1,234.50'",
        "234.5 EUR, bg, '234,50 €'",
        "12.5 EUR, el, '12,50 €'",
        "1500 JPY, en, '¥1,500'",
        "1.234 KWD, en, KWD 1.234"
    })
    void people_read_it_in_their_language_with_all_decimals(String money, String language, String text) {
        assertThat(Money.parse(money).text(Locale.forLanguageTag(language)).replace('\u00a0', ' '))
                .isEqualTo(text);
    }

    @Test
    void amounts_are_added_in_one_currency_only() {
        Money euro = Money.parse("1.25 EUR");
        assertThat(euro.plus(Money.parse("0.75 EUR"))).isEqualTo(Money.parse("2 EUR"));
        assertThat(euro.times(3)).isEqualTo(Money.parse("3.75 EUR"));
        assertThatThrownBy(() -> euro.plus(Money.parse("1 PLN")))
                .hasMessage("1.25 EUR and 1 PLN cannot be added: they are in two currencies");
    }
}
