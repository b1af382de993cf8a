package org.shouwen.history;

import java.time.Instant;

/** An entry as it stands in the history. */
public record Recorded(Subject subject, long seq, Instant at, Actor by, String type, String body) {
    /** The body without the version of its format, for people to read; empty when it says nothing else. */
    public String said() {
        String said = StoredFormat.withoutVersion(body);
        return said.equals("{}") ? "" : said;
    }
}
