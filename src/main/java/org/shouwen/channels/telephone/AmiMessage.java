package org.shouwen.channels.telephone;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One message of the Asterisk manager protocol: lines {@code Name: value} up to an empty one. */
record AmiMessage(Map<String, String> headers) {
    /** Lines that a message has at most; more is no manager. */
    private static final int MOST_LINES = 1_000;

    private static final int LONGEST_LINE = 20_000;

    /** @return null at the end of the stream */
    static @Nullable AmiMessage read(BufferedReader in) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int n = 0; n < MOST_LINES; n++) {
            String line = in.readLine();
            if (line == null) return null;
            if (line.length() > LONGEST_LINE) throw new IOException("a line of " + line.length() + " characters");
            if (line.isEmpty()) {
                if (headers.isEmpty()) continue;
                return new AmiMessage(headers);
            }
            int colon = line.indexOf(':');
            // lines without a colon are the greeting and the output of commands
            if (colon > 0)
                headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        throw new IOException("a message of more than " + MOST_LINES + " lines");
    }

    /** Empty when it is not there, or Asterisk does not know it. */
    String get(String name) {
        String value = headers.getOrDefault(name, "");
        return value.equals("<unknown>") || value.equals("<null>") ? "" : value;
    }

    String event() {
        return get("Event");
    }

    /** When it happened, where the manager is set to say so ({@code timestampevents=yes}). */
    Instant at(Instant received) {
        String stamp = get("Timestamp");
        if (!stamp.matches("\\d{1,12}(\\.\\d{1,9})?")) return received;
        int dot = stamp.indexOf('.');
        long seconds = Long.parseLong(dot < 0 ? stamp : stamp.substring(0, dot));
        long nanos = dot < 0 ? 0 : Long.parseLong((stamp.substring(dot + 1) + "000000000").substring(0, 9));
        return Instant.ofEpochSecond(seconds, nanos);
    }
}
