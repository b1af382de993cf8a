package org.shouwen.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * Learns the weights of the ranking from questions whose answers are known. Only what question and document share is
 * learned from, never the words themselves, so that the weights serve other documents too. Deterministic.
 */
final class RankingTrainer {
    private static final double DOCUMENT_PENALTY = 0.15;
    private static final double PASSAGE_PENALTY = 0.01;

    /** Of the passages without the answer as many are learned from; memory is what limits them. */
    private static final int MOST_WRONG_PASSAGES = 150;

    private final KnowledgeIndex index;
    private final List<String> comparable = new ArrayList<>();

    RankingTrainer(KnowledgeIndex index) {
        this.index = index;
        for (int d = 0; d < index.size(); d++)
            comparable.add(
                    NormalizedText.withoutSpace(index.document(d).document().text()));
    }

    RankingModel train(List<AnsweredQuestion> questions) {
        List<LinearRanker.Group> groups = new ArrayList<>();
        for (AnsweredQuestion asked : questions) groups.add(documents(asked));
        double[] documents = LinearRanker.train(groups, DocumentFeature.values().length, DOCUMENT_PENALTY);
        RankingModel ranking = new RankingModel(documents, new double[PassageFeature.values().length]);
        groups.clear();
        for (AnsweredQuestion asked : questions) if (asked.isTelling()) groups.add(passages(asked, ranking));
        return new RankingModel(documents, LinearRanker.train(groups, PassageFeature.values().length, PASSAGE_PENALTY));
    }

    private LinearRanker.Group documents(AnsweredQuestion asked) {
        List<KnowledgeIndex.Candidate> candidates = index.candidates(index.question(asked.question()));
        boolean[] right = new boolean[candidates.size()];
        for (int c = 0; c < right.length; c++) {
            int document = candidates.get(c).document();
            // A twin, or another document with the same answer, is no wrong answer.
            right[c] = index.document(document).document().id().equals(asked.documentId())
                    || (asked.isTelling() && comparable.get(document).contains(asked.comparable()));
        }
        return new LinearRanker.Group(
                candidates.stream().map(KnowledgeIndex.Candidate::features).toList(), right);
    }

    private LinearRanker.Group passages(AnsweredQuestion asked, RankingModel ranking) {
        Question question = index.question(asked.question());
        List<PassageFinder.Candidate> all =
                PassageFinder.candidates(question, KnowledgeIndex.order(index.candidates(question), ranking));
        String answer = asked.comparable();
        List<double[]> kept = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        int step = Math.max(1, all.size() / MOST_WRONG_PASSAGES);
        for (int c = 0; c < all.size(); c++) {
            boolean holds = NormalizedText.withoutSpace(
                            index.passage(all.get(c)).text())
                    .contains(answer);
            if (!holds && c % step != 0) continue;
            kept.add(all.get(c).features());
            right.add(holds);
        }
        boolean[] flags = new boolean[right.size()];
        for (int c = 0; c < flags.length; c++) flags[c] = right.get(c);
        return new LinearRanker.Group(kept, flags);
    }
}
