package org.shouwen.knowledge;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
 * weights are learned from other questions, else those that come with the product are used. Prints shares from 0 to 1
 * and {@code msPerQuery}, milliseconds for documents and passages of one question.
 */
public final class EvaluateKnowledge implements OfflineCommand {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> OPTIONS = Set.of("--documents", "--questions", "--train");

    /** Questions that are asked before time is taken: the first ones wait for the compiler. */
    private static final int WARM_UP = 100;

    @Override
    public String name() {
        return "evaluate knowledge";
    }

    @Override
    public String arguments() {
        return "--documents FILE --questions FILE [--train FILE]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        Map<String, Path> files = files(arguments);
        Path documentFile = files.get("--documents");
        Path questionFile = files.get("--questions");
        if (documentFile == null || questionFile == null) {
            progress.println("用法 Usage: ./shouwen " + name() + " " + arguments());
            return 2;
        }
        try {
            List<KnowledgeDocument> documents = documents(documentFile);
            List<AnsweredQuestion> questions = questions(questionFile, documents, progress);
            Path trainFile = files.get("--train");
            List<AnsweredQuestion> training = trainFile == null ? null : questions(trainFile, documents, progress);
            KnowledgeIndex index = new KnowledgeIndex(documents);
            RankingModel model = model(index, training, progress);
            out.println(JSON.writeValueAsString(measure(new KnowledgeSearch(index, model), documents, questions)
                    .asMap()));
            return 0;
        } catch (JsonRows.Unreadable e) {
            progress.println(e.getMessage());
            return 2;
        }
    }

    /** Empty when an option is unknown, twice there or without a file. */
    private static Map<String, Path> files(List<String> arguments) {
        Map<String, Path> files = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (!OPTIONS.contains(option) || i + 1 == arguments.size()) return Map.of();
            if (files.put(option, Path.of(arguments.get(i + 1))) != null) return Map.of();
        }
        return files;
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

    private static KnowledgeFigures measure(
            KnowledgeSearch search, List<KnowledgeDocument> documents, List<AnsweredQuestion> questions) {
        Map<String, String> comparable = new HashMap<>();
        for (KnowledgeDocument document : documents)
            comparable.put(document.id(), NormalizedText.withoutSpace(document.text()));
        for (int i = 0; i < Math.min(WARM_UP, questions.size()); i++)
            search.find(questions.get(i).question(), 10);
        KnowledgeFigures figures = new KnowledgeFigures();
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
        return figures;
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
