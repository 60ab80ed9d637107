package dev.orderly.cli.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Workflow;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgDiagramTest {

    @Test
    void every_status_and_every_transition_can_be_read() throws Exception {
        assertThat(texts(draw(Samples.marketplace())))
                .contains("Przyjęcie w toku", "waiting-acceptance", "Изпратена с куриер", "refused")
                .contains("Προετοιμασία Αποστολής", "με Μέσο της Εταιρείας")
                .contains("accept", "if payment is cash-on-delivery", "expire (after P3D)", "send-back [carrier]")
                .contains("receive [carrier, platform]", "attach-waybill [seller]", "close (after P14D)");
    }

    @Test
    void a_final_status_has_a_double_border_and_one_that_only_is_done_a_tint() throws Exception {
        List<Element> statuses = groups(draw(Samples.marketplace()), "status");

        assertThat(statuses).hasSize(11);
        assertThat(rectangles(statuses, "closed"))
                .extracting(r -> r.getAttribute("fill"))
                .containsExactly("#e3f1e8");
        assertThat(rectangles(statuses, "refused")).hasSize(2);
        assertThat(rectangles(statuses, "shipped"))
                .extracting(r -> r.getAttribute("fill"))
                .containsExactly("#f3f5f9");
    }

    @Test
    void a_failure_has_a_tint_of_its_own() throws Exception {
        List<Element> statuses = groups(draw(Samples.marketplace()), "status");

        assertThat(rectangles(statuses, "refunded"))
                .extracting(r -> r.getAttribute("fill"))
                .containsExactly("#f5e9e6", "none");
        assertThat(rectangles(statuses, "refunded"))
                .extracting(r -> r.getAttribute("stroke"))
                .containsOnly("#9a5b4f");
    }

    @Test
    void a_case_is_drawn_under_its_own_title() throws Exception {
        assertThat(texts(draw(Samples.marketplace())))
                .contains("marketplace version 1", "Reklamacja (case)", "Zgłoszono", "solve");
    }

    @Test
    void what_is_automatic_has_a_dashed_line_and_a_data_move_stands_in_its_status() throws Exception {
        Workflow workflow = Workflow.builder("w")
                .status("a", s -> {})
                .status("b", s -> s.done())
                .transition("place", t -> t.to("a"))
                .transition("note", t -> t.from("a").by("staff").once())
                .transition("end", t -> t.from("a").to("b").automatic())
                .build();
        Element svg = draw(workflow);

        assertThat(children(svg, "path").stream()
                        .filter(path -> !path.getAttribute("stroke-dasharray").isEmpty()))
                .hasSize(1);
        assertThat(groups(svg, "status").stream().filter(status -> texts(status).contains("note [staff] (once)")))
                .hasSize(1)
                .allSatisfy(status -> assertThat(texts(status)).contains("a"));
        assertThat(groups(svg, "way")).hasSize(2);
    }

    @Test
    void somebody_who_cannot_see_it_hears_every_way() throws Exception {
        Element svg = draw(Samples.marketplace());

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(children(svg, "title").get(0).getTextContent()).isEqualTo("marketplace version 1");
        assertThat(children(svg, "desc").get(0).getTextContent())
                .startsWith("From the start to Przyjęcie w toku (waiting-acceptance): place [customer].")
                .contains("From Готово к выдаче (received) to Zamknięto (closed), done: close (after P14D).")
                .contains("In Προετοιμασία Αποστολής με Μέσο της Εταιρείας (shipping): attach-waybill [seller].")
                .contains("place [customer].", "refuse; expire (after P3D).")
                .endsWith("Reklamacja (case): From the start to Zgłoszono (opened): open. "
                        + "From Zgłoszono (opened) to solved, done: solve.");
    }

    @Test
    void hostile_labels_stay_texts() throws Exception {
        String text = SvgDiagram.write(Samples.hostile(), "en");
        Element svg = parse(text);

        assertThat(text).doesNotContain("<script").doesNotContain("\" onload");
        assertThat(elements(svg))
                .extracting(Element::getTagName)
                .containsOnly("svg", "title", "desc", "rect", "text", "g", "path");
        assertThat(String.join(" ", texts(svg)))
                .contains("</text><script>alert(1)</script>", "\" onload=\"alert(1)", "' & &amp; &lt; ]]> <!--")
                .contains("one two");
    }

    @Test
    void it_refers_to_nothing_outside_itself() throws Exception {
        List<String> attributes = elements(draw(Samples.marketplace())).stream()
                .flatMap(e -> IntStream.range(0, e.getAttributes().getLength())
                        .mapToObj(i -> e.getAttributes().item(i).getNodeName()))
                .distinct()
                .toList();

        assertThat(attributes)
                .doesNotContain("href", "xlink:href", "src", "style")
                .noneMatch(a -> a.startsWith("on"));
        assertThat(SvgDiagram.write(Samples.marketplace(), "pl"))
                .doesNotContain("url(")
                .doesNotContain("<!");
    }

    @Test
    void the_same_workflow_gives_the_same_bytes() {
        String first = SvgDiagram.write(Samples.marketplace(), "pl");

        assertThat(Stream.generate(() -> SvgDiagram.write(Samples.marketplace(), "pl"))
                        .limit(20))
                .containsOnly(first);
    }

    @Test
    void a_workflow_without_any_status_is_an_empty_picture() throws Exception {
        assertThat(texts(draw(Workflow.builder("empty").build()))).containsExactly("empty version 1");
    }

    private static Element draw(Workflow workflow) throws Exception {
        return parse(SvgDiagram.write(workflow, "pl"));
    }

    private static Element parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static List<Element> elements(Element root) {
        List<Element> all = new ArrayList<>(List.of(root));
        NodeList inner = root.getElementsByTagName("*");
        IntStream.range(0, inner.getLength()).forEach(i -> all.add((Element) inner.item(i)));
        return all;
    }

    private static List<Element> children(Element root, String tag) {
        return elements(root).stream().filter(e -> e.getTagName().equals(tag)).toList();
    }

    private static List<Element> groups(Element root, String kind) {
        return children(root, "g").stream()
                .filter(g -> g.getAttribute("class").equals(kind))
                .toList();
    }

    private static List<Element> rectangles(List<Element> statuses, String code) {
        Element status = statuses.stream()
                .filter(s -> texts(s).contains(code))
                .findFirst()
                .orElseThrow();
        return children(status, "rect");
    }

    private static List<String> texts(Element root) {
        return children(root, "text").stream().map(Element::getTextContent).toList();
    }
}
