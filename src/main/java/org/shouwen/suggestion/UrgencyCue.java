package org.shouwen.suggestion;

import java.util.List;

/**
 * Words that take an alarm back: negated, past, settled, planned, asked about, praised, fenced off.
 *
 * @param concept number of its words
 * @param where on which side of what they take back they stand
 * @param within how far they work
 * @param reach most characters between them and what they take back
 * @param kinds codes of the kinds that they take back; empty for all
 * @param unless numbers of concepts that keep the alarm up when they stand beside, such as 现在又
 * @param unlessAfter those that do so only behind the words: 修好了，今天又漏, but not 昨天修好了
 */
record UrgencyCue(
        String name,
        int concept,
        Where where,
        Within within,
        int reach,
        List<String> kinds,
        List<Integer> unless,
        List<Integer> unlessAfter) {
    /**
     * The same cue, heard from no further away than {@code near} characters: what settles, praises or fences off, and what
     * stands before, from the next clause too, else from the clause itself.
     */
    UrgencyCue within(int near) {
        if (near == CueReader.ANYWHERE) return this;
        boolean next = within == Within.TEXT || (where == Where.BEFORE && within != Within.CLAUSE);
        Within scope = next ? Within.NEXT : Within.CLAUSE;
        return new UrgencyCue(name, concept, where, scope, Math.min(reach, near), kinds, unless, unlessAfter);
    }

    /** The side on which the words stand. */
    enum Where {
        BEFORE,
        AFTER,
        AROUND
    }

    /** What ends the words' power. */
    enum Within {
        CLAUSE,
        /** The clause itself and the ones before and after it in the sentence: further off people speak of other things. */
        NEXT,
        SENTENCE,
        TEXT
    }
}
