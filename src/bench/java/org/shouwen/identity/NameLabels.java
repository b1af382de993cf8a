package org.shouwen.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.identity.TrainingText.Span;

/**
 * Where names seem to stand in texts that nobody has labelled: first after roles and introductions, then where a
 * learner of other texts says so. What is said so in many texts is a word and no name.
 */
final class NameLabels {
    private static final Pattern FIRST = Pattern.compile(
            "(?:经理|主任|书记|局长|科长|所长|站长|队长|村长|镇长|校长|院长|厂长|老板|董事长|支书|会计|法官|律师|民警|医生|班主任|司机|房东|业主|村民|丈夫|妻子|父亲|母亲|儿子|女儿|哥哥|弟弟|名叫|联系人:|法定代表人:?|负责人:?|(?<![把将骂喊听是于])我叫|姓名:|人:"
                + " ?)(?<x>["
                    + Surnames.SINGLE
                    + "][\\u4e00-\\u9fff&&[^的了是说我你您吗呢吧这那们没很某先女同小大老等和在有不也就把被将从对向又多年来去到可]]{1,2})(?=$|[,.，。、；;:()（）!\\s0-9]|[说称讲等在和与把将被以先女等系男])");
    private static final int MOST_FIRST = 6;
    private static final int MOST_TEXTS = 10;
    private static final int MOST_AS_WORD = 3;
    private static final double SURE = 0.45;
    private static final double PERHAPS = 0.05;
    private static final double VERY_SURE = 0.9;

    private record Scored(Span span, double p) {}

    private final Map<String, Integer> frequency = new HashMap<>();

    NameLabels(List<TrainingText> texts) {
        for (TrainingText t : texts) {
            Set<String> here = new HashSet<>();
            NameCandidates.each(t.text, (from, to, _) -> here.add(t.words(new Span(from, to))));
            for (String words : here) frequency.merge(words, 1, Integer::sum);
        }
    }

    private int frequency(String words) {
        return frequency.getOrDefault(words, 0);
    }

    /** Labels what roles and introductions say, and the same characters again. */
    void first(TrainingText t) {
        String text = new String(t.text, 0, t.text.length);
        if (text.length() != t.text.length) return; // places in the one would not be places in the other
        Set<String> names = new HashSet<>();
        Matcher m = FIRST.matcher(text);
        while (m.find()) if (frequency(m.group("x")) <= MOST_FIRST) names.add(m.group("x"));
        List<Span> all = new ArrayList<>();
        for (String n : names)
            for (int i = text.indexOf(n); i >= 0; i = text.indexOf(n, i + 1)) all.add(new Span(i, i + n.length()));
        all.sort(Comparator.comparingInt(Span::from).thenComparing(Span::to, Comparator.reverseOrder()));
        for (Span s : all) if (t.names.isEmpty() || t.names.getLast().to() <= s.from()) t.names.add(s);
    }

    /** Labels what a learner says that has not seen the text. */
    void again(TrainingText t, NameLearner other) {
        List<Scored> all = new ArrayList<>();
        NameFeatures features = new NameFeatures();
        NameCandidates.each(t.text, (from, to, surname) -> {
            features.read(t.text, from, to, surname);
            double p = other.probability(features);
            if (p > PERHAPS) all.add(new Scored(new Span(from, to), p));
        });
        all.sort(Comparator.comparingDouble(Scored::p).reversed());
        t.names.clear();
        t.unsure.clear();
        List<Span> taken = new ArrayList<>();
        for (Scored s : all) {
            if (taken.stream().anyMatch(s.span()::overlaps)) continue;
            taken.add(s.span());
            int n = frequency(t.words(s.span()));
            boolean common = n > MOST_TEXTS || (n > MOST_AS_WORD && word(t.text, s.span()));
            if (!common) (s.p() > SURE ? t.names : t.unsure).add(s.span());
            else if (s.p() > VERY_SURE) t.unsure.add(s.span());
        }
        Set<String> whole = new HashSet<>();
        for (Span s : t.names) if (s.to() - s.from() > 2) whole.add(t.words(s));
        for (Span s : List.copyOf(t.unsure))
            if (whole.contains(t.words(s))) {
                t.unsure.remove(s);
                t.names.add(s);
            }
    }

    private static boolean word(int[] t, Span s) {
        int n = s.to() - s.from();
        return KnownWords.has(t[s.from()], t[s.from() + 1], n > 2 ? t[s.from() + 2] : 0, n > 3 ? t[s.from() + 3] : 0);
    }
}
