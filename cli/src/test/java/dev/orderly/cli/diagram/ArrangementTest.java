package dev.orderly.cli.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.cli.diagram.Picture.Area;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ArrangementTest {

    private static Area size(double width, double height) {
        return new Area(0, 0, width, height);
    }

    @Test
    void parts_stand_beside_the_order_one_below_the_other() {
        Arrangement arrangement =
                Arrangement.of(List.of(size(500, 900), size(200, 300), size(300, 300), size(100, 400)));

        assertThat(arrangement.areas())
                .containsExactly(
                        new Area(0, 0, 500, 900),
                        new Area(520, 0, 200, 300),
                        new Area(520, 320, 300, 300),
                        new Area(840, 0, 100, 400));
    }

    @Test
    void what_would_make_it_too_wide_goes_below() {
        Arrangement arrangement =
                Arrangement.of(List.of(size(1400, 500), size(300, 200), size(900, 300), size(700, 100)));

        assertThat(arrangement.areas())
                .containsExactly(
                        new Area(0, 0, 1400, 500),
                        new Area(0, 520, 300, 200),
                        new Area(320, 520, 900, 300),
                        new Area(0, 840, 700, 100));
    }

    @RepeatedTest(50)
    void nothing_overlaps_and_all_is_within(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<Area> sizes = IntStream.rangeClosed(0, random.nextInt(9))
                .mapToObj(i -> size(50 + random.nextInt(1600), 50 + random.nextInt(1200)))
                .toList();

        Arrangement arrangement = Arrangement.of(sizes);

        Stream<Area> areas = arrangement.areas().stream();
        assertThat(arrangement.areas()).hasSameSizeAs(sizes);
        assertThat(areas).allSatisfy(area -> {
            assertThat(arrangement.areas().stream().filter(area::overlaps)).containsExactly(area);
            assertThat(area.x() + area.width()).isLessThanOrEqualTo(arrangement.width());
            assertThat(area.y() + area.height()).isLessThanOrEqualTo(arrangement.height());
        });
    }
}
