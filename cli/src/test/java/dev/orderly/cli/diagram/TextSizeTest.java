package dev.orderly.cli.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSizeTest {

    /** The real widths were measured with DejaVu Sans 2.37 at a font size of 100. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Obciążenie w trakcie realizacji         | 1518
                    Συγκέντρωση Προϊόντων                   | 1266
                    Чака потвърждение на плащането          | 1856
                    Ожидает оплаты                          |  905
                    waiting-acceptance                      |  977
                    PROCESSED                               |  609
                    refund [seller, platform] (within P14D) | 1909
                    Mammut Wwm                              |  755
                    %@WM                                    |  380
                    """)
    void an_estimate_is_a_little_more_than_a_wide_font_needs(String text, double real) {
        assertThat(TextSize.width(text, 100)).isBetween(real, real * 1.2);
    }

    @ParameterizedTest
    @CsvSource({"a,  65", "a\u0301, 65", "漢字, 210"})
    void marks_take_no_room_and_chinese_signs_a_square(String text, double expected) {
        assertThat(TextSize.width(List.of(text), 100)).isEqualTo(expected, within(0.01));
    }
}
