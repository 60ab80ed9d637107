package dev.orderly.cli.browser;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A picture's most frequent 256 colours, in which a page that is mostly plain loses nothing that can be seen. */
final class Palette {

    private static final int SIZE = 256;

    private final int[] colors;
    private final Map<Integer, Integer> places = new HashMap<>();

    private Palette(List<Integer> mostFrequent) {
        colors = mostFrequent.stream().mapToInt(Integer::intValue).toArray();
    }

    static BufferedImage reduce(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> frequencies = new HashMap<>();
        for (int pixel : pixels) {
            frequencies.merge(pixel & 0xFFFFFF, 1, Integer::sum);
        }
        Palette palette = new Palette(frequencies.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SIZE)
                .map(Map.Entry::getKey)
                .toList());
        BufferedImage reduced = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette.model());
        for (int i = 0; i < pixels.length; i++) {
            reduced.getRaster().setSample(i % width, i / width, 0, palette.nearest(pixels[i] & 0xFFFFFF));
        }
        return reduced;
    }

    private IndexColorModel model() {
        return new IndexColorModel(8, colors.length, colors, 0, false, -1, DataBuffer.TYPE_BYTE);
    }

    private int nearest(int color) {
        return places.computeIfAbsent(color, wanted -> {
            int best = 0;
            for (int i = 1; i < colors.length; i++) {
                if (distance(colors[i], wanted) < distance(colors[best], wanted)) {
                    best = i;
                }
            }
            return best;
        });
    }

    private static int distance(int a, int b) {
        int red = (a >> 16) - (b >> 16);
        int green = (a >> 8 & 255) - (b >> 8 & 255);
        int blue = (a & 255) - (b & 255);
        return red * red + green * green + blue * blue;
    }
}
