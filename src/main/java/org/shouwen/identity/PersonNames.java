package org.shouwen.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.identity.PersonalDataDetector.Kind;

/**
 * Names of persons, whoever they are (Art. 21): Chinese ones are weighed by {@link NameModel} and then, with what the
 * whole text says of them, by {@link NameNet}; names with a dot between
 * their parts are told by the syllables they are written with. Titles alone (张书记, 王先生) are no names.
 */
final class PersonNames {
    /** In a row of names. */
    private static final double IN_A_ROW = -3.3;

    /** Joined to a name by "and". */
    private static final double IN_A_PAIR = -2.6;

    private static final String AND = "和与跟及";

    /** What three characters must weigh where the first two are a name. */
    private static final double LONGER = -2.8;

    /** One more than the characters that a name has at most. */
    private static final int LONGEST = 5;

    /** By how much less a longer place may weigh than the one that it holds. */
    private static final double NEARLY = 1;

    /** A place with a name that the same text has elsewhere beyond doubt. */
    private static final double AGAIN = -5;

    private static final double SURE = 1;

    /** More than most real names weigh before such words. */
    private static final double PLACE = 3.5;

    private static final Set<String> SITES = Set.of(
            "小区", "物业", "教育", "水库", "药业", "商贸", "超市", "公司", "集团", "大厦", "花园", "家园", "中学", "小学", "医院", "酒店", "广场", "有限",
            "大道", "大桥", "公园", "工业", "地产");

    private PersonNames() {}

    private record Scored(int from, int to, double score, double least) {}

    /** @param folded as long as the text */
    static void find(String folded, Findings found) {
        DottedNames.find(folded, found);
        SpokenNames.find(folded, found);
        CalledNames.find(folded, found);
        MadeUpNames.find(folded, found);
        Nicknames.find(folded, found);
        int[] text = folded.codePoints().toArray();
        List<Scored> all = weighed(text);
        if (all.isEmpty()) return;
        all.sort(Comparator.comparingDouble((Scored s) -> -s.score()).thenComparingInt(Scored::from));
        Map<Integer, List<Scored>> starts = new HashMap<>();
        for (Scored s : all)
            starts.computeIfAbsent(s.from(), _ -> new ArrayList<>()).add(s);
        Set<String> sure = new HashSet<>();
        for (Scored s : all) if (s.score() > SURE && s.to() - s.from() > 2) sure.add(word(text, s));
        boolean[] taken = new boolean[text.length];
        int[] offsets = offsets(text);
        for (int pass = 0; pass < 2; pass++)
            for (Scored s : all) {
                boolean holds = pass == 0
                        ? s.score() > s.least() || sure.contains(word(text, s))
                        : (s.score() > IN_A_ROW && inARow(text, taken, s))
                                || (s.score() > IN_A_PAIR && inAPair(text, taken, s))
                                || inALongRow(text, taken, s.from());
                if (!holds
                        || CommonThings.has(word(text, s))
                        || CommonThings.stand(text, s.from(), s.to())
                        || overlaps(taken, s)) continue;
                int from = doubled(text, s, taken) ? s.from() - 1 : s.from();
                Scored whole = longest(starts, s, taken);
                from = Math.min(from, whole.from());
                int to = whole.to();
                for (int i = from; i < to; i++) taken[i] = true;
                found.addName(offsets[from], offsets[to]);
            }
        given(folded, text, offsets, sure, found);
    }

    /** Every place with what both weighings together give it, those that are out of the question left out. */
    private static List<Scored> weighed(int[] text) {
        List<Scored> all = new ArrayList<>();
        NamePlaces places = new NamePlaces(text, NameModel.shipped()::score);
        NameWindow window = new NameWindow();
        NameNet net = NameNet.shipped();
        float[] hidden = new float[NameNet.HIDDEN];
        for (int i = 0; i < places.all().size(); i++) {
            NamePlaces.Place p = places.all().get(i);
            window.read(text, places, i);
            double score = net.weigh(window, hidden) - place(text, p.to());
            if (score > AGAIN)
                all.add(new Scored(p.from(), p.to(), score, NameThresholds.least(text, p.from(), p.to())));
        }
        return all;
    }

