package org.shouwen.suggestion;

/** What the product itself knows of urgency, read once; the phrases of a city do not change it. */
final class ShippedUrgency {
    static final UrgencyReader READER = new UrgencyReader();

    private ShippedUrgency() {}

    /** The models, which are taught when they are first asked for; that takes a second or two. */
    static final class Models {
        static final UrgencyModel KINDS = UrgencyExamples.kindsModel(READER);
        static final UrgencyModel TURNS = UrgencyExamples.turnsModel(READER);

        private Models() {}

        /** Teaches them in the background, so that the first text does not wait for it; whoever asks earlier waits. */
        static void prepare() {
            Thread.ofPlatform().daemon().name("urgency-models").start(Models::size);
        }

        private static int size() {
            return KINDS.kinds().size() + TURNS.kinds().size();
        }
    }
}
