package org.shouwen.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Answers questions from documents: which documents, in which order, and which passages of the first ones. */
public final class KnowledgeSearch {
    /** How many passages are offered. */
    public static final int PASSAGES = 3;

    private final KnowledgeIndex index;
    private final RankingModel model;

    KnowledgeSearch(KnowledgeIndex index, RankingModel model) {
        this.index = index;
        this.model = model;
    }

    /** With the weights that come with the product. */
    public static KnowledgeSearch of(List<KnowledgeDocument> documents) {
        return new KnowledgeSearch(new KnowledgeIndex(documents), RankingModel.shipped());
    }

    /**
     * What is found for a question.
     *
     * @param documents best first, at most {@code most}
     * @param passages best first, at most three; none when nothing of the question stands in any document
     */
    public record Found(List<KnowledgeDocument> documents, List<Passage> passages) {}

    /** Each of several documents with the same text has a place of its own. */
    public Found find(String asked, int most) {
        Found found = find(asked, most, IntUnaryOperator.identity());
        Set<KnowledgeDocument> all = new LinkedHashSet<>(found.documents());
        for (int d = 0; all.size() < Math.min(most, index.size()); d++)
            all.add(index.document(d).document());
        return new Found(List.copyOf(all), found.passages());
    }

    /**
     * Only of documents that share something with the question.
     *
     * @param shown by a document's number that of the one which is shown in its place; -1: none
     */
    Found find(String asked, int most, IntUnaryOperator shown) {
        Question question = index.question(asked);
        Set<Integer> order = new LinkedHashSet<>();
        List<KnowledgeIndex.Scored> ranked = new ArrayList<>();
        for (KnowledgeIndex.Scored scored : KnowledgeIndex.order(index.candidates(question), model)) {
            int stands = shown.applyAsInt(scored.candidate().document());
            if (stands >= 0 && order.add(stands)) ranked.add(index.in(question, scored, stands));
        }
        List<KnowledgeDocument> documents = order.stream()
                .limit(most)
                .map(d -> index.document(d).document())
                .toList();
        List<Passage> passages = new ArrayList<>();
        for (PassageFinder.Candidate best :
                PassageFinder.best(PassageFinder.candidates(question, ranked), model, PASSAGES))
            passages.add(index.passage(best));
        return new Found(documents, passages);
    }
}
