package org.shouwen.inbound;

import java.io.IOException;
import org.shouwen.attachments.Papers;

/** Where the files lie that messages of a channel name; a bean of the channel's module. Has a thread of its own. */
public interface MediaSource {
    /** As in {@link InboundMessage#source}. */
    String source();

    /**
     * Fetches a file; answers within half a minute whatever the other side does.
     *
     * @throws IOException when it is worth another try
     * @throws Gone when it never will be
     */
    Papers.File fetch(String media) throws IOException;

    /** The file is not there, or is none that can be kept. */
    final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** @param why a short word of the other side's or of ours */
        public Gone(String why) {
            super(why);
        }
    }
}
