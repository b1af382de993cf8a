package org.shouwen.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.shouwen.regulation.Pure;

/**
 * Says which questions ask about one matter: those that share most of what is rare in the shorter of both, by pairs of
 * characters. Words that only ask, and greetings, count for nothing.
 */
@Pure
final class QuestionGroups {
    private static final Pattern SAYS_NOTHING = Pattern.compile(
            "您好|你好|请问|麻烦|谢谢|我想|想要|咨询|了解|问一下|一下|请教|市民|来电|反映|诉求人|是什么|为什么|什么时候|什么|哪些|哪个|哪里|哪儿|如何|何时|怎么样|怎么办|怎样|怎么|多少|多久|是否|可以|能不能|需要|有没有|吗|呢|的|了");

    /** Of the weight of the shorter question's pairs. */
    private static final double SHARED = 0.55;

    /** Of the weight of both questions' pairs; else a long text swallows every short one. */
    private static final double OF_BOTH = 0.25;

    private static final int LEAST_PAIRS = 2;

    private final List<Set<String>> groups = new ArrayList<>();
    private final Map<String, Integer> frequency = new HashMap<>();
    private int questions;

    /** Begins another group with the question that stands for it. Groups are numbered from 0. */
    int begin(String question) {
        groups.add(pairs(question));
        count(groups.getLast());
        return groups.size() - 1;
    }

    /** The group that fits best; -1 when none does. */
    int find(String question) {
        Set<String> asked = pairs(question);
        int best = -1;
        double most = SHARED;
        for (int g = 0; g < groups.size(); g++) {
            double share = share(asked, groups.get(g));
            if (share >= most && (best < 0 || share > most)) {
                best = g;
                most = share;
            }
        }
        return best;
    }

    private double share(Set<String> a, Set<String> b) {
        double both = 0;
        int pairs = 0;
        for (String pair : a)
            if (b.contains(pair)) {
                both += weight(pair);
                pairs++;
            }
        if (pairs < LEAST_PAIRS) return 0;
        double first = a.stream().mapToDouble(this::weight).sum();
        double second = b.stream().mapToDouble(this::weight).sum();
        return 2 * both / (first + second) < OF_BOTH ? 0 : both / Math.min(first, second);
    }

    private double weight(String pair) {
        return Math.log(1.5 + questions / (1.0 + frequency.getOrDefault(pair, 0)));
    }

    private void count(Set<String> pairs) {
        questions++;
        for (String pair : pairs) frequency.merge(pair, 1, Integer::sum);
    }

    private static Set<String> pairs(String question) {
        String text =
                SAYS_NOTHING.matcher(NormalizedText.of(question).toString()).replaceAll(" ");
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++)
            if (Character.isLetterOrDigit(text.charAt(i)) && Character.isLetterOrDigit(text.charAt(i + 1)))
                pairs.add(text.substring(i, i + 2));
        return pairs;
    }
}
