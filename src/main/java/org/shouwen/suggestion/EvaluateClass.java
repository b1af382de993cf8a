package org.shouwen.suggestion;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.cli.JsonRows;
import org.shouwen.cli.OfflineCommand;
import tools.jackson.databind.JsonNode;

/** Measures the proposed class on messages whose class people decided, trained on others or as an untrained city. */
public final class EvaluateClass implements OfflineCommand {
    @Override
    public String name() {
        return "evaluate class";
    }

    @Override
    public String arguments() {
        return "--test FILE [--train FILE]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        Path test = after("--test", arguments);
        Path train = after("--train", arguments);
        if (test == null || arguments.size() != (train == null ? 2 : 4)) {
            progress.println("用法 Usage: ./shouwen " + name() + " " + arguments());
            return 2;
        }
        try {
            List<TrainingRow> rows = JsonRows.read(test, EvaluateClass::row);
            if (rows.isEmpty()) throw new JsonRows.Unreadable(test + " 没有数据。", test + " has no rows.");
            out.println(ClassFigures.of(rows, proposals(rows, train, progress)).json());
            return 0;
        } catch (JsonRows.Unreadable e) {
            progress.println(e.getMessage());
            return 2;
        } catch (CannotTrain e) {
            progress.println(train + "：" + e.getMessage());
            return 2;
        }
    }

    private static List<List<ClassProposal>> proposals(
            List<TrainingRow> rows, @Nullable Path train, PrintStream progress) throws IOException, CannotTrain {
        List<List<ClassProposal>> proposals = new ArrayList<>();
        if (train == null) {
            ClassWords start = ClassWords.firstLevel();
            for (TrainingRow row : rows) proposals.add(start.propose(row.title(), row.content(), 2));
        } else {
            ClassModel model = ClassTrainer.train(JsonRows.read(train, EvaluateClass::row), progress::println);
            for (TrainingRow row : rows) proposals.add(model.propose(row.title(), row.content(), 2));
        }
        return proposals;
    }

    private static TrainingRow row(JsonNode line) throws JsonRows.Unreadable {
        return new TrainingRow(
                JsonRows.text(line, "title"), JsonRows.text(line, "content"), JsonRows.text(line, "category"));
    }

    private static @Nullable Path after(String option, List<String> arguments) {
        int at = arguments.indexOf(option);
        return at < 0 || at + 1 >= arguments.size() ? null : Path.of(arguments.get(at + 1));
    }
}
