package org.shouwen.desk;

import java.util.function.Consumer;

/**
 * A port to a program that makes words of speech while it is spoken. The product has none of its own and promises no
 * accuracy: a city that has one answers this port in a channel of its own and names it in {@code SHOUWEN_SPEECH_RECOGNISER}.
 */
public interface SpeechRecogniser {
    /** As it stands in the setting. */
    String name();

    /**
     * Begins to listen to one side of a call.
     *
     * @param heard told what is heard, from any thread, again and again for the same words until they are settled
     */
    Ear listen(Consumer<Utterance> heard);

    /** One side of a call. Used by one thread at a time. */
    interface Ear extends AutoCloseable {
        /**
         * @param pcm 16 bit signed little endian, mono, 8,000 samples a second
         * @param atMs when its first sample was spoken, in milliseconds since the call was lifted
         */
        void frame(byte[] pcm, long atMs);

        /** No more comes; what is still open is settled. */
        @Override
        void close();
    }
}
