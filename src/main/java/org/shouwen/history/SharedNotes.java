package org.shouwen.history;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import org.shouwen.blobs.SharedObjects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Notes of entries not sealed yet, of all nodes; nothing where one machine keeps everything. */
@Component
class SharedNotes {
    private static final String FOLDER = "seals/witness/";

    private final ObjectProvider<SharedObjects> shared;
    private final InstantSource clock;

    SharedNotes(ObjectProvider<SharedObjects> shared, InstantSource clock) {
        this.shared = shared;
        this.clock = clock;
    }

    boolean wanted() {
        return shared.getIfAvailable() != null;
    }

    void bring(byte[] notes) {
        shared.getObject().put(FOLDER + UuidCreator.getTimeOrderedEpoch(), notes, clock.instant());
    }

    /** Names of what lies there now. */
    List<String> names() {
        return wanted() ? shared.getObject().names(FOLDER) : List.of();
    }

    /** A damaged byte spoils its own line alone. */
    static List<String> lines(byte[] notes) {
        return new String(notes, StandardCharsets.US_ASCII).lines().toList();
    }

    void putAside(String name, String folder) {
        SharedObjects objects = shared.getObject();
        objects.put("seals/" + folder + '/' + name.substring(FOLDER.length()), objects.get(name), clock.instant());
        objects.remove(name);
    }

    void remove(String name) {
        shared.getObject().remove(name);
    }

    /** Nothing where a sealing of another node has covered them meanwhile. */
    List<String> lines(String name) {
        try {
            return lines(shared.getObject().get(name));
        } catch (NoSuchElementException sealedMeanwhile) {
            return List.of();
        }
    }
}
