package org.shouwen.suggestion;

import java.time.LocalDate;
import java.util.List;

/**
 * Watches the messages that come in and says when several people write about one matter (Art. 2: risk warning). The
 * machine shows it, a person decides what it is (ruling 16). One thread at a time.
 */
public final class MatterWatch {
    /** Different senders, so that nobody makes a warning alone; a city's own rule says its own number. */
    private static final int SENDERS = 3;

    /** Days in which they wrote. */
    private static final int DAYS = 30;

    private final SameMatter same = new SameMatter();
    private final MatterClusters clusters = new MatterClusters();
    private int taken;

    /**
     * What a message did.
     *
     * @param matter its matter, with all messages so far
     * @param raised whether the matter is warned of from this message on
     */
    public record Taken(MatterClusters.Group matter, boolean raised) {
        /** Ids of all messages about the matter, in order of arrival. */
        public List<String> messages() {
            return matter.members().stream().map(MatterText::message).toList();
        }

        /** How many different senders wrote from a day on; each message without a sender counts as one. */
        public long sendersSince(LocalDate day) {
            return matter.sendersSince(day.toEpochDay());
        }
    }

    /** Takes the next message in, in order of time. */
    public Taken take(ReceivedMessage message) {
        MatterText text = MatterText.of(message);
        List<SameMatter.Candidate> candidates = same.candidates(text);
        MatterClusters.Group matter = clusters.add(taken++, text, candidates, same.frequencies());
        same.add(text);
        boolean raised = !matter.isWarned() && matter.sendersSince(text.day() - DAYS) >= SENDERS;
        if (raised) matter.warn();
        return new Taken(matter, raised);
    }
}
