package org.shouwen.suggestion;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Proposes the class of a message. Three members (all words, the title alone, the most similar decided messages) and a
 * combiner that gives calibrated probabilities. Immutable; may be used by many threads.
 */
public final class ClassModel {
    /** The kind of model in its file. */
    static final String KIND = "class";

    private static final int MOST_REASONS = 3;

    private final List<String> categories;
    private final Members members;
    private final ScoreCombiner combiner;

    ClassModel(List<String> categories, Members members, ScoreCombiner combiner) {
        this.categories = List.copyOf(categories);
        this.members = members;
        this.combiner = combiner;
    }

    /** What gives scores: each as many numbers as there are classes. */
    record Members(
            FeatureSpace whole,
            FeatureSpace title,
            LinearClassifier ofWhole,
            LinearClassifier ofTitle,
            NeighbourIndex neighbours) {
        float[] scores(SparseRow wholeRow, SparseRow titleRow, int classes) {
            float[] all = new float[3 * classes];
            System.arraycopy(ofWhole.scores(wholeRow), 0, all, 0, classes);
            System.arraycopy(ofTitle.scores(titleRow), 0, all, classes, classes);
            System.arraycopy(neighbours.scores(wholeRow), 0, all, 2 * classes, classes);
            return all;
        }
    }

    /** The classes it knows, in the order of their first decision. */
    public List<String> categories() {
        return categories;
    }

    /**
     * Proposes classes for a message of any length; for one without words, the classes by their frequency.
     *
     * @param most how many to return at most, most probable first
     */
    public List<ClassProposal> propose(String title, String content, int most) {
        PreparedText text = PreparedText.of(title, content);
        double[] probabilities = probabilities(text);
        return IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -probabilities[k]))
                .limit(most)
                .map(k -> new ClassProposal(categories.get(k), probabilities[k], reason(text, k)))
                .toList();
    }

    private double[] probabilities(PreparedText text) {
        SparseRow whole = members.whole().row(text);
        SparseRow title = members.title().row(text);
        return combiner.probabilities(members.scores(whole, title, categories.size()));
    }

    /** The pieces of two to four characters whose weights for the class are highest, without overlaps. */
    private List<String> reason(PreparedText text, int ofClass) {
        record Piece(String words, float weight) {}
        List<Piece> pieces = new ArrayList<>();
        for (int field : new int[] {GramCounts.TITLE, GramCounts.BODY}) {
            String words = field == GramCounts.TITLE ? text.title() : text.body();
            for (int i = 0; i < words.length(); i++)
                for (int n = 2; n <= 4 && i + n <= words.length(); n++) {
                    String piece = words.substring(i, i + n);
                    int feature = members.whole().feature(piece, field);
                    if (feature < 0 || !piece.codePoints().allMatch(Character::isIdeographic)) continue;
                    float weight = members.ofWhole().weight(feature, ofClass)
                            * members.whole().inverseFrequency(feature);
                    if (weight > 0) pieces.add(new Piece(piece, weight));
                }
        }
        pieces.sort(Comparator.comparingDouble(p -> -p.weight()));
        List<String> reasons = new ArrayList<>();
        for (Piece piece : pieces) {
            if (reasons.size() == MOST_REASONS) break;
            if (reasons.stream().noneMatch(r -> shareCharacter(r, piece.words()))) reasons.add(piece.words());
        }
        return reasons;
    }

    private static boolean shareCharacter(String one, String other) {
        return one.chars().anyMatch(c -> other.indexOf(c) >= 0);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(categories.size());
        for (String category : categories) out.writeUTF(category);
        members.whole().write(out);
        members.title().write(out);
        members.ofWhole().write(out);
        members.ofTitle().write(out);
        members.neighbours().write(out);
        combiner.write(out);
    }

    static ClassModel read(DataInputStream in) throws IOException {
        List<String> categories = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) categories.add(in.readUTF());
        Members members = new Members(
                FeatureSpace.read(in),
                FeatureSpace.read(in),
                LinearClassifier.read(in),
                LinearClassifier.read(in),
                NeighbourIndex.read(in));
        return new ClassModel(categories, members, ScoreCombiner.read(in));
    }
}
