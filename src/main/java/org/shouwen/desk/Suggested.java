package org.shouwen.desk;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwen.directory.MatterClass;

/** Classes whose names share words with a text: a proposal that the officer takes or leaves. */
public final class Suggested {
    private record Scored(MatterClass matterClass, int score) {}

    private Suggested() {}

    /** Best first; by pairs of characters, which is what Chinese words mostly are. */
    public static List<MatterClass> classes(String text, List<MatterClass> all, int most) {
        Map<String, MatterClass> byCode =
                all.stream().collect(Collectors.toMap(MatterClass::code, Function.identity()));
        Set<String> said = pairs(text);
        return all.stream()
                .filter(c -> c.parent() != null)
                .map(c -> {
                    MatterClass parent = byCode.get(c.parent());
                    int own = common(pairs(c.name()), said) * 3;
                    return new Scored(c, own + (parent == null ? 0 : common(pairs(parent.name()), said) * 2));
                })
                .filter(s -> s.score() > 0)
                .sorted(Comparator.comparingInt(Scored::score).reversed())
                .limit(most)
                .map(Scored::matterClass)
                .toList();
    }

    private static int common(Set<String> name, Set<String> said) {
        return (int) name.stream().filter(said::contains).count();
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        int[] c = text.codePoints().filter(Character::isLetterOrDigit).toArray();
        for (int i = 0; i + 1 < c.length; i++) pairs.add(new String(c, i, 2));
        return pairs;
    }
}
