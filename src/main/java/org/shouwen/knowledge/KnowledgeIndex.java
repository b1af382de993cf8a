package org.shouwen.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Documents that can be asked. Candidates come from the full-text index; a linear model of what question and document
 * share puts them in order. Immutable; can be asked by many threads at once.
 */
final class KnowledgeIndex {
    /** How many documents of the full-text index are looked at closely. */
    static final int CANDIDATES = 40;

    /** And so many each that single characters and runs of three find. */
    private static final int ALSO = 20;

    private static final double LESS = 0.9;

    private final Places places = Places.shipped();
    private final List<IndexedDocument> documents = new ArrayList<>();
    private final GramIndex grams;
    private final double averageLength;

    KnowledgeIndex(List<KnowledgeDocument> given) {
        long length = 0;
        for (KnowledgeDocument document : given) {
            IndexedDocument indexed = IndexedDocument.of(document, places);
            documents.add(indexed);
            length += indexed.text().length();
        }
        averageLength = Math.max(1, length / (double) Math.max(1, given.size()));
        grams = new GramIndex(documents.stream().map(IndexedDocument::text).toList());
    }

    int size() {
        return documents.size();
    }

    IndexedDocument document(int number) {
        return documents.get(number);
    }

    /** The passage as it stands in the document that was given. */
    Passage passage(PassageFinder.Candidate candidate) {
        IndexedDocument document = documents.get(candidate.document());
        int from = document.text().originOf(candidate.span().from());
        int to = document.text().originOf(candidate.span().to());
        String text = document.document().text();
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) to--;
        return new Passage(document.document().id(), from, to, text.substring(from, to));
    }

    Question question(String asked) {
        return new Question(asked, grams, places);
    }

    /** A document that may answer, with what it shares with the question. */
    record Candidate(int document, GramHits hits, double[] features) {}

    /** The documents that are worth a close look; none when nothing of the question stands anywhere. */
    List<Candidate> candidates(Question question) {
        List<GramIndex.Hit> found = new ArrayList<>(grams.find(question.grams(2), CANDIDATES));
        // a question of one character has no pairs; what only other grams find ranks below what the pairs find
        double last = found.isEmpty() ? 1 : LESS * found.getLast().score();
        Set<Integer> there = new HashSet<>();
        for (GramIndex.Hit hit : found) there.add(hit.number());
        for (int n : new int[] {1, 3})
            for (GramIndex.Hit hit : grams.find(question.grams(n), ALSO))
                if (there.add(hit.number())) found.add(new GramIndex.Hit(hit.number(), last));
        DocumentFeatures features = new DocumentFeatures(question, averageLength, size());
        List<Candidate> candidates = new ArrayList<>();
        for (GramIndex.Hit hit : found) {
            IndexedDocument document = documents.get(hit.number());
            GramHits hits = new GramHits(question, document.text());
            double share = hit.score() / found.getFirst().score();
            candidates.add(new Candidate(hit.number(), hits, features.of(document, hits, share)));
        }
        return candidates;
    }

    /** The candidates in the model's order, best first. */
    static List<Scored> order(List<Candidate> candidates, RankingModel model) {
        return candidates.stream()
                .map(c -> new Scored(c, model.ofDocument(c.features())))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
    }

    /** The same place in the order for another document, whose passages are looked for instead. */
    Scored in(Question question, Scored scored, int document) {
        Candidate c = scored.candidate();
        if (c.document() == document) return scored;
        GramHits hits = new GramHits(question, documents.get(document).text());
        return new Scored(new Candidate(document, hits, c.features()), scored.score());
    }

    record Scored(Candidate candidate, double score) {}
}
