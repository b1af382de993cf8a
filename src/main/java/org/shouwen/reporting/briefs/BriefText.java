package org.shouwen.reporting.briefs;

import java.util.List;
import org.shouwen.regulation.Pure;

/**
 * What a brief says in words: the part that is edited, and of which every version is kept.
 *
 * @param rises a text for each rising matter
 * @param promised what the brief before promised, and what came of it
 * @param next what is promised in this one
 * @param dropped samples that are not shown, such as {@code 1.2}: the second of the first rising
 */
@Pure
public record BriefText(
        String title,
        String overview,
        String quality,
        List<String> rises,
        List<Promise> promised,
        List<Promise> next,
        List<String> dropped) {
    public BriefText {
        rises = List.copyOf(rises);
        promised = List.copyOf(promised);
        next = List.copyOf(next);
        dropped = List.copyOf(dropped);
    }

    /**
     * @param unit who does it, in words; may be empty, as all but {@code what}
     * @param by until when, in words
     * @param order number of the order by which one sees what came of it
     * @param came what came of it
     */
    public record Promise(String what, String unit, String by, String order, String came) {
        Promise came(String result) {
            return new Promise(what, unit, by, order, result);
        }
    }
}
