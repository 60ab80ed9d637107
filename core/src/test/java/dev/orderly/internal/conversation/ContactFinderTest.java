package dev.orderly.internal.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactFinderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            email | Write to anna.kowalska@example.org please           | Write to ••• please
            email | anna@poczta.example.pl                              | •••
            email | Write to Anna_K+books @ example.com!                | Write to •••!
            email | anna (at) example (dot) com                         | •••
            email | anna[at]example.com, thanks                         | •••, thanks
            email | anna at example dot com                             | •••
            email | Pisz: anna małpa poczta kropka pl                   | Pisz: •••
            email | Пишете ми: ivan (маймунско) example.bg              | Пишете ми: •••
            email | мой адрес иван собака почта точка рф                | мой адрес •••
            email | γράψτε μου: maria (παπάκι) example.gr               | γράψτε μου: •••
            email | иван@пример.бг                                      | •••
            email | ａｎｎａ＠example．com                                | •••
            phone | zadzwoń 600 123 456                                 | zadzwoń •••
            phone | tel. 600-123-456, Anna                              | tel. •••, Anna
            phone | mój numer: 600123456                                | mój numer: •••
            phone | +48 600 123 456 po 16                               | ••• po 16
            phone | 6 0 0 1 2 3 4 5 6                                   | •••
            phone | 6.0.0.1.2.3.4.5.6                                   | •••
            phone | (22) 123 45 67                                      | •••
            phone | τηλ. 6941234567                                     | τηλ. •••
            phone | 694 123 4567 μετά τις 5                             | ••• μετά τις 5
            phone | 210 123 4567                                        | •••
            phone | +30 210 1234567                                     | •••
            phone | обадете се на 0888 123 456                          | обадете се на •••
            phone | 0888123456                                          | •••
            phone | 00359 888 123 456                                   | •••
            phone | позвоните: 8 (916) 123-45-67                        | позвоните: •••
            phone | 89161234567                                         | •••
            phone | +7 916 123 45 67                                    | •••
            phone | Call me: 07700 900123                               | Call me: •••
            phone | (555) 123-4567                                      | •••
            phone | ６００１２３４５６                                    | •••
            link  | see https://example.org/x?y=1 now                   | see ••• now
            link  | www.example.org/books                               | •••
            link  | na moim-sklepie.pl taniej                           | na ••• taniej
            link  | sklep kropka pl                                     | •••
            link  | example (dot) com                                   | •••
            link  | hxxps://example.org                                 | •••
            link  | пишите t.me/ivan                                    | пишите •••
            link  | магазин.бг                                          | •••
            link  | EXAMPLE.com/shop                                    | •••
            """)
    void contact_data_is_found_and_masked(String kind, String text, String masked) {
        ContactFinder finder = new ContactFinder(text);

        assertThat(finder.first().map(k -> k.name().toLowerCase(Locale.ROOT))).contains(kind);
        assertThat(finder.masked()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Moja przesyłka 600123456 nie dotarła",
                "numer przesyłki: 620999605412341234512345",
                "Paczka 6209 9960 5412 3412 3451 2345 stoi w miejscu",
                "Tracking number 1Z999AA10123456784",
                "parcel RR123456789PL",
                "order 2026/118 and order 694123456700",
                "Zamówienie nr 2026/118 z 31.05.2026",
                "zamówiłam 2 szt. po 1 299,00 zł, razem 2 598,00 zł",
                "Cena 600 123 456 zł to żart",
                "ISBN 978-83-01-23456-7",
                "EAN 5901234123457",
                "Dostawa 2026-05-31 między 10:00 a 12:30",
                "07.05.2026 1234",
                "00-950 Warszawa, ul. Marszałkowska 10/12",
                "Konto 12 1020 1026 0000 0402 0123 4567",
                "Zapłacone 12.50 EUR.Dziękuję",
                "It arrived late.It was damaged, too",
                "Please look at the box: 30 x 20 x 10.5 cm",
                "We met at noon. The dot on the cover is missing",
                "invoice.pdf i zdjecie.jpg w załączniku",
                "Книгата пристигна на 05.06.2026.Благодаря",
                "Товарителница 1051234567890 от Еконт",
                "поръчка 0888123456 още не е тук",
                "Платих 1 299,00 лв. за 3 бр.",
                "Заказ 89161234567 не пришёл",
                "трек-номер 80081234567890",
                "оплатил 12 000 руб. 15.03.2026 в 18:45",
                "Η παραγγελία 6941234567 δεν ήρθε",
                "αριθμός αποστολής: 7412345678",
                "κόστος 1.299,00 € στις 12/04/2026",
                "version 1.2.3 of the manual, page 12-14",
                "Size 38-40-42, model AB-600-123",
                "ul. 3 Maja 5, m. 12, kod 0 1 2 3",
                "15:30 at the pickup point, I have 2 bags",
                "Kupiłem 4 sztuki, dostałem 3 (brak 1)."
            })
    void what_is_no_contact_data_is_left_alone(String text) {
        ContactFinder finder = new ContactFinder(text);

        assertThat(finder.masked()).isEqualTo(text);
        assertThat(finder.first()).isEmpty();
    }

    @Test
    void what_has_no_width_hides_nothing() {
        assertThat(new ContactFinder("anna\u200B@exam\u00ADple.org").masked()).isEqualTo("•••");
        assertThat(new ContactFinder("6\uFE0F\u20E30\uFE0F\u20E30\uFE0F\u20E3123456").masked())
                .isEqualTo("•••");
    }

    @Test
    void several_are_all_masked() {
        assertThat(new ContactFinder("anna@example.org or 600 123 456 or www.example.org").masked())
                .isEqualTo("••• or ••• or •••");
    }

    @Property
    void what_is_masked_holds_no_contact_data(@ForAll @StringLength(max = 60) String text) {
        assertThat(new ContactFinder(new ContactFinder(text).masked()).first()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "a.", "a@", "1 ", "a-", "(at)", "www.", "@", "dot ", "6 0 "})
    void the_longest_comment_is_looked_through_at_once(String piece) {
        String longest = piece.repeat(10_000 / piece.length());

        assertThat(new ContactFinder(longest).masked().length()).isLessThanOrEqualTo(longest.length());
    }
}
