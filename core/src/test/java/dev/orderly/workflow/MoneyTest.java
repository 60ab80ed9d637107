package dev.orderly.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
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
}
