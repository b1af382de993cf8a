package org.shouwen.calendar;

import java.time.Instant;
import java.util.List;
import org.shouwen.gauges.Gauge;
import org.shouwen.gauges.Gauges;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Open limits that wait for a year's calendar (ruling 2). */
@Component
class ProvisionalGauges implements Gauges {
    private final ObjectProvider<LimitHolder> holders;

    ProvisionalGauges(ObjectProvider<LimitHolder> holders) {
        this.holders = holders;
    }

    @Override
    public List<Gauge> at(Instant now) {
        long open = holders.stream()
                .flatMap(h -> h.provisional().stream())
                .mapToLong(Provisional::orders)
                .sum();
        return List.of(new Gauge("shouwen_limits_provisional", "Open limits that wait for a year's calendar", open));
    }
}
