package org.shouwen.suggestion;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.shouwen.suggestion.WithdrawalWords.Found;
import org.shouwen.suggestion.WithdrawalWords.Group;
import org.shouwen.suggestion.WordFinder.Hit;

/**
 * Strikes from a text what the speaker takes back in it: seen wrongly, dialled wrongly, said in jest, sent as a test ("刚才说着火了，
 * 我看错了"). What is struck is not heard as an alarm; the rest is, so that "看错了，再一瞅真着了" still is one. In doubt nothing is
 * struck: when others say that it is nothing, when only the place is put right, when it is true after all, when somebody may
 * have been made to say so (Art. 8.3). Pure; the time grows with the length of the text alone.
 */
final class Withdrawals {
    /** Most characters before the words that take back, where "刚才说…" begins it and where nothing does. */
    private static final int FROM_TOLD = 60;

    private static final int BACK = 30;

    /** Clauses that the words reach, their own among them. */
    private static final int CLAUSES = 3;

    /** A clause that goes on denying what was taken back has at most so many characters. */
    private static final int DENIAL = 24;

    /** Most characters of a belief: behind them somebody goes on without a mark. */
    private static final int BELIEF = 10;

    /** Most characters behind the words in which it is true after all. */
    private static final int AGAIN = 80;

    /** No clause is followed further than so many characters. */
    private static final int CLAUSE = 80;

    private static final String CLAUSE_ENDS = "。！？!?；;…，,、：:";
    private static final List<String> NEGATIONS = List.of("不是", "没", "别", "非", "不像", "哪是", "不会", "并不");
    private static final List<String> DENIALS = List.of("没", "不是", "根本", "压根", "刚才", "方才", "就是", "别信", "自己");
    private static final Pattern NUMBER = Pattern.compile("[0-9一二两三四五六七八九十百]+(号|楼|栋|幢|单元|层|室|门|委|组)");

    private static final List<Group> GROUPS = List.of(Group.values());

    private final WithdrawalWords words = new WithdrawalWords(UrgencyLexicon.read("withdrawals.yaml"));

    /** The text with what is taken back struck out; of the same length, and itself when nothing is. */
    String heard(String typed) {
        FoldedText folded = FoldedText.of(typed);
        Found found = words.find(folded.text());
        BitSet struck = new BitSet();
        for (Hit h : found.hits()) {
            Group group = GROUPS.get(h.concept());
            if (group == Group.CALM) calm(found, h, struck);
            else if (group == Group.BELIEVED) believed(found, h, struck);
            else strike(found, group, h, struck);
        }
        if (struck.isEmpty()) return typed;
        StringBuilder heard = new StringBuilder(typed);
        for (int from = struck.nextSetBit(0); from >= 0; from = struck.nextSetBit(struck.nextClearBit(from))) {
            int first = folded.origin(from);
            int end = folded.origin(struck.nextClearBit(from));
            for (int i = first; i < end; i++) heard.setCharAt(i, i == first ? '。' : ' ');
        }
        return heard.toString();
    }

    private static void strike(Found found, Group group, Hit h, BitSet struck) {
        String text = found.text();
        int clause = startOf(text, h.start());
        int two = Math.max(before(text, clause, 1), h.start() - BACK);
        int told = found.last(Group.TOLD, h.start());
        // 刚才是… says what it was, and not what was told
        boolean isTold = told >= 0 && h.start() - told <= FROM_TOLD && !text.startsWith("是", told + 2);
        if (group == Group.EXPLAINED && !isTold) return;
        if (negated(text, h.start()) || found.any(Group.AGAIN, h.end(), h.end() + AGAIN)) return;
        if (group != Group.RUMOUR && found.any(Group.OTHERS, two, h.end())) return;
        if (group == Group.JOKE && found.any(Group.PLAY, Math.max(clause, two), h.start())) return;
        if (group == Group.MISSPOKEN && onlyPlace(found, h)) return;
        int from = isTold ? told : Math.max(before(text, clause, CLAUSES - 1), h.start() - BACK);
        int end = group == Group.EXPLAINED ? h.end() : behind(found, h);
        if (found.any(Group.FORCED, from - AGAIN, end + AGAIN)) return;
        if (found.any(Group.SUICIDE, from, end) && !found.any(Group.DENIED, from, end + DENIAL)) return;
        struck.set(from, end);
    }

    private static boolean onlyPlace(Found found, Hit h) {
        int from = Math.max(0, h.start() - 4);
        int end = endOf(found.text(), next(found.text(), h.end()));
        return found.any(Group.CORRECTED, from, end)
                || NUMBER.matcher(found.text().substring(from, end)).find();
    }

    /** "我还以为着火了": what somebody believed, unless it was so. */
    private static void believed(Found found, Hit h, BitSet struck) {
        int end = Math.min(endOf(found.text(), h.end()), h.end() + BELIEF);
        if (!found.any(Group.AGAIN, h.end(), h.end() + AGAIN)) struck.set(h.start(), end);
    }

    /** "刚才说没事，现在又着了": that it was well before is not heard, so that it quiets nothing. */
    private static void calm(Found found, Hit h, BitSet struck) {
        int end = endOf(found.text(), h.end());
        if (!found.any(Group.AGAIN, h.end(), end + BACK)) return;
        if (found.any(Group.AGAIN, h.end(), end)) end = h.end(); // without a mark between
        struck.set(startOf(found.text(), h.start()), end);
    }

    private static boolean negated(String text, int at) {
        String before = text.substring(Math.max(0, at - 3), at);
        return NEGATIONS.stream().anyMatch(before::contains);
    }

    /** The end of the words and of the clauses behind them that go on denying it. */
    private static int behind(Found found, Hit h) {
        String text = found.text();
        int end = h.end();
        int at = next(text, h.end());
        for (int i = 0; i < CLAUSES - 1 && at < text.length(); i++) {
            int stop = endOf(text, at);
            String clause = text.substring(at, stop);
            if (clause.length() > DENIAL || DENIALS.stream().noneMatch(clause::contains)) break;
            end = stop;
            at = next(text, stop);
        }
        return end;
    }

    private static int startOf(String text, int at) {
        int i = at;
        while (i > 0 && at - i < CLAUSE && CLAUSE_ENDS.indexOf(text.charAt(i - 1)) < 0) i--;
        return i;
    }

    private static int endOf(String text, int at) {
        int i = at;
        while (i < text.length() && i - at < CLAUSE && CLAUSE_ENDS.indexOf(text.charAt(i)) < 0) i++;
        return i;
    }

    /** The start of the clause behind the one in which a place stands. */
    private static int next(String text, int at) {
        int i = endOf(text, at);
        while (i < text.length() && i - at < 2 * CLAUSE && CLAUSE_ENDS.indexOf(text.charAt(i)) >= 0) i++;
        return i;
    }

    /** The start of the clause that stands so many before the one that starts at a place. */
    private static int before(String text, int clause, int count) {
        int at = clause;
        for (int i = 0; i < count && at > 0; i++) at = startOf(text, at - 1);
        return at;
    }
}
