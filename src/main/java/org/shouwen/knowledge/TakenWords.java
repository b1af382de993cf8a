package org.shouwen.knowledge;

/** Whether words that were taken for an answer still stand in it when somebody went on writing. */
final class TakenWords {
    /** Characters that stand together in both: fewer are in every answer. */
    private static final int RUN = 4;

    /** So much of the words is what is left of an answer that was shortened; less is what two answers share. */
    private static final int PART = 4;

    /** A passage is shorter, and a published answer is not longer. */
    private static final int LONGEST = 5_000;

    private TakenWords() {}

    /**
     * Of an enterprise its name or telephone number; of any other article a quarter of what was taken.
     *
     * @param words without the citation, which other passages of the same document have too
     */
    static boolean stand(ArticleContent article, String words, String answer) {
        if (article.kind() == ArticleKind.SERVICE) {
            String text = bare(answer);
            return in(text, bare(article.title()))
                    || in(text, bare(article.enterprise().phone()));
        }
        return stand(words, answer);
    }

    /** A quarter of what was taken. */
    static boolean stand(String words, String answer) {
        String text = bare(answer);
        String taken = bare(words.length() > LONGEST ? words.substring(0, LONGEST) : words);
        int runs = taken.length() - RUN + 1;
        if (runs < 1) return in(text, taken);
        int found = 0;
        for (int i = 0; i < runs; i++) if (text.contains(taken.substring(i, i + RUN))) found++;
        return found * PART >= runs;
    }

    private static boolean in(String text, String words) {
        return !words.isEmpty() && text.contains(words);
    }

    /** Letters and digits alone: blanks and marks change when a text is gone over. */
    private static String bare(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
