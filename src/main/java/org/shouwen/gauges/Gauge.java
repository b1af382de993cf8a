package org.shouwen.gauges;

import java.util.Map;

/**
 * A figure with its name for Prometheus.
 *
 * @param name {@code shouwen_…} in small letters; with the unit at its end, {@code _total} where it only grows
 * @param help one English sentence without a full stop
 * @param labels few values each; never anything of a person
 */
public record Gauge(String name, String help, Map<String, String> labels, double value) {
    public Gauge {
        labels = Map.copyOf(labels);
    }

    public Gauge(String name, String help, double value) {
        this(name, help, Map.of(), value);
    }
}
