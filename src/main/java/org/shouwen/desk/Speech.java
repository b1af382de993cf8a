package org.shouwen.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Live speech of calls: whoever has the sound of a call gives it here, and what the city's recogniser makes of it becomes a
 * proposal in the agent's form. Off until a recogniser is named. The sound is kept nowhere; a recording is the exchange's.
 */
@Service
public class Speech {
    /** Who speaks. */
    public enum Side {
        CALLER,
        AGENT
    }

    private final Optional<SpeechRecogniser> recogniser;
    private final Transcripts transcripts;

    Speech(List<SpeechRecogniser> known, Transcripts transcripts, @Value("${shouwen.speech.recogniser:}") String name) {
        this.transcripts = transcripts;
        this.recogniser = known.stream()
                .filter(r -> r.name().equals(name.strip()) && !name.isBlank())
                .findFirst();
        if (!name.isBlank() && recogniser.isEmpty())
            throw new IllegalArgumentException("there is no speech recogniser " + name.strip());
    }

    /** Whether a recogniser is switched on. */
    public boolean there() {
        return recogniser.isPresent();
    }

    /**
     * Begins to listen to one side of a call.
     *
     * @param source name of the telephone system
     * @param ref its own id of the call
     * @return empty when no recogniser is switched on, or no event of the call was told yet
     */
    public Optional<Listening> listen(String source, String ref, Side side) {
        Optional<UUID> call = recogniser.isEmpty() ? Optional.empty() : transcripts.call(source, ref);
        return call.map(id ->
                new Listening(recogniser.orElseThrow().listen(heard -> transcripts.heard(id, side, heard)), id));
    }
}
