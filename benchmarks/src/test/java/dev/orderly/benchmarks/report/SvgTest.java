package dev.orderly.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.orderly.benchmarks.report.BarChart.Bar;
import dev.orderly.benchmarks.report.BarChart.Group;
import dev.orderly.benchmarks.report.BarChart.Scale;
import dev.orderly.benchmarks.report.LineChart.Line;
import dev.orderly.benchmarks.report.LineChart.Point;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgTest {

    @ParameterizedTest
    @ValueSource(strings = {"</text><script>alert(1)</script>", "\"&<>'", "\u0000\u0008\uFFFF\uD800", "日本語 🚚", ""})
    void any_name_stays_text(String hostile) throws Exception {
        String shown = hostile.replaceAll("[\u0000\u0008\uFFFF]|[\uD800](?![\uDC00-\uDFFF])", "\uFFFD");
        for (Chart chart : List.of(
                new BarChart("bars", hostile, Scale.LINEAR, List.of(new Group(hostile, List.of(new Bar(hostile, 1))))),
                new LineChart("lines", hostile, hostile, List.of(new Line(hostile, List.of(new Point(1, 1))))))) {
            Document svg = parse(chart.svg());

            assertThat(svg.getElementsByTagName("script").getLength()).isZero();
            assertThat(texts(svg)).contains(shown);
            assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(shown);
        }
    }

    @Test
    void bars_are_as_long_as_their_figures_and_the_description_has_them() throws Exception {
        Document svg = parse(new BarChart(
                        "rates",
                        "Steps per second",
                        Scale.LINEAR,
                        List.of(new Group("H2", List.of(new Bar("Orderly", 50), new Bar("by hand", 100)))))
                .svg());

        assertThat(widths(svg, "ours").get(0) * 2)
                .isCloseTo(widths(svg, "plain").get(0), within(0.21));
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("H2: Orderly 50.0, by hand 100");
    }

    @Test
    void on_a_logarithmic_scale_ten_times_as_much_is_a_step_more() throws Exception {
        Document svg = parse(new BarChart(
                        "times",
                        "Nanoseconds",
                        Scale.LOGARITHMIC,
                        List.of(new Group("", List.of(new Bar("a", 10), new Bar("b", 100), new Bar("c", 1000)))))
                .svg());

        List<Double> widths = widths(svg, "plain");
        assertThat(widths.get(2) - widths.get(1)).isCloseTo(widths.get(1) - widths.get(0), within(0.11));
        assertThat(texts(svg)).contains("1", "10", "100", "1,000");
    }

    @Test
    void a_figure_that_cannot_be_drawn_is_refused() {
        assertThatThrownBy(() -> new Bar("a", 0)).hasMessage("the bar \"a\" needs a figure above zero: 0.0");
        assertThatThrownBy(() -> new Bar("a", Double.NaN)).hasMessage("the bar \"a\" needs a figure above zero: NaN");
        assertThatThrownBy(() -> new Point(0, 1)).hasMessage("a line cannot go through 0.0, 1.0");
        assertThatThrownBy(() -> new Line("a", List.of())).hasMessage("the line \"a\" has no points");
        assertThatThrownBy(() -> new LineChart("a", "", "", List.of())).hasMessage("the chart a has no lines");
        assertThatThrownBy(() -> new BarChart("a", "", Scale.LINEAR, List.of())).hasMessage("the chart a has no bars");
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document svg) {
        NodeList all = svg.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            texts.add(all.item(i).getTextContent());
        }
        return texts;
    }

    private static List<Double> widths(Document svg, String style) {
        NodeList all = svg.getElementsByTagName("rect");
        List<Double> widths = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element rect = (Element) all.item(i);
            if (rect.getAttribute("class").equals(style)) {
                widths.add(Double.valueOf(rect.getAttribute("width")));
            }
        }
        return widths;
    }
}
