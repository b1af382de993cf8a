package org.shouwen.desk;

import java.io.IOException;
import java.util.Optional;
import org.shouwen.problems.BadInput;

/** A port to where a telephone system keeps the sound of calls, of which its events tell the name alone. */
public interface RecordingSource {
    /** Whether it is set up. */
    boolean there();

    /**
     * Brings the sound.
     *
     * @param path names of folders and of the file, each without a slash, none of them {@code ..}
     * @return empty when there is no such file, or not yet
     * @throws BadInput when it is one that can not be kept
     * @throws IOException when the place does not answer: others of the same place need not be tried now
     */
    Optional<byte[]> fetch(RecordingPath path) throws IOException;
}
