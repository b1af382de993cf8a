package org.shouwen.suggestion;

/** In how many messages a piece of wording was seen. What few messages say tells a matter, what many say tells nothing. */
final class TermFrequencies {
    private final GramCounts pairs = new GramCounts();
    private final GramCounts places = new GramCounts();
    private int messages;

    void add(MatterText text) {
        for (int key : text.all()) pairs.add(key, 1);
        for (int key : text.places()) places.add(key, 1);
        messages++;
    }

    double weight(int pair) {
        return Math.log((messages + 20.0) / (pairs.count(pair) + 1));
    }

    /** Sum of the squared weights. */
    double mass(int[] keys) {
        double sum = 0;
        for (int key : keys) sum += square(weight(key));
        return sum;
    }

    /** Sum of the squared weights of what both have. */
    double sharedMass(int[] one, int[] other) {
        double sum = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] < other[j]) i++;
            else if (one[i] > other[j]) j++;
            else {
                sum += square(weight(one[i]));
                i++;
                j++;
            }
        }
        return sum;
    }

    /** How rare the rarest place is that both have, 0 to about 1; 0 when they share none. */
    double rarestShared(int[] one, int[] other) {
        double rarest = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] < other[j]) i++;
            else if (one[i] > other[j]) j++;
            else {
                rarest = Math.max(rarest, Math.log((messages + 20.0) / (places.count(one[i]) + 1)));
                i++;
                j++;
            }
        }
        return rarest / Math.log(messages + 20.0);
    }

    private static double square(double value) {
        return value * value;
    }
}
