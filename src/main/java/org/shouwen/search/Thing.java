package org.shouwen.search;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/**
 * A thing's row of the index: title, number, text and place, a line each, folded, and as they are shown where that is
 * something else. Lengths are in characters as the database counts them.
 *
 * @param slice months since 1970; 0 for what every unit may read
 * @param title length of the title
 * @param open length of what units read where something is kept from them
 */
@Pure
record Thing(
        ThingKind kind,
        Searchable of,
        int slice,
        int title,
        int open,
        String words,
        @Nullable String shown,
        List<String> facets) {
    /** Longer words are cut: nobody reads on, and a book would be in every search. */
    static final int LONGEST = 20_000;

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static Thing of(ThingKind kind, Searchable s) {
        String title = line(s.title());
        String open = title + "\n" + s.number() + "\n" + cut(s.text());
        String all = s.where().isBlank() ? open : open + "\n" + line(s.where());
        String folded = FoldedText.of(all);
        return new Thing(
                kind,
                s,
                everybodys(kind) ? 0 : slice(s.at()),
                title.codePointCount(0, title.length()),
                open.codePointCount(0, open.length()),
                folded,
                folded.equals(all) ? null : all,
                facets(kind, s));
    }

    /** Whether every unit sees all things of this kind. */
    static boolean everybodys(ThingKind kind) {
        return switch (kind) {
            case APPEAL, ORDER -> false;
            case ARTICLE, UNIT, PERSON -> true;
        };
    }

    static int slice(Instant at) {
        ZonedDateTime day = at.atZone(ZONE);
        return Math.max(1, 12 * (day.getYear() - 1970) + day.getMonthValue() - 1);
    }

    private static List<String> facets(ThingKind kind, Searchable s) {
        List<String> facets = new ArrayList<>();
        facets.add("kind:" + kind);
        for (String unit : s.units()) facets.add("unit:" + unit);
        if (s.matterClass() != null) facets.add("class:" + s.matterClass());
        if (s.place() != null) facets.add("place:" + s.place());
        if (s.channel() != null) facets.add("channel:" + s.channel());
        return facets;
    }

    private static String cut(String text) {
        String clean = text.replace('\0', ' ').strip();
        if (clean.length() <= LONGEST) return clean;
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private static String line(String words) {
        return words.replace('\0', ' ').replace('\n', ' ').strip();
    }
}
