package org.shouwen.knowledge;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.cli.JsonRows;
import org.shouwen.cli.OfflineCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures which documents and passages are found for questions whose answers are known. With {@code --train} the
 * weights are learned from other questions, else those that come with the product are used. With {@code --folds} the
 * questions are parted by their documents, and each part is measured with weights learned from the others: the figure for
 * questions that nobody learned from. Prints shares from 0 to 1 and {@code msPerQuery}, milliseconds for documents and
 * passages of one question; of folds the shares over all questions, and their standard errors.
 */
public final class EvaluateKnowledge implements OfflineCommand {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> OPTIONS = Set.of("--documents", "--questions", "--train", "--folds");

    /** Questions that are asked before time is taken: the first ones wait for the compiler. */
    private static final int WARM_UP = 100;

    @Override
    public String name() {
        return "evaluate knowledge";
    }

    @Override
    public String arguments() {
        return "--documents FILE --questions FILE [--train FILE | --folds N]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        Map<String, String> options = options(arguments);
        String documentFile = options.get("--documents");
        String questionFile = options.get("--questions");
        String trainFile = options.get("--train");
        String folds = options.get("--folds");
        if (documentFile == null
                || questionFile == null
                || (folds != null && (trainFile != null || !folds.matches("[2-9]|[1-9][0-9]{1,3}")))) {
            progress.println("用法 Usage: ./shouwen " + name() + " " + arguments());
            return 2;
        }
        try {
            List<KnowledgeDocument> documents = documents(Path.of(documentFile));
            List<AnsweredQuestion> questions = questions(Path.of(questionFile), documents, progress);
            List<AnsweredQuestion> training =
                    trainFile == null ? null : questions(Path.of(trainFile), documents, progress);
            KnowledgeIndex index = new KnowledgeIndex(documents);
            KnowledgeFigures figures = new KnowledgeFigures();
            if (folds == null)
                measure(new KnowledgeSearch(index, model(index, training, progress)), documents, questions, figures);
            else fold(index, documents, questions, Integer.parseInt(folds), figures, progress);
            Map<String, @Nullable Object> told = new LinkedHashMap<>(figures.asMap());
            if (folds != null) told.put("standardError", figures.standardErrors());
            out.println(JSON.writeValueAsString(told));
            return 0;
        } catch (JsonRows.Unreadable e) {
            progress.println(e.getMessage());
            return 2;
        }
    }

    /** Empty when an option is unknown, twice there or without a value. */
    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (!OPTIONS.contains(option) || i + 1 == arguments.size()) return Map.of();
            if (options.put(option, arguments.get(i + 1)) != null) return Map.of();
        }
        return options;
    }

    private static RankingModel model(
            KnowledgeIndex index, @Nullable List<AnsweredQuestion> training, PrintStream progress) {
        if (training == null) return RankingModel.shipped();
        progress.println(
                "从 " + training.size() + " 个问题学习权重。 Learning the weights from " + training.size() + " questions.");
        RankingModel model = new RankingTrainer(index).train(training);
        progress.print(model.asCsv());
        return model;
    }

    private static void fold(
            KnowledgeIndex index,
            List<KnowledgeDocument> documents,
            List<AnsweredQuestion> questions,
            int number,
            KnowledgeFigures figures,
            PrintStream progress)
            throws JsonRows.Unreadable {
        List<List<AnsweredQuestion>> folds = QuestionFolds.of(questions, number);
        if (folds.size() < number)
            throw new JsonRows.Unreadable(
                    "问题只出自 " + folds.size() + " 份文档，不能分成 " + number + " 份。",
                    "The questions are of " + folds.size() + " documents: not enough for " + number + " folds.");
        for (List<AnsweredQuestion> fold : folds) {
            List<AnsweredQuestion> others = folds.stream()
                    .filter(f -> !f.equals(fold))
                    .flatMap(List::stream)
                    .toList();
            progress.println("从 " + others.size() + " 个问题学习，量另外 " + fold.size() + " 个。 Learning from " + others.size()
                    + " questions, measuring " + fold.size() + " others.");
            RankingModel model = new RankingTrainer(index).train(others);
            measure(new KnowledgeSearch(index, model), documents, fold, figures);
        }
    }

    private static void measure(
            KnowledgeSearch search,
            List<KnowledgeDocument> documents,
            List<AnsweredQuestion> questions,
            KnowledgeFigures figures) {
        Map<String, String> comparable = new HashMap<>();
        for (KnowledgeDocument document : documents)
            comparable.put(document.id(), NormalizedText.withoutSpace(document.text()));
        for (int i = 0; i < Math.min(WARM_UP, questions.size()); i++)
            search.find(questions.get(i).question(), 10);
        for (AnsweredQuestion asked : questions) {
            long begin = System.nanoTime();
            KnowledgeSearch.Found found = search.find(asked.question(), 10);
            long took = System.nanoTime() - begin;
            String answer = asked.comparable();
            List<String> ids = new ArrayList<>();
            List<Boolean> contain = new ArrayList<>();
            for (KnowledgeDocument document : found.documents()) {
                ids.add(document.id());
                contain.add(comparable.getOrDefault(document.id(), "").contains(answer));
            }
            figures.add(
                    asked,
                    ids,
                    contain,
                    found.passages().stream().map(Passage::text).toList(),
                    took);
        }
    }

    private static List<KnowledgeDocument> documents(Path file) throws IOException {
        Set<String> ids = new HashSet<>();
        List<KnowledgeDocument> documents = JsonRows.read(file, line -> {
            String id = JsonRows.text(line, "docid");
            if (!ids.add(id))
                throw new JsonRows.Unreadable("docid “" + id + "”重复", "docid '" + id + "' is there twice");
            return new KnowledgeDocument(id, JsonRows.text(line, "text"));
        });
        if (documents.isEmpty()) throw new JsonRows.Unreadable(file + " 没有数据。", file + " has no rows.");
        return documents;
    }

    private static List<AnsweredQuestion> questions(Path file, List<KnowledgeDocument> documents, PrintStream progress)
            throws IOException {
        List<AnsweredQuestion> questions = JsonRows.read(file, EvaluateKnowledge::question);
        if (questions.isEmpty()) throw new JsonRows.Unreadable(file + " 没有数据。", file + " has no rows.");
        Set<String> known = new HashSet<>();
        documents.forEach(document -> known.add(document.id()));
        long unknown =
                questions.stream().filter(q -> !known.contains(q.documentId())).count();
        if (unknown > 0)
            progress.println(file + " 有 " + unknown + " 个问题的文档不在文档中。 " + unknown + " questions of " + file
                    + " name a document that is not among the documents.");
        return questions;
    }

    private static AnsweredQuestion question(JsonNode line) throws JsonRows.Unreadable {
        return new AnsweredQuestion(
                JsonRows.text(line, "id"),
                JsonRows.text(line, "docid"),
                JsonRows.text(line, "question"),
                JsonRows.text(line, "answer"));
    }
}
