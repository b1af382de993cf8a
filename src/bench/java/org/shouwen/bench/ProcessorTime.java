package org.shouwen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What processes have taken of the processors, from {@code /proc}: also what those took that they began and saw end. */
final class ProcessorTime {
    /** Ticks a second, the same on every Linux that this program runs on. */
    private static final double TICKS = 100;

    /** Fields of {@code /proc/PID/stat} after the name: own time in user and system, then that of ended children. */
    private static final int OWN = 11;

    private static final int ENDED = 13;

    private ProcessorTime() {}

    /** Of these, of what they began that still runs, and of what they began that has ended; each once, in seconds. */
    static double ofAll(ProcessHandle... begun) throws IOException {
        Set<Long> all = new HashSet<>();
        for (ProcessHandle p : begun) {
            all.add(p.pid());
            p.descendants().forEach(d -> all.add(d.pid()));
        }
        double seconds = 0;
        for (long pid : all) seconds += of(pid);
        return seconds;
    }

    private static double of(long pid) throws IOException {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.exists(stat)) return 0; // ended meanwhile
        String line = Files.readString(stat);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        double ticks = 0;
        for (int i = OWN; i < ENDED + 2; i++) ticks += Long.parseLong(fields[i]);
        return ticks / TICKS;
    }
}
