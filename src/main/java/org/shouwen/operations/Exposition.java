package org.shouwen.operations;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.shouwen.gauges.Gauge;

/** Figures as Prometheus reads them: text exposition format 0.0.4. */
final class Exposition {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private Exposition() {}

    static String of(List<Gauge> gauges) {
        Map<String, List<Gauge>> byName = new TreeMap<>();
        for (Gauge g : gauges)
            byName.computeIfAbsent(g.name(), _ -> new ArrayList<>()).add(g);
        StringBuilder text = new StringBuilder();
        Set<String> told = new HashSet<>();
        byName.forEach((name, all) -> {
            String family = name.replaceAll("_(bucket|sum|count)$", "");
            boolean histogram = byName.containsKey(family + "_bucket");
            String subject = histogram ? family : name;
            if (told.add(subject)) {
                text.append("# HELP ")
                        .append(subject)
                        .append(' ')
                        .append(all.getFirst().help())
                        .append('\n');
                text.append("# TYPE ").append(subject).append(' ');
                text.append(histogram ? "histogram" : name.endsWith("_total") ? "counter" : "gauge")
                        .append('\n');
            }
            for (Gauge g : all) line(text, g);
        });
        return text.toString();
    }

    private static void line(StringBuilder text, Gauge g) {
        text.append(g.name());
        if (!g.labels().isEmpty()) {
            List<String> labels = new ArrayList<>();
            new TreeMap<>(g.labels())
                    .forEach((k, v) -> labels.add(k + "=\""
                            + v.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\""));
            text.append('{').append(String.join(",", labels)).append('}');
        }
        text.append(' ').append(number(g.value())).append('\n');
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** The process's own. */
    static List<Gauge> process() {
        var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        double collecting = ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum()
                / 1000.0;
        List<Gauge> own = new ArrayList<>(List.of(
                new Gauge("shouwen_heap_used_bytes", "Used bytes of the heap", memory.getUsed()),
                new Gauge("shouwen_heap_max_bytes", "The heap's limit", memory.getMax()),
                new Gauge("shouwen_gc_seconds_total", "Seconds spent collecting garbage", collecting),
                new Gauge(
                        "shouwen_threads",
                        "Platform threads",
                        ManagementFactory.getThreadMXBean().getThreadCount())));
        if (ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.UnixOperatingSystemMXBean system) {
            own.add(new Gauge(
                    "shouwen_cpu_seconds_total",
                    "Processor seconds of this process",
                    system.getProcessCpuTime() / 1e9));
            own.add(new Gauge("shouwen_open_files", "Open files and sockets", system.getOpenFileDescriptorCount()));
        }
        return own;
    }
}
