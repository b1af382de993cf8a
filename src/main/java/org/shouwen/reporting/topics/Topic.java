package org.shouwen.reporting.topics;

import java.time.LocalDate;
import java.util.List;
import org.shouwen.regulation.Pure;

/**
 * What a search found, counted; of what whoever asked may see.
 *
 * @param all how many were counted; the newest {@link #MOST} where there are more
 * @param steps by day, week or month, none left out; the first first
 * @param places counties, most first; the empty key where none is known; units and classes likewise
 * @param words typical of them, the most typical first
 * @param examples masked
 */
@Pure
public record Topic(
        int all,
        boolean more,
        List<Step> steps,
        List<Count> places,
        List<Count> units,
        List<Count> classes,
        List<Word> words,
        List<Example> examples) {
    public static final int MOST = 2000;

    public Topic {
        steps = List.copyOf(steps);
        places = List.copyOf(places);
        units = List.copyOf(units);
        classes = List.copyOf(classes);
        words = List.copyOf(words);
        examples = List.copyOf(examples);
    }

    /** @param from first day; {@code name} as it stands under a chart */
    public record Step(LocalDate from, String name, long count) {}

    public record Count(String key, long count) {}

    /** @param in how many of what was found it stands */
    public record Word(String word, long in) {}

    public record Example(String number, String words) {}
}
