package org.shouwen.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What PostgreSQL writes to its log when it does not start. */
final class ServerLog {
    private static final Pattern SAID = Pattern.compile("(?:FATAL|PANIC|HINT): {2}(.*)");

    private static final int MOST = 64 * 1024;

    private ServerLog() {}

    /** @param from bytes that were in the log before the start; @return empty: nothing was said */
    static String reason(Path log, long from) {
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(Math.min(from, Files.size(log)));
            return reason(new String(in.readNBytes(MOST), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            return "";
        }
    }

    private static String reason(List<String> lines) {
        return lines.stream()
                .map(SAID::matcher)
                .filter(Matcher::find)
                .map(m -> m.group(1).strip())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Whether processes of the server that died still hold its folder. */
    static boolean othersEnding(String reason) {
        return reason.contains("postmaster.pid\" already exists") || reason.contains("shared memory block");
    }
}
