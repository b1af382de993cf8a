package org.shouwen.reporting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shouwen.reporting.briefs.Brief;
import org.shouwen.reporting.briefs.BriefText;

/** What the form of a brief sends: rows of what is promised come as lists of equal length. */
final class BriefForm {
    private BriefForm() {}

    static BriefText read(Map<String, List<String>> sent, Brief b) {
        List<BriefText.Promise> promised = new ArrayList<>();
        List<BriefText.Promise> before = b.latest().text().promised();
        for (int i = 0; i < before.size(); i++) {
            BriefText.Promise p = before.get(i);
            promised.add(new BriefText.Promise(p.what(), p.unit(), p.by(), p.order(), at(sent, "came", i)));
        }
        List<BriefText.Promise> next = new ArrayList<>();
        for (int i = 0; i < sent.getOrDefault("what", List.of()).size(); i++)
            next.add(new BriefText.Promise(
                    at(sent, "what", i), at(sent, "who", i), at(sent, "until", i), at(sent, "order", i), ""));
        List<String> rises = new ArrayList<>();
        for (int i = 0; i < b.data().risings().size(); i++) rises.add(at(sent, "rises", i));
        return new BriefText(
                at(sent, "title", 0),
                at(sent, "overview", 0),
                at(sent, "quality", 0),
                rises,
                promised,
                next,
                sent.getOrDefault("dropped", List.of()));
    }

    private static String at(Map<String, List<String>> sent, String field, int i) {
        List<String> all = sent.getOrDefault(field, List.of());
        return i < all.size() ? all.get(i) : "";
    }
}
