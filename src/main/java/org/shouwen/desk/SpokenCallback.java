package org.shouwen.desk;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.shouwen.identity.Phone;

/**
 * A port to a program that calls somebody back and asks by synthetic speech (Art. 14). The product has none of its own; whoever
 * answers the port says first that a machine speaks, and puts through to a person whoever asks for one.
 */
public interface SpokenCallback {
    /** Whether it can call now. */
    boolean there();

    /**
     * Calls and asks. Does not wait for the call.
     *
     * @param id of the callback; comes back with the answers, as often as they are told
     * @param questions in the order of asking, each answered by a key or a word
     */
    void ask(UUID id, Phone number, List<Question> questions, Consumer<Told> told);

    /**
     * @param code such as {@code resolved}
     * @param words to be spoken
     * @param answers by the key that is pressed, such as {@code 1} for yes
     */
    record Question(String code, String words, List<String> answers) {}

    /**
     * What became of it.
     *
     * @param reached whether somebody answered
     * @param person whether they asked for a person, who has to call then
     * @param answers what was pressed or understood, one for each question that was answered; a named person decides on it
     */
    record Told(UUID id, boolean reached, boolean person, List<String> answers) {
        @Override
        public String toString() {
            return "Told[" + id + "]";
        }
    }
}
