package org.shouwen.suggestion;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.shouwen.cli.JsonRows;
import org.shouwen.cli.OfflineCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the warnings of rising matters on a stream, fed in order of time as if it came now, against matters that people
 * found in it. Prints how many warnings were raised and, as means over the true matters, how well the best of them fits.
 */
public final class EvaluateWarnings implements OfflineCommand {
    @Override
    public String name() {
        return "evaluate warnings";
    }

    @Override
    public String arguments() {
        return "FILE --truth FILE";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        if (arguments.size() != 3 || !arguments.get(1).equals("--truth")) {
            progress.println("用法 Usage: ./shouwen " + name() + " " + arguments());
            return 2;
        }
        try {
            List<ReceivedMessage> rows = StreamRows.read(Path.of(arguments.getFirst()));
            WarningFigures figures =
                    new WarningFigures(JsonRows.read(Path.of(arguments.get(2)), EvaluateWarnings::member));
            if (figures.isEmpty())
                throw new JsonRows.Unreadable(arguments.get(2) + " 没有事项。", arguments.get(2) + " names no matter.");
            MatterWatch watch = new MatterWatch();
            for (ReceivedMessage row : rows) figures.add(row, watch.take(row));
            out.println(new JsonMapper().writeValueAsString(figures.asMap()));
            return 0;
        } catch (JsonRows.Unreadable e) {
            progress.println(e.getMessage());
            return 2;
        }
    }

    /** A row whose {@code problem_id} is null or empty belongs to no matter. */
    private static WarningFigures.Member member(JsonNode line) throws JsonRows.Unreadable {
        return new WarningFigures.Member(
                JsonRows.text(line, "id"), line.path("problem_id").asString(""));
    }
}
