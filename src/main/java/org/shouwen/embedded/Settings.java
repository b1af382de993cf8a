package org.shouwen.embedded;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The server's settings, written anew at each start into a file of our own that {@code postgresql.conf} includes. */
final class Settings {
    private Settings() {}

    static void write(Path data, int port, Map<String, String> over) throws IOException {
        Map<String, String> settings = new TreeMap<>(defaults(port));
        settings.putAll(over);
        StringBuilder text = new StringBuilder("# written at each start; change nothing here\n");
        settings.forEach((k, v) ->
                text.append(k).append(" = '").append(v.replace("'", "''")).append("'\n"));
        Files.writeString(data.resolve("shouwen.conf"), text);
        Path main = data.resolve("postgresql.conf");
        String include = "include = 'shouwen.conf'\n";
        String now = Files.readString(main);
        if (!now.contains(include)) Files.writeString(main, now + "\n" + include);
    }

    private static Map<String, String> defaults(int port) {
        long quarterMb = memoryMb() / 4;
        return Map.ofEntries(
                Map.entry("port", Integer.toString(port)),
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("max_connections", "60"),
                Map.entry("shared_buffers", Math.clamp(quarterMb, 128, 2048) + "MB"),
                Map.entry("effective_cache_size", Math.max(256, quarterMb * 2) + "MB"),
                Map.entry("work_mem", "16MB"),
                Map.entry("maintenance_work_mem", "256MB"),
                Map.entry("max_wal_size", "4GB"),
                Map.entry("checkpoint_completion_target", "0.9"),
                // pglz, all that these binaries have, takes 0.3 ms for each page that changes for the first time
                Map.entry("wal_compression", "off"),
                Map.entry("random_page_cost", "1.1"),
                Map.entry(
                        "autovacuum_naptime",
                        "10s"), // a new city grows fast: plans made for empty tables must not last
                Map.entry("timezone", "Asia/Shanghai"),
                Map.entry("log_timezone", "Asia/Shanghai"),
                Map.entry("log_min_messages", "warning"),
                Map.entry("log_min_error_statement", "panic"), // statements carry what people wrote
                Map.entry("log_parameter_max_length_on_error", "0"));
    }

    private static long memoryMb() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getTotalMemorySize() / (1024 * 1024);
    }
}
