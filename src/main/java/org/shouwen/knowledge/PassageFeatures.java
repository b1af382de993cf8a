package org.shouwen.knowledge;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares one question with the passages of one document. Pure. */
final class PassageFeatures {
    private static final Pattern DATE = Pattern.compile("[0-9]+(月|日|时|点|年|天|小时|个月)");
    private static final Pattern NUMBER =
            Pattern.compile("[0-9]+(\\.[0-9]+)?(%|万|亿|元|个|项|家|人|名|件|吨|条|台|天)|[一二三四五六七八九十两]+(个|项|类|种|条|家)");
    private static final Pattern CONTACT = Pattern.compile("电话|热线|[0-9]{7}|www|http|网站|app|微信|平台");
    private static final Pattern LIST = Pattern.compile("[一二三四五六七八九]、|\\([一二三四五六七八九]\\)|[0-9][.、]|[一二三四]是|;");

    private final Question question;
    private final GramHits hits;

    PassageFeatures(Question question, GramHits hits) {
        this.question = question;
        this.hits = hits;
    }

    /**
     * @param rank of the document, 0 for the first
     * @param behind how far the document's score is behind the first's
     */
    double[] of(Span span, int rank, double behind) {
        Map<PassageFeature, Double> values = new EnumMap<>(PassageFeature.class);
        NormalizedText text = hits.text();
        int from = span.from();
        int to = span.to();
        double total = question.total(2);
        values.put(PassageFeature.RANK, rank == 0 ? 0.0 : 1.0);
        values.put(PassageFeature.BEHIND_FIRST, behind);
        values.put(PassageFeature.COVER_ONE, hits.weight(1, from, to) / question.total(1));
        double cover = hits.weight(2, from, to) / total;
        values.put(PassageFeature.COVER_TWO, cover);
        values.put(PassageFeature.COVER_THREE, hits.weight(3, from, to) / question.total(3));
        int before = Math.max(0, from - 150);
        int after = Math.min(text.length(), to + 150);
        values.put(PassageFeature.BEFORE_TWO, hits.weight(2, before, to) / total - cover);
        values.put(PassageFeature.AFTER_TWO, hits.weight(2, from, after) / total - cover);
        values.put(PassageFeature.BEFORE_NEAR, hits.weight(2, Math.max(0, from - 40), from) / total);
        int best = 0;
        for (int run : hits.longestFrom(from, to)) best = Math.max(best, run);
        values.put(PassageFeature.LONGEST, best / Math.max(1.0, question.text().length()));
        int length = text.originOf(to) - text.originOf(from);
        values.put(PassageFeature.LENGTH, Math.log(length + 1.0));
        values.put(PassageFeature.FULLNESS, length / (double) Span.LONGEST);
        values.put(PassageFeature.SENTENCES, Math.min(6.0, span.sentences()));
        values.put(PassageFeature.BEGINNING, from / (double) Math.max(1, text.length()));
        values.put(PassageFeature.FIRST_PLACE, from == 0 ? 1.0 : 0.0);
        int lastHit = from;
        int own = 0;
        for (int p = from; p < to; p++)
            if (hits.isHit(2, p)) lastHit = p + 1;
            else if (text.isLetterAt(p)) own++;
        values.put(PassageFeature.OWN_WORDS, own / (double) Math.max(1, to - from));
        values.put(PassageFeature.AFTER_LAST_HIT, (to - lastHit) / (double) Span.LONGEST);
        values.put(PassageFeature.HIT_IN_FIRST_SENTENCE, hits.weight(2, from, span.firstEnd()) / total);
        values.put(PassageFeature.WHOLE_SENTENCES, to > 0 && "。!?".indexOf(text.at(to - 1)) >= 0 ? 1.0 : 0.0);
        String words = text.slice(from, to);
        values.put(PassageFeature.COLON, words.endsWith(":") ? 1.0 : 0.0);
        switch (question.type()) {
            case TIME -> values.put(PassageFeature.DATES_FOR_TIME, some(DATE, words));
            case NUMBER -> values.put(PassageFeature.NUMBERS_FOR_NUMBER, some(NUMBER, words));
            case CONTACT, WHERE -> values.put(PassageFeature.CONTACTS_FOR_CONTACT, some(CONTACT, words));
            case LIST, HOW -> values.put(PassageFeature.LIST_FOR_LIST, some(LIST, words));
            case WHO, WHAT -> {}
        }
        return PassageFeature.inOrder(values);
    }

    private static double some(Pattern pattern, String words) {
        Matcher matcher = pattern.matcher(words);
        int count = 0;
        while (count < 3 && matcher.find()) count++;
        return Math.sqrt(count);
    }
}
