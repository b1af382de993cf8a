package org.shouwen.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.shouwen.identity.TrainingText.Span;

/**
 * Makes of a text one in which nobody is named who exists: every name found in it becomes an invented one, the same
 * everywhere, pronouns and names half told (王某, 王经理) sometimes become names, and clauses are put in.
 */
final class NameRewriter {
    private static final Set<String> FORMS = Set.of(
            "先生", "女士", "经理", "主任", "老师", "书记", "医生", "局长", "队长", "科长", "校长", "院长", "村长", "老板", "师傅", "同志", "警官");
    private static final int MOST_STAND_INS = 8;
    private static final int MOST_CLAUSES = 4;
    private static final int FREQUENT = 100;

    /** How many of the roles and kin that a text leaves unnamed get a name: 司机拒载 becomes 司机王建国拒载. */
    private static final double NAMED_ROLE_SHARE = 0.1;

    private final Random random;
    private final InventedNames names;
    private final NameClauses clauses;

    NameRewriter(Random random, InventedNames names, NameClauses clauses) {
        this.random = random;
        this.names = names;
        this.clauses = clauses;
    }

    /** Another copy each time. */
    TrainingText copy(TrainingText original) {
        int[] text = original.text;
        Map<Integer, Span> named = starts(original.names);
        Map<Integer, Span> unsure = starts(original.unsure);
        List<Span> known = new ArrayList<>(original.names);
        known.addAll(original.unsure);
        Map<String, String> renamed = new HashMap<>();
        TrainingText.Builder copy = new TrainingText.Builder();
        int standIns = 0;
        int put = 0;
        double rate = (text.length < 1500 ? 4 : 6.4) / Math.max(30.0, text.length / 12.0);
        for (int at = 0; at < text.length; ) {
            Span name = named.get(at);
            if (name != null) {
                copy.name(renamed.computeIfAbsent(original.words(name), _ -> names.name()));
                at = name.to();
                continue;
            }
            int half = standIn(text, at);
            if (half > 0 && standIns < MOST_STAND_INS && random.nextDouble() < 0.45 && free(known, at, at + half)) {
                standIns++;
                copy.name(names.name());
                at += half;
                continue;
            }
            if (role(text, at) && random.nextDouble() < NAMED_ROLE_SHARE && free(known, at, at + 1)) copy.name(names.name());
            Span left = unsure.get(at);
            if (left != null) copy.unsure(left.to() - left.from());
            int c = text[at++];
            copy.add(c);
            if (".。,，\n!?;".indexOf(c) >= 0 && put < MOST_CLAUSES && random.nextDouble() < rate) {
                put++;
                clauses.append(copy);
            }
        }
        return copy.build();
    }

    /** Whether a role or a word of kin ends here, and nothing that goes on with it begins. */
    private static boolean role(int[] text, int at) {
        if (at < 2 || (!Character.isIdeographic(text[at]) && ",.。，、:(".indexOf(text[at]) < 0)) return false;
        int group = NameCues.before(text, at, 2);
        if (group != 2 && group != 3) return false;
        return "们委会群楼区证人房团费部室长员师工某".indexOf(text[at]) < 0 && !KnownWords.has(text[at - 1], text[at], 0, 0);
    }

    private static Map<Integer, Span> starts(List<Span> spans) {
        Map<Integer, Span> starts = new HashMap<>();
        spans.stream().sorted(Comparator.comparingInt(Span::to)).forEach(s -> starts.put(s.from(), s));
        return starts;
    }

    private static boolean free(List<Span> known, int from, int to) {
        Span place = new Span(from, to);
        return known.stream().noneMatch(place::overlaps);
    }

    /** How many characters stand for somebody here; 0: none. */
    private static int standIn(int[] text, int at) {
        int c = text[at];
        int before = at > 0 ? text[at - 1] : 0;
        int next = at + 1 < text.length ? text[at + 1] : 0;
        if (c == '他' || c == '她') return "其吉排利维".indexOf(before) >= 0 || "们人的妈乡日年".indexOf(next) >= 0 ? 0 : 1;
        if (!Surnames.single(c) || at + 2 >= text.length) return 0;
        if (next == '某') return text[at + 2] == '某' ? 3 : Character.isIdeographic(text[at + 2]) ? 0 : 2;
        boolean form = FORMS.contains(new String(text, at + 1, 2));
        return form && Surnames.SINGLE.indexOf(c) < FREQUENT && !KnownWords.has(before, c, 0, 0) ? 1 : 0;
    }
}
