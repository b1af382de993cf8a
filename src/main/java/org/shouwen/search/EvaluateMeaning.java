package org.shouwen.search;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.shouwen.cli.JsonRows;
import org.shouwen.cli.OfflineCommand;
import org.shouwen.meaning.Embedder;
import org.shouwen.meaning.PackedVector;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./shouwen evaluate meaning}: what the words of a search bring into twenty, and what meaning adds. Of messages the
 * title is asked for and the message's own text, without its title, is looked for among the texts of all; what meaning brings
 * and the words do not is taken as right where its class is the same. Of documents the question is asked. Nothing is learned from them.
 */
public final class EvaluateMeaning implements OfflineCommand {
    private static final int STEP = 16;
    private static final int ASKED = 1500;
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String name() {
        return "evaluate meaning";
    }

    @Override
    public String arguments() {
        return "[--appeals FILE] [--documents FILE --questions FILE] [--home FOLDER]";
    }

    private record Message(String title, String text, String group) {}

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) files.put(arguments.get(i), Path.of(arguments.get(i + 1)));
        Path appeals = files.get("--appeals");
        Path documents = files.get("--documents");
        Path questions = files.get("--questions");
        if (arguments.size() % 2 != 0 || (appeals == null && (documents == null || questions == null))) {
            progress.println("用法 Usage: ./shouwen " + name() + " " + arguments());
            return 2;
        }
        Embedder embedder = Embedder.of(files.getOrDefault("--home", Embedder.home()));
        try {
            Map<String, Object> figures = new LinkedHashMap<>();
            if (appeals != null) {
                List<Message> all = JsonRows.read(appeals, EvaluateMeaning::message);
                figures.put("appeals", figures(embedder, all, asked(all), progress));
            }
            if (documents != null && questions != null) {
                List<Message> all = JsonRows.read(documents, l -> document(l, "docid", "text"));
                figures.put(
                        "documents",
                        figures(
                                embedder,
                                all,
                                JsonRows.read(questions, l -> document(l, "docid", "question")),
                                progress));
            }
            figures.put("processMb", embedder.residentMb());
            out.println(JSON.writeValueAsString(figures));
            return 0;
        } catch (JsonRows.Unreadable e) {
            progress.println(e.getMessage());
            return 2;
        } finally {
            embedder.end();
        }
    }

    private static Message message(JsonNode line) throws JsonRows.Unreadable {
        return new Message(
                JsonRows.text(line, "title"), JsonRows.text(line, "content"), JsonRows.text(line, "category"));
    }

    private static Message document(JsonNode line, String id, String words) throws JsonRows.Unreadable {
        return new Message("", JsonRows.text(line, words), JsonRows.text(line, id));
    }

    /** Of all some by chance, the same each time; a title that stands in its text word for word asks nothing. */
    private static List<Message> asked(List<Message> all) {
        List<Message> some = new ArrayList<>(all);
        java.util.Collections.shuffle(some, new Random(98));
        return some.stream().limit(ASKED).toList();
    }

    private static Map<String, @Nullable Object> figures(
            Embedder embedder, List<Message> all, List<Message> asked, PrintStream progress) throws IOException {
        List<String> texts = all.stream().map(m -> FoldedText.of(m.text())).toList();
        List<byte[]> stored = new ArrayList<>();
        long begin = System.nanoTime();
        for (int from = 0; from < all.size(); from += STEP) {
            List<byte[]> some = embedder.texts(texts.subList(from, Math.min(all.size(), from + STEP)).stream()
                    .map(EvaluateMeaning::head)
                    .toList());
            if (some.isEmpty()) throw new IOException("the model's process has ended");
            some.forEach(v -> stored.add(PackedVector.pack(v)));
            if (from % 1600 == 0) progress.printf("%d / %d%n", from, all.size());
        }
        double msPerText = (System.nanoTime() - begin) / 1e6 / all.size();
        MeaningFigures figures = new MeaningFigures();
        for (Message one : asked) {
            String words = one.title().isEmpty() ? one.text() : one.title();
            long from = System.nanoTime();
            byte[] vector = embedder.await(embedder.question(words), Duration.ofSeconds(30))
                    .orElseThrow();
            figures.asked((System.nanoTime() - from) / 1e6);
            AskedWords typed = AskedWords.of(words);
            PackedVector.Question asks = new PackedVector.Question(vector);
            List<MeaningFigures.Found> found = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                Message there = all.get(i);
                boolean own = one.title().isEmpty()
                        ? there.group().equals(one.group())
                        : there.text().equals(one.text());
                found.add(new MeaningFigures.Found(
                        typed.in(texts.get(i)), own, there.group().equals(one.group()), asks.likeness(stored.get(i))));
            }
            figures.add(found);
        }
        Map<String, @Nullable Object> told =
                figures.told(!asked.getFirst().title().isEmpty());
        told.put("msPerText", Math.round(msPerText * 10) / 10.0);
        return told;
    }

    /** What the product makes a vector of. */
    private static String head(String text) {
        return text.codePointCount(0, text.length()) <= 400 ? text : text.substring(0, text.offsetByCodePoints(0, 400));
    }
}
