package org.shouwen.search;

/** In which order hits are listed. */
public enum SearchSort {
    /** Newest first, by when the appeal came in, the order was registered or the article was changed. */
    NEWEST,
    /** Oldest first. */
    OLDEST,
    /** The nearest in meaning first; the same as {@link #NEWEST} where search by meaning is off. */
    NEAREST
}
