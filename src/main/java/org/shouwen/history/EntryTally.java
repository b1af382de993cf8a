package org.shouwen.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.shouwen.gauges.Gauge;
import org.shouwen.gauges.Gauges;
import org.springframework.stereotype.Component;

/**
 * How many entries of each type were committed since the start: looks at identities ({@code appellant}, {@code Looked})
 * among them. Whom they are about and what they say is not in it.
 */
@Component
class EntryTally implements Gauges {
    private record Type(String kind, String type) {}

    private final Map<Type, LongAdder> committed = new ConcurrentHashMap<>();

    void add(List<Entry> entries) {
        for (Entry e : entries)
            committed
                    .computeIfAbsent(new Type(e.subject().kind(), e.type()), _ -> new LongAdder())
                    .increment();
    }

    @Override
    public List<Gauge> at(Instant now) {
        // so that a rate is known from the first look on
        committed.computeIfAbsent(new Type("appellant", "Looked"), _ -> new LongAdder());
        return committed.entrySet().stream()
                .map(e -> new Gauge(
                        "shouwen_journal_entries_total",
                        "Entries of the journal since the start",
                        Map.of("kind", e.getKey().kind(), "type", e.getKey().type()),
                        e.getValue().sum()))
                .toList();
    }
}
