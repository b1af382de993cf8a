package org.shouwen.suggestion;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import org.shouwen.cli.JsonRows;
import tools.jackson.databind.JsonNode;

/** Reads a stream of messages for {@code evaluate}, in order of time. */
final class StreamRows {
    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("uuuu/M/d H:m:s");
    private static final DateTimeFormatter DASHES = DateTimeFormatter.ofPattern("uuuu-M-d H:m:s");

    private StreamRows() {}

    /** Rows of one time keep the order of the file. */
    static List<ReceivedMessage> read(Path file) throws IOException {
        return JsonRows.read(file, StreamRows::row).stream()
                .sorted(Comparator.comparing(ReceivedMessage::time))
                .toList();
    }

    private static ReceivedMessage row(JsonNode line) throws JsonRows.Unreadable {
        return new ReceivedMessage(
                JsonRows.text(line, "id"),
                line.path("user").asString(""),
                time(JsonRows.text(line, "time")),
                JsonRows.text(line, "title"),
                JsonRows.text(line, "content"));
    }

    /** Both forms that occur: {@code 2019/2/28 11:25:05} and {@code 2019-08-01 00:00:00}. */
    private static LocalDateTime time(String written) throws JsonRows.Unreadable {
        try {
            return LocalDateTime.parse(written, written.contains("/") ? SLASHES : DASHES);
        } catch (DateTimeParseException e) {
            throw new JsonRows.Unreadable("时间“" + written + "”无法识别", "time '" + written + "' is not understood");
        }
    }
}
