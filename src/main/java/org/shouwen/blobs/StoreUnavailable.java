package org.shouwen.blobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.shouwen.problems.NotAnswering;

/** The place where bytes are kept does not answer, answers too late or refuses: nothing was stored. */
public final class StoreUnavailable extends UncheckedIOException implements NotAnswering {
    private static final long serialVersionUID = 1;

    StoreUnavailable(String what) {
        super(new IOException(what));
    }

    StoreUnavailable(String what, IOException cause) {
        super(what + ": " + cause, cause);
    }
}