    /**
     * 大伟, where the same text has 牟大伟 beyond doubt; where it is a word too, only beside what speaks of a person.
     */
    private static void given(String folded, int[] text, int[] offsets, Set<String> sure, Findings found) {
        for (String name : sure) {
            if (name.length() != 3 || CommonThings.has(name) || Surnames.compound(name.charAt(0), name.charAt(1)))
                continue;
            String given = name.substring(1);
            boolean word = KnownWords.has(given.charAt(0), given.charAt(1), 0, 0);
            for (int i = folded.indexOf(given); i >= 0; i = folded.indexOf(given, i + 2))
                if (!word || beside(text, Arrays.binarySearch(offsets, i))) found.add(Kind.NAME, i, i + 2);
        }
    }

    private static boolean beside(int[] text, int at) {
        return NameCues.before(text, at) != 0 || NameCues.behind(text, at + 2) != 0;
    }

    /** What a place weighs less where the words behind are of a place or a firm: 华悦城物业, 田东心站. */
    private static double place(int[] text, int to) {
        if (text[to - 1] == '办') return PLACE; // 林权办
        if (to + 1 >= text.length) return 0;
        boolean site = "站庄苑园厦路街镇区".indexOf(text[to]) >= 0 && "长在着起出过上".indexOf(text[to + 1]) < 0;
        return site || SITES.contains(new String(text, to, 2)) ? PLACE : 0;
    }

    private static boolean inARow(int[] text, boolean[] taken, Scored s) {
        boolean after = s.from() > 1 && text[s.from() - 1] == '、' && taken[s.from() - 2];
        return after || (s.to() + 1 < text.length && text[s.to()] == '、' && taken[s.to() + 1]);
    }

    /** 刘洋和孔雀, where one of the two is a name already. */
    private static boolean inAPair(int[] text, boolean[] taken, Scored s) {
        boolean after = s.from() > 1 && AND.indexOf(text[s.from() - 1]) >= 0 && taken[s.from() - 2];
        return after || (s.to() + 1 < text.length && AND.indexOf(text[s.to()]) >= 0 && taken[s.to() + 1]);
    }

    /** Family names of both parents before a given name of two characters: 陈李子涵. */
    private static boolean doubled(int[] text, Scored s, boolean[] taken) {
        int at = s.from() - 1;
        if (s.to() - s.from() != 3
                || at < 0
                || taken[at]
                || !Surnames.frequent(text[at])
                || !Surnames.frequent(text[s.from()])) return false;
        return at == 0 || !Character.isIdeographic(text[at - 1]) || NameCues.before(text, at, 2) != 0;
    }

    /**
     * A longer place that holds this one (佟大为不在, 成龙飞), where it is about as likely: one character masked too many says
     * nothing, one left does.
     */
    private static Scored longest(Map<Integer, List<Scored>> starts, Scored s, boolean[] taken) {
        Scored best = s;
        for (int from = s.from(); from > s.to() - LONGEST; from--)
            for (Scored other : starts.getOrDefault(from, List.of())) {
                if (other.to() < s.to() || other.to() - from <= s.to() - s.from() || overlaps(taken, other)) continue;
                boolean goesOn = from == s.from() && s.to() - s.from() == 2 && other.score() > LONGER;
                boolean likely = goesOn || other.score() > s.score() - NEARLY;
                if (likely && (best.equals(s) || other.score() > best.score())) best = other;
            }
        return best;
    }

    /** Behind two names of a row there is a third one. */
    private static boolean inALongRow(int[] text, boolean[] taken, int from) {
        int at = from;
        for (int names = 0; names < 2; names++) {
            if (at < 2 || text[at - 1] != '、' || !taken[at - 2]) return false;
            at--;
            while (at > 0 && taken[at - 1]) at--;
        }
        return true;
    }

    private static String word(int[] text, Scored s) {
        return new String(text, s.from(), s.to() - s.from());
    }

    private static boolean overlaps(boolean[] taken, Scored s) {
        for (int i = s.from(); i < s.to(); i++) if (taken[i]) return true;
        return false;
    }

    private static int[] offsets(int[] text) {
        int[] offsets = new int[text.length + 1];
        for (int i = 0; i < text.length; i++) offsets[i + 1] = offsets[i] + Character.charCount(text[i]);
        return offsets;
    }
}
