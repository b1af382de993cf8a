package org.shouwen.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Parts questions by their documents, so that what is learned from some folds has seen no question of a document of the
 * others. The same questions are parted in the same way each time, in whatever order they stand. Pure.
 */
final class QuestionFolds {
    private static final long SEED = 37;

    private QuestionFolds() {}

    /** @return fewer than {@code number} when there are not as many documents */
    static List<List<AnsweredQuestion>> of(List<AnsweredQuestion> questions, int number) {
        TreeSet<String> named = new TreeSet<>();
        questions.forEach(q -> named.add(q.documentId()));
        List<String> documents = new ArrayList<>(named);
        Collections.shuffle(documents, new Random(SEED));
        List<List<AnsweredQuestion>> folds = new ArrayList<>();
        for (int fold = 0; fold < Math.min(number, documents.size()); fold++) {
            TreeSet<String> here = new TreeSet<>();
            for (int d = fold; d < documents.size(); d += number) here.add(documents.get(d));
            folds.add(questions.stream()
                    .filter(q -> here.contains(q.documentId()))
                    .toList());
        }
        return folds;
    }
}
