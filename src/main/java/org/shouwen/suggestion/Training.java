package org.shouwen.suggestion;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes one model from decisions and measures it, and the model in use, on the newest decisions that neither has seen. It is
 * better only if it is better on those; a doubt is none.
 */
final class Training {
    /** A word that fewer people used is not learned: no single person's words are in a model. */
    private static final int LEAST_PEOPLE = 3;

    /** About 45 MB while it runs and 20 MB for what comes of it: it runs beside the desk. */
    static final ClassTrainer.Bounds BOUNDS = new ClassTrainer.Bounds(6_000, 1_200_000, 60_000, LEAST_PEOPLE);

    /** With fewer there is nothing to learn or to measure. */
    static final int LEAST_ROWS = 200;

    private static final int MOST_HELD_OUT = 1_000;

    private Training() {}

    /** What a training gave. */
    record Made(byte[] content, int trainedOn, int heldOut, ClassFigures figures, ClassFigures rival, boolean better) {}

    /** A decision as a model learns it. */
    record Row<T>(UUID appeal, Instant at, T decided) {}

    /** The part to learn from and the part to measure on. */
    record Split<T>(List<Row<T>> learned, List<Row<T>> held) {
        List<UUID> appeals() {
            return learned.stream().map(Row::appeal).toList();
        }
    }

    /**
     * @param rows oldest first
     * @param seen when the model in use learned its last row; rows up to then are no test for it. Null when there is none
     * @throws CannotTrain when there are too few
     */
    static <T> Split<T> split(List<Row<T>> rows, @Nullable Instant seen) throws CannotTrain {
        if (rows.size() < LEAST_ROWS)
            throw new CannotTrain(
                    "训练数据只有 " + rows.size() + " 条，至少需要 " + LEAST_ROWS + " 条。",
                    "There are only " + rows.size() + " training rows; " + LEAST_ROWS + " are needed.");
        int held = Math.min(MOST_HELD_OUT, rows.size() / 5);
        List<Row<T>> test = rows.subList(rows.size() - held, rows.size());
        List<Row<T>> unseen = seen == null
                ? test
                : test.stream().filter(r -> r.at().isAfter(seen)).toList();
        if (unseen.size() < LEAST_ROWS / 5)
            throw new CannotTrain(
                    "上次训练以后只有 " + unseen.size() + " 条新的决定，至少需要 " + LEAST_ROWS / 5 + " 条才能比较。",
                    "Only " + unseen.size() + " decisions are new since the model in use was made; " + LEAST_ROWS / 5
                            + " are needed to compare.");
        return new Split<>(List.copyOf(rows.subList(0, rows.size() - held)), List.copyOf(unseen));
    }

    static Made classes(
            Split<TrainingRow> split, String name, String version, Function<TrainingRow, List<ClassProposal>> rival)
            throws CannotTrain, IOException {
        List<TrainingRow> learned = split.learned().stream().map(Row::decided).toList();
        ClassModel model = ClassTrainer.train(learned, BOUNDS, _ -> {});
        List<TrainingRow> test = split.held().stream().map(Row::decided).toList();
        ClassFigures own = figures(test, r -> model.propose(r.title(), r.content(), 2));
        ClassFigures other = figures(test, rival);
        byte[] content = ModelFile.bytes(ClassModel.KIND, name, version, model::write);
        return new Made(content, learned.size(), test.size(), own, other, better(own, other));
    }

    static Made dispatch(
            Split<DispatchModel.Row> split, String version, Function<DispatchModel.Row, List<ClassProposal>> rival)
            throws CannotTrain, IOException {
        List<DispatchModel.Row> learned =
                split.learned().stream().map(Row::decided).toList();
        DispatchModel model = DispatchModel.train(learned);
        List<DispatchModel.Row> test = split.held().stream().map(Row::decided).toList();
        ClassFigures own = DispatchModel.figures(test, r -> model.propose("unit", r.matterClass(), r.county(), 2));
        ClassFigures other = DispatchModel.figures(test, rival);
        byte[] content = ModelFile.bytes(DispatchModel.KIND, Task.DISPATCH.code(), version, model::write);
        return new Made(content, learned.size(), test.size(), own, other, better(own, other));
    }

    private static ClassFigures figures(List<TrainingRow> rows, Function<TrainingRow, List<ClassProposal>> propose) {
        List<List<ClassProposal>> proposed = new ArrayList<>();
        for (TrainingRow r : rows) proposed.add(propose.apply(r));
        return ClassFigures.of(rows, proposed);
    }

    /** More right at first, no worse over the classes, and what is sure is right as often as it says. */
    static boolean better(ClassFigures own, ClassFigures rival) {
        boolean honest = own.sureShare() == 0 || own.surePrecision() >= ClassProposal.SURE;
        return honest && own.accuracy() > rival.accuracy() && own.macroF1() >= rival.macroF1();
    }
}
