package org.shouwen.inbound;

import org.jspecify.annotations.Nullable;

/** What became of a message. */
record InboundResult(Kind kind, @Nullable String number) {
    enum Kind {
        /** A new appeal. */
        OPENED,
        /** Added to an appeal that was there. */
        ADDED,
        /** A judgement of an outcome. */
        RATED,
        /** No messages any more. */
        OPTED_OUT,
        /** Messages again. */
        OPTED_IN,
        /** Nothing was said in it. */
        IGNORED,
        /** What another office told of a matter. */
        TOLD
    }
}
