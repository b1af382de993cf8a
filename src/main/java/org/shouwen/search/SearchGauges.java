package org.shouwen.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.shouwen.gauges.Gauge;
import org.shouwen.gauges.Gauges;
import org.springframework.stereotype.Component;

/** How far the index of search is behind the journal. */
@Component
class SearchGauges implements Gauges {
    private final GenerationStore generations;

    SearchGauges(GenerationStore generations) {
        this.generations = generations;
    }

    @Override
    public List<Gauge> at(Instant now) {
        Instant caughtUp = generations.now().caughtUp();
        return List.of(new Gauge(
                "shouwen_search_behind_seconds",
                "Since the index of search last held everything that was committed; 0: it is built for the first time",
                caughtUp == null
                        ? 0
                        : Math.max(0, Duration.between(caughtUp, now).toSeconds())));
    }
}
