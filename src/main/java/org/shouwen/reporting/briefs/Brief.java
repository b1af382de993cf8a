package org.shouwen.reporting.briefs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.reporting.Period;

/**
 * A brief and what became of it.
 *
 * @param sentVersion which version went out; null while none did
 * @param versions the first first; never empty
 * @param samples by rising and place among its samples
 */
public record Brief(
        UUID id,
        BriefKind kind,
        Period period,
        Instant madeAt,
        BriefData data,
        @Nullable String sender,
        @Nullable Instant sentAt,
        @Nullable Integer sentVersion,
        List<Version> versions,
        List<Sample> samples) {
    public static final String KIND = "brief";

    public Brief {
        versions = List.copyOf(versions);
        samples = List.copyOf(samples);
    }

    /** @param writer empty: made by itself */
    public record Version(int no, Instant at, String writer, BriefText text) {}

    /**
     * What somebody said of a rising matter, masked.
     *
     * @param rising which, from 1
     * @param words empty when the person is forgotten
     */
    public record Sample(int rising, int no, UUID appeal, String number, String words) {
        public boolean gone() {
            return words.isEmpty();
        }

        public String key() {
            return rising + "." + no;
        }
    }

    /** Without its texts, for lists. */
    public record Line(
            UUID id,
            BriefKind kind,
            Period period,
            Instant madeAt,
            int version,
            @Nullable String sender,
            @Nullable Instant sentAt) {}

    public boolean sent() {
        return sentVersion != null;
    }

    public Version latest() {
        return versions.getLast();
    }

    /** The one that went out; before that the latest. */
    public Version valid() {
        return sentVersion == null ? latest() : versions.get(sentVersion - 1);
    }

    public List<Sample> of(int rising) {
        return samples.stream().filter(s -> s.rising() == rising).toList();
    }
}
