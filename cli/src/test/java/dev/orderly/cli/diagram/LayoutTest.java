package dev.orderly.cli.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.cli.diagram.Picture.Area;
import dev.orderly.cli.diagram.Picture.Box;
import dev.orderly.cli.diagram.Picture.Point;
import dev.orderly.cli.diagram.Picture.Way;
import dev.orderly.diagram.Diagram;
import dev.orderly.diagram.Diagram.Kind;
import dev.orderly.diagram.Diagram.Label;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private final Picture picture = Layout.of(Diagram.of(Samples.marketplace(), "pl"));

    @Test
    void a_status_has_room_for_what_can_happen_in_it() {
        Box shipping = picture.boxes().stream()
                .filter(box -> !box.node().listed().isEmpty())
                .findFirst()
                .orElseThrow();
        List<String> moves = Label.lines(shipping.node().listed());

        assertThat(moves).containsExactly("attach-waybill [seller]");
        assertThat(shipping.area().height())
                .isGreaterThan(Layout.headHeight(shipping.node()) + TextSize.height(moves, Layout.EDGE_FONT));
        assertThat(shipping.area().width()).isGreaterThan(TextSize.width(moves, Layout.EDGE_FONT));
    }

    @Test
    void no_two_statuses_or_labels_overlap() {
        List<Area> areas = new ArrayList<>();
        picture.boxes().forEach(box -> areas.add(box.area()));
        picture.ways().forEach(way -> areas.add(way.text()));

        assertThat(areas)
                .hasSize(10 + picture.ways().size())
                .allSatisfy(area ->
                        assertThat(areas.stream().filter(area::overlaps)).containsExactly(area));
    }

    @Test
    void every_text_has_room_for_all_its_lines() {
        assertThat(picture.ways()).allSatisfy(way -> {
            List<String> lines = way.edge().lines();
            assertThat(way.text().height()).isGreaterThanOrEqualTo(TextSize.height(lines, Layout.EDGE_FONT));
            assertThat(way.text().width()).isGreaterThanOrEqualTo(TextSize.width(lines, Layout.EDGE_FONT));
        });
        assertThat(picture.boxes())
                .filteredOn(box -> box.node().kind() != Kind.START)
                .allSatisfy(box -> {
                    List<String> label = box.node().label();
                    assertThat(box.area().height()).isGreaterThan(TextSize.height(label, Layout.LABEL_FONT));
                    assertThat(box.area().width()).isGreaterThan(TextSize.width(label, Layout.LABEL_FONT));
                });
    }

    @Test
    void everything_is_within_the_picture() {
        Area whole = new Area(0, 0, picture.width(), picture.height());

        assertThat(picture.boxes()).extracting(Box::area).allMatch(area -> within(area, whole));
        assertThat(picture.ways()).extracting(Way::text).allMatch(area -> within(area, whole));
        assertThat(picture.ways())
                .flatExtracting(Way::corners)
                .allMatch(p -> within(new Area(p.x(), p.y(), 0, 0), whole));
    }

    @Test
    void an_edge_begins_and_ends_at_the_border_of_its_statuses() {
        assertThat(picture.ways()).allSatisfy(way -> {
            Point start = way.corners().get(0);
            Point end = way.corners().get(way.corners().size() - 1);
            assertThat(touches(box(way.edge().from()), start)).isTrue();
            assertThat(touches(box(way.edge().to()), end)).isTrue();
        });
    }

    @Test
    void an_edge_crosses_no_status() {
        assertThat(picture.ways()).allSatisfy(way -> {
            for (int i = 1; i < way.corners().size(); i++) {
                Area segment = between(way.corners().get(i - 1), way.corners().get(i));
                assertThat(picture.boxes()).extracting(Box::area).noneMatch(segment::overlaps);
            }
        });
    }

    @Test
    void an_order_starts_above_all_statuses_although_a_cycle_leads_back() {
        List<String> around = List.of("e", "f", "g", "a", "b", "c", "d");
        WorkflowBuilder<String, String> ring = Workflow.builder("ring").transition("open", t -> t.to("a"));
        for (int i = 0; i < around.size(); i++) {
            String from = around.get(i);
            String to = around.get((i + 1) % around.size());
            ring.status(from, s -> {}).transition("go", t -> t.from(from).to(to));
        }

        assertThat(Layout.of(Diagram.of(ring.build(), "en")).boxes().stream()
                        .sorted((x, y) -> Double.compare(x.area().y(), y.area().y()))
                        .map(box -> box.node().kind() == Kind.START
                                ? "start"
                                : box.node().label().get(0)))
                .containsExactly("start", "a", "b", "c", "d", "e", "f", "g");
    }

    private Area box(String id) {
        return picture.boxes().stream()
                .filter(box -> box.node().id().equals(id))
                .findFirst()
                .orElseThrow()
                .area();
    }

    private static boolean within(Area area, Area whole) {
        return area.x() >= 0
                && area.y() >= 0
                && area.x() + area.width() <= whole.width()
                && area.y() + area.height() <= whole.height();
    }

    private static boolean touches(Area area, Point point) {
        Area around = new Area(point.x() - 1, point.y() - 1, 2, 2);
        Area inside = new Area(area.x() + 1, area.y() + 1, area.width() - 2, area.height() - 2);
        return around.overlaps(area) && !new Area(point.x(), point.y(), 0, 0).overlaps(inside);
    }

    private static Area between(Point a, Point b) {
        // a hair thinner than the line, so that one that ends at a border does not count as crossing it
        double x = Math.min(a.x(), b.x()) + 0.1;
        double y = Math.min(a.y(), b.y()) + 0.1;
        return new Area(x, y, Math.abs(a.x() - b.x()) - 0.2, Math.abs(a.y() - b.y()) - 0.2);
    }
}
