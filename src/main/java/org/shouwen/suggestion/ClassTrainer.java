package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Trains a {@link ClassModel} from decided messages. The combiner learns from scores that the members gave to rows they
 * had not seen: each of five folds is scored by members trained on the other four. 7,000
 * messages need 128 MB of heap, 20,000 fit into 384 MB.
 */
public final class ClassTrainer {
    /** More would not fit the heap the product runs in, and what was decided long ago is decided otherwise today. */
    static final int MOST_ROWS = 20_000;

    private static final int FOLDS = 5;
    private static final int LEAST_TEXTS = 3;

    /**
     * What a training may take.
     *
     * @param rows only the newest of more
     * @param weights of one member, four bytes each
     * @param features of one member
     * @param leastTexts a piece of fewer texts is not learned
     */
    record Bounds(int rows, int weights, int features, int leastTexts) {
        /** For commands, which have a heap of their own: 32 MB a member. */
        static final Bounds WIDE = new Bounds(MOST_ROWS, 8_000_000, Integer.MAX_VALUE, 1);
    }

    private static final LinearTrainer WHOLE = new LinearTrainer(1);
    private static final LinearTrainer TITLE = new LinearTrainer(0.5);

    private final List<String> categories = new ArrayList<>();
    private final int[] labels;
    private final List<PreparedText> texts;
    private final FeatureSpace whole;
    private final FeatureSpace title;
    private final SparseRow[] wholeRows;
    private final SparseRow[] titleRows;

    private ClassTrainer(List<TrainingRow> rows, Bounds bounds) throws CannotTrain {
        Map<String, Integer> numbers = new HashMap<>();
        labels = new int[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            String category = rows.get(i).category();
            Integer known = numbers.putIfAbsent(category, numbers.size());
            if (known == null) categories.add(category);
            labels[i] = known == null ? numbers.size() - 1 : known;
        }
        if (rows.isEmpty()) throw new CannotTrain("没有训练数据。", "There are no training rows.");
        if (categories.size() == 1)
            throw new CannotTrain(
                    "训练数据只有一个类别“" + categories.getFirst() + "”，至少需要两个。",
                    "The training rows have only one class, '" + categories.getFirst() + "'; at least two are needed.");
        texts = rows.stream().map(r -> PreparedText.of(r.title(), r.content())).toList();
        int mostFeatures = Math.min(bounds.features(), bounds.weights() / categories.size());
        // A handful of rows would share hardly a gram three times.
        int least = Math.max(bounds.leastTexts(), Math.clamp(rows.size() / 100, 1, LEAST_TEXTS));
        whole = FeatureSpace.learn(FeatureSpace.Reading.WHOLE, texts, least, mostFeatures);
        title = FeatureSpace.learn(FeatureSpace.Reading.TITLE, texts, least, mostFeatures);
        wholeRows = whole.rows(texts);
        titleRows = title.rows(texts);
    }

    /**
     * Trains a model.
     *
     * @param rows oldest first; of more than {@value #MOST_ROWS} only the newest are used
     * @param progress is told in words what is being done
     * @throws CannotTrain when there are no rows or only one class
     */
    public static ClassModel train(List<TrainingRow> rows, Consumer<String> progress) throws CannotTrain {
        return train(rows, Bounds.WIDE, progress);
    }

    /** The same within bounds on memory. */
    static ClassModel train(List<TrainingRow> rows, Bounds bounds, Consumer<String> progress) throws CannotTrain {
        int from = Math.max(0, rows.size() - bounds.rows());
        return new ClassTrainer(rows.subList(from, rows.size()), bounds).train(progress);
    }

    private ClassModel train(Consumer<String> progress) {
        int classes = categories.size();
        int[] folds = NearCopies.folds(texts, FOLDS);
        float[][] scores = new float[labels.length][];
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            progress.accept("训练 training " + (fold + 1) + "/" + (FOLDS + 1));
            ClassModel.Members members = members(IntStream.range(0, labels.length)
                    .filter(i -> folds[i] != held)
                    .toArray());
            for (int i = 0; i < labels.length; i++)
                if (folds[i] == held) scores[i] = members.scores(wholeRows[i], titleRows[i], classes);
        }
        progress.accept("训练 training " + (FOLDS + 1) + "/" + (FOLDS + 1));
        ClassModel.Members members = members(IntStream.range(0, labels.length).toArray());
        return new ClassModel(categories, members, CombinerTrainer.train(scores, labels, classes));
    }

    private ClassModel.Members members(int[] used) {
        int classes = categories.size();
        return new ClassModel.Members(
                whole,
                title,
                WHOLE.train(wholeRows, labels, used, whole.size(), classes),
                TITLE.train(titleRows, labels, used, title.size(), classes),
                NeighbourIndex.of(wholeRows, labels, used, whole.size(), classes));
    }
}
