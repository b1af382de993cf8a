package org.shouwen.history;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
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

    void remove(List<String> names) {
        names.forEach(shared.getObject()::remove);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String name : names()) {
            try {
                new String(shared.getObject().get(name), StandardCharsets.US_ASCII)
                        .lines()
                        .forEach(lines::add);
            } catch (NoSuchElementException sealedMeanwhile) {
                // its entries are covered by a seal
            }
        }
        return lines;
    }
}
