package org.shouwen.channels.telephone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.desk.CallEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes from the queue log what was not told while nobody listened. What was told already is known and changes nothing. */
final class QueueLogReader {
    private static final Logger LOG = LoggerFactory.getLogger(QueueLogReader.class);

    /** Calls that began before a gap end within it. */
    private static final Duration BEFORE = Duration.ofMinutes(30);

    private static final Duration NEVER_TOLD = Duration.ofDays(1);
    private static final int BATCH = 500;

    private final String source;
    private final @Nullable Path file;
    private final CallEvents events;

    /** @param file null where there is none */
    QueueLogReader(String source, @Nullable Path file, CallEvents events) {
        this.source = source;
        this.file = file;
        this.events = events;
    }

    /** All since shortly before the source told something for the last time. */
    void catchUp(Instant now) {
        since(events.lastTold(source).orElse(now.minus(NEVER_TOLD)).minus(BEFORE));
    }

    void since(Instant from) {
        if (file == null || !Files.isReadable(file)) return;
        List<Map<String, @Nullable Object>> batch = new ArrayList<>();
        boolean recent = false;
        // bytes of another character set are replaced, not the end of the reading
        try (var lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!QueueLog.isLine(line)) {
                    if (recent && !line.isBlank()) events.unreadableLine(source, line);
                    continue;
                }
                if (QueueLog.at(line).isBefore(from)) continue;
                recent = true;
                QueueLog.read(line).ifPresent(batch::add);
                if (batch.size() == BATCH) flush(batch);
            }
            flush(batch);
        } catch (IOException e) {
            LOG.warn("queue log: {}", e.toString());
        }
    }

    private void flush(List<Map<String, @Nullable Object>> batch) {
        if (!batch.isEmpty()) events.take(source, null, batch);
        batch.clear();
    }
}
