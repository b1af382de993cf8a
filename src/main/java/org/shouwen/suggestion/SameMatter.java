package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds what came in and offers, for a new message, earlier ones that may be about the same matter. Learns the wording of
 * the city as messages come. About 3 kB a message; one thread at a time.
 */
public final class SameMatter {
    /** More than three are not looked at by who is on the telephone. */
    static final int MOST_OFFERED = 3;

    /** An offer is a question, not a decision: a missed one costs a second order. */
    static final double LEAST_PROBABILITY = 0.25;

    private final PairModel model = PairModel.shipped();
    private final TermFrequencies frequencies = new TermFrequencies();
    private final CandidateIndex index = new CandidateIndex();
    private final List<MatterText> earlier = new ArrayList<>();
    private final Map<String, Integer> firstWithWording = new HashMap<>();

    /** The version of the model, for the record of what was proposed. */
    public static String version() {
        return PairModel.VERSION;
    }

    /**
     * At most three earlier messages, the one with the same wording first, then the most probable; never the message
     * itself, where it has been taken in.
     */
    public synchronized List<MatterOffer> offers(ReceivedMessage message) {
        MatterText text = MatterText.of(message);
        List<MatterOffer> offers = new ArrayList<>();
        Integer repeated = firstWithWording.get(text.wording());
        if (repeated != null && own(repeated, message)) repeated = null;
        Integer same = repeated;
        if (same != null) offers.add(new MatterOffer(earlier.get(same).message(), 1, true));
        candidates(text).stream()
                .filter(c -> c.probability() >= LEAST_PROBABILITY && (same == null || c.number() != same))
                .filter(c -> !own(c.number(), message))
                .sorted(Comparator.comparingDouble(c -> -c.probability()))
                .limit(MOST_OFFERED - offers.size())
                .map(c -> new MatterOffer(earlier.get(c.number()).message(), c.probability(), false))
                .forEach(offers::add);
        return offers;
    }

    private boolean own(int number, ReceivedMessage message) {
        return earlier.get(number).message().equals(message.id());
    }

    /** Takes a message in, so that it is offered from now on. */
    public void add(ReceivedMessage message) {
        add(MatterText.of(message));
    }

    synchronized void add(MatterText text) {
        int number = earlier.size();
        earlier.add(text);
        index.add(number, text);
        frequencies.add(text);
        firstWithWording.putIfAbsent(text.wording(), number);
    }

    /** The wording of all messages taken in. */
    TermFrequencies frequencies() {
        return frequencies;
    }

    /** An earlier message with the probability that it is about the same matter. */
    record Candidate(int number, double probability) {}

    /** All earlier messages that were compared, most alike first. */
    synchronized List<Candidate> candidates(MatterText text) {
        List<Candidate> compared = new ArrayList<>();
        for (int number : earlier.isEmpty() ? new int[0] : index.find(text, earlier, frequencies))
            compared.add(new Candidate(number, model.probability(text, earlier.get(number), frequencies)));
        return compared;
    }
}
