package org.shouwen.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the passages of the first documents that may hold the answer. Pure. */
final class PassageFinder {
    /** In how many documents passages are looked for. */
    static final int DOCUMENTS = 3;

    /** A passage consists of as many sentences as fit; more than this are headings and lists of names. */
    private static final int MOST_SENTENCES = 8;

    /** In how many places of a document passages are looked for: those that share most with the question. */
    private static final int MOST_PLACES = 60;

    private PassageFinder() {}

    record Candidate(int document, Span span, double[] features) {}

    /** Passages of the first documents, in no order. */
    static List<Candidate> candidates(Question question, List<KnowledgeIndex.Scored> ranked) {
        List<Candidate> candidates = new ArrayList<>();
        for (int rank = 0; rank < Math.min(DOCUMENTS, ranked.size()); rank++) {
            KnowledgeIndex.Candidate document = ranked.get(rank).candidate();
            GramHits hits = document.hits();
            double behind = ranked.getFirst().score() - ranked.get(rank).score();
            PassageFeatures features = new PassageFeatures(question, hits);
            List<Integer> sentences = Span.sentences(hits.text());
            for (int first : places(hits, sentences))
                for (Span span : Span.from(hits.text(), sentences, first, MOST_SENTENCES))
                    candidates.add(new Candidate(document.document(), span, features.of(span, rank, behind)));
        }
        return candidates;
    }

    /** The sentences that, with what follows, share most with the question, in order of the text. */
    private static List<Integer> places(GramHits hits, List<Integer> sentences) {
        int all = sentences.size() - 1;
        if (all <= MOST_PLACES) return IntStream.range(0, all).boxed().toList();
        double[] shared = new double[all];
        for (int s = 0; s < all; s++) {
            int from = sentences.get(s);
            shared[s] = hits.weight(2, from, Math.min(hits.length(), from + Span.LONGEST));
        }
        return IntStream.range(0, all)
                .boxed()
                .sorted(Comparator.comparingDouble(s -> -shared[s]))
                .limit(MOST_PLACES)
                .sorted()
                .toList();
    }

    /** The best passages, best first, none of which repeats more than half of a better one. */
    static List<Candidate> best(List<Candidate> candidates, RankingModel model, int most) {
        List<Candidate> best = new ArrayList<>();
        List<Candidate> ordered = candidates.stream()
                .map(c -> new Scored(c, model.ofPassage(c.features())))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .map(Scored::candidate)
                .toList();
        for (Candidate candidate : ordered) {
            if (best.size() == most) break;
            if (best.stream().noneMatch(b -> repeats(candidate, b))) best.add(candidate);
        }
        return best;
    }

    private record Scored(Candidate candidate, double score) {}

    private static boolean repeats(Candidate one, Candidate other) {
        int shared = Math.min(one.span().to(), other.span().to())
                - Math.max(one.span().from(), other.span().from());
        int shorter = Math.min(
                one.span().to() - one.span().from(),
                other.span().to() - other.span().from());
        return one.document() == other.document() && shared * 2 > shorter;
    }
}
