package org.shouwen.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwen.cli.OfflineCommand;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./shouwen bench answers --documents FILE --questions FILE [--copies 8]}: publishes the documents as articles, signs
 * in as an agent of the demonstration and asks for the answers beside the form as it is typed. First with the documents as
 * they are, then with copies of them whose sentences stand in other orders. Ends with one line of JSON.
 */
public final class AnswersBench implements OfflineCommand {
    private static final int WARM_UP = 100;
    private static final int ASKED = 300;

    @Override
    public String name() {
        return "bench answers";
    }

    @Override
    public String arguments() {
        return "--documents FILE --questions FILE [--copies 8]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        List<String> rest = new ArrayList<>(arguments);
        List<String> documents = texts(SearchBench.option(rest, "--documents", ""), "text");
        List<String> questions = texts(SearchBench.option(rest, "--questions", ""), "question");
        int copies = Integer.parseInt(SearchBench.option(rest, "--copies", "8"));
        StringBuilder line = new StringBuilder("{");
        try (City city = City.start();
                Connection c = city.connect()) {
            ScreenSession agent = ScreenSession.signedIn(city.port, "agent");
            publish(c, documents, 0);
            line.append(measured(city, agent, documents.size(), questions, progress));
            if (copies > 1) {
                for (int copy = 1; copy < copies; copy++) publish(c, documents, copy);
                line.append(',').append(measured(city, agent, documents.size() * copies, questions, progress));
            }
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        out.println(line.append('}'));
        return 0;
    }

    private static List<String> texts(String file, String property) throws IOException {
        JsonMapper json = new JsonMapper();
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(file), StandardCharsets.UTF_8))
            if (!line.isBlank()) texts.add(json.readTree(line).path(property).asString());
        return texts;
    }

    /** Straight into the table: what is measured is the search, not how articles are written. */
    private static void publish(Connection c, List<String> documents, int copy) throws Exception {
        try (PreparedStatement ps = c.prepareStatement("""
            insert into knowledge.article_version (id, article, version, kind, unit, title, text, source_number, source_title,
                source_clause, place, hours, licence, phone, open, state, review_by, changed_at)
            values (?, ?, 1, 'PROCEDURE', 'heating', ?, ?, '', '', '', '', '', '', '', true, 'PUBLISHED', date '2099-01-01', now())
            """)) {
            for (int i = 0; i < documents.size(); i++) {
                String text = turned(documents.get(i), copy);
                ps.setObject(1, UUID.randomUUID());
                ps.setObject(2, UUID.randomUUID());
                ps.setString(3, text.substring(0, Math.min(40, text.length())));
                ps.setString(4, text);
                ps.addBatch();
            }
            ps.executeBatch();
        }
    }

    /** The same sentences, begun at another one, so that a copy is no twin. */
    private static String turned(String text, int by) {
        List<String> sentences = new ArrayList<>(List.of(text.split("(?<=。)")));
        java.util.Collections.rotate(sentences, by * 3);
        return by == 0 ? text : "第" + by + "号 " + String.join("", sentences);
    }

    private static String measured(
            City city, ScreenSession agent, int documents, List<String> questions, PrintStream progress) throws Exception {
        List<Double> ms = new ArrayList<>();
        int answered = 0;
        try (Wire wire = new Wire(city.port)) {
            String first = questions.getFirst();
            for (int i = 0; i < 600 && !ask(wire, agent, first).contains("data-answer"); i++) Thread.sleep(100);
            // the index that the pause finds is that of all documents once it was made anew
            for (int i = 0; i < WARM_UP; i++) ask(wire, agent, questions.get(i % questions.size()));
            for (int i = 0; i < ASKED; i++) {
                long from = System.nanoTime();
                String page = ask(wire, agent, questions.get(i % questions.size()));
                ms.add((System.nanoTime() - from) / 1e6);
                if (page.contains("data-answer")) answered++;
            }
        }
        double p50 = SearchBench.at(ms, 0.5);
        double p95 = SearchBench.at(ms, 0.95);
        progress.printf(
                Locale.ROOT, "%d documents: p50 %.1f ms, p95 %.1f ms, %d of %d answered, load %s%n",
                documents, p50, p95, answered, ASKED, Load.ofMachine());
        return "\"documents%d\":{\"p50Ms\":%.1f,\"p95Ms\":%.1f,\"answered\":%d,\"asked\":%d,\"load\":%s}"
                .formatted(documents, p50, p95, answered, ASKED, Load.ofMachine());
    }

    private static String ask(Wire wire, ScreenSession agent, String question) throws IOException {
        return wire.form("/desk/intake/answers", agent.headers(), agent.form("content", question, "subject", ""))
                .expect(200)
                .body();
    }
}
