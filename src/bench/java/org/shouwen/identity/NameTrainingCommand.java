package org.shouwen.identity;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.shouwen.cli.OfflineCommand;
import org.shouwen.identity.NameNetLearner.Lesson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./shouwen bench names OUT [FILE.jsonl …]}: learns {@code names.model} anew (decision 34), from sentences of our
 * own and, where files are given, from the messages in them, whose names are replaced before anything is learned. A
 * line of a file is a JSON object; its {@code title}, {@code content}, {@code reply} and {@code handleContent} are read.
 * The same files give the same model.
 */
public final class NameTrainingCommand implements OfflineCommand {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> ANSWERS = List.of("reply", "handleContent");
    private static final long SEED = 34;
    private static final int LONGEST = 4000;
    private static final int PARTS = 4;
    private static final int ROUNDS = 3;
    private static final int EPOCHS = 3;
    private static final int LAST_EPOCHS = 6;
    private static final int NET_EPOCHS = 10;

    /** Texts of our own sentences alone, where no messages are given, and as a share of the messages. */
    private static final int OWN = 6000;

    private static final double OWN_SHARE = 0.45;

    private final Random random = new Random(SEED);
    private final InventedNames names = new InventedNames(random, NameClauses.characters());
    private final NameClauses clauses = new NameClauses(random, names);

    @Override
    public String name() {
        return "bench names";
    }

    @Override
    public String arguments() {
        return "OUT [FILE.jsonl …]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        if (arguments.isEmpty()) {
            progress.println("用法 Usage: ./shouwen bench names OUT [FILE.jsonl …]");
            return 2;
        }
        List<List<TrainingText>> parts = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) parts.add(new ArrayList<>());
        List<TrainingText> all = new ArrayList<>();
        try {
            for (String text : texts(arguments.subList(1, arguments.size()))) {
                TrainingText t = new TrainingText(Folded.of(text).codePoints().toArray());
                String begins = text.substring(0, Math.min(12, text.length())); // repeated messages stay together
                parts.get(Math.floorMod(begins.hashCode(), PARTS)).add(t);
                all.add(t);
            }
        } catch (JacksonException e) {
            progress.println("不是 JSON not JSON: " + e.getOriginalMessage());
            return 2;
        }
        NameLabels labels = new NameLabels(all);
        all.forEach(labels::first);
        for (int round = 0; round < ROUNDS && !all.isEmpty(); round++) {
            report(all, progress);
            List<NameLearner> others = new ArrayList<>();
            for (List<TrainingText> part : parts) {
                List<TrainingText> rest = new ArrayList<>(all);
                rest.removeAll(Set.copyOf(part));
                others.add(new NameLearner(random).learn(copies(rest, clauses), EPOCHS, progress));
            }
            for (int i = 0; i < PARTS; i++) for (TrainingText t : parts.get(i)) labels.again(t, others.get(i));
        }
        report(all, progress);
        Path file = Path.of(arguments.getFirst());
        new NameLearner(random).learn(copies(all, clauses), LAST_EPOCHS, progress).write(file);
        new NameNetLearner(random).learn(lessons(parts, all, progress), NET_EPOCHS, progress).write(file.resolveSibling("names.net"));
        return 0;
    }

    /** Each text and sentence with a learner of the other parts. */
    private List<Lesson> lessons(List<List<TrainingText>> parts, List<TrainingText> all, PrintStream progress) {
        List<Lesson> lessons = new ArrayList<>();
        int own = own(all.size()) / PARTS;
        for (int i = 0; i < PARTS; i++) {
            List<TrainingText> rest = new ArrayList<>(all);
            rest.removeAll(Set.copyOf(parts.get(i)));
            NameClauses others = clauses.part(i, PARTS, false);
            NameLearner first = new NameLearner(random).learn(copies(rest, others), LAST_EPOCHS, progress);
            NameClauses unseen = clauses.part(i, PARTS, true);
            NameRewriter rewriter = new NameRewriter(random, names, unseen);
            for (TrainingText t : parts.get(i)) lessons.add(new Lesson(() -> rewriter.copy(t), first));
            for (int k = 0; k < own; k++) lessons.add(new Lesson(unseen::told, first));
        }
        return lessons;
    }

    private static void report(List<TrainingText> all, PrintStream progress) {
        int labelled = all.stream().mapToInt(t -> t.names.size()).sum();
        progress.printf("%d 条文字 texts, %d 处姓名 names%n", all.size(), labelled);
    }

    private List<Supplier<TrainingText>> copies(List<TrainingText> texts, NameClauses clauses) {
        List<Supplier<TrainingText>> copies = new ArrayList<>();
        NameRewriter rewriter = new NameRewriter(random, names, clauses);
        for (TrainingText t : texts) copies.add(() -> rewriter.copy(t));
        for (int i = own(texts.size()); i > 0; i--) copies.add(clauses::told);
        return copies;
    }

    private static int own(int texts) {
        return texts == 0 ? OWN : (int) (texts * OWN_SHARE);
    }

    /** Messages, and answers to them, each once. */
    static Set<String> texts(List<String> files) throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        for (String file : files)
            for (String line : Files.readAllLines(Path.of(file))) {
                if (line.isBlank()) continue;
                JsonNode row = JSON.readTree(line);
                texts.add(row.path("title").asString("") + "\n"
                        + row.path("content").asString(""));
                for (String answer : ANSWERS) {
                    String words = row.path(answer).asString("");
                    if (!words.isEmpty()) texts.add(words.substring(0, Math.min(LONGEST, words.length())));
                }
            }
        return texts;
    }
}
