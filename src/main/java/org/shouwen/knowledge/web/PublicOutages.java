package org.shouwen.knowledge.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.knowledge.Outage;
import org.shouwen.knowledge.Outages;
import org.springframework.stereotype.Component;

/** Standing outages as citizens' pages show them; templates call it {@code @publicOutages}. */
@Component
public class PublicOutages {
    private final Outages outages;

    PublicOutages(Outages outages) {
        this.outages = outages;
    }

    /**
     * Outages with the names of their places, by the outage; empty for the whole city.
     *
     * @param all how many there are beside and with these
     */
    public record Shown(List<Outage> outages, Map<UUID, String> places, int all) {}

    /** The first of all, before others those of the whole city, which concern everybody. */
    public Shown first(int most) {
        List<Outage> all = outages.standing();
        List<Outage> first = all.stream()
                .sorted(Comparator.comparing((Outage o) -> o.place() != null))
                .limit(most)
                .toList();
        return new Shown(first, outages.places(first), all.size());
    }

    /** All that a place has, by its code; the whole city's alone where none is chosen. */
    public Shown at(@Nullable String place) {
        List<Outage> there = outages.at(place == null || place.isBlank() ? null : place);
        return new Shown(there, outages.places(there), there.size());
    }
}
