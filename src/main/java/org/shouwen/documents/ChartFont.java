package org.shouwen.documents;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A typeface of the machine in which a chart's labels can be written. */
final class ChartFont {
    private static final List<String> WANTED = List.of(
            "Noto Sans CJK SC",
            "Source Han Sans SC",
            "Microsoft YaHei",
            "SimHei",
            "WenQuanYi Micro Hei",
            "Droid Sans Fallback");

    private ChartFont() {}

    /** The one that is wanted most among those that can write the text; where none can, any. */
    static Font of(String text, int points) {
        Font any = new Font(Font.SANS_SERIF, Font.PLAIN, points);
        if (any.canDisplayUpTo(text) < 0) return any;
        return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames())
                .sorted(Comparator.comparingInt(ChartFont::rank))
                .map(name -> new Font(name, Font.PLAIN, points))
                .filter(f -> f.canDisplayUpTo(text) < 0)
                .findFirst()
                .orElse(any);
    }

    private static int rank(String family) {
        int at = WANTED.indexOf(family);
        return at < 0 ? WANTED.size() : at;
    }
}
