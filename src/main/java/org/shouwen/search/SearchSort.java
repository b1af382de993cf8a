package org.shouwen.search;

/** In which order hits are listed. */
public enum SearchSort {
    /** Newest first, by when the appeal came in, the order was registered or the article was changed. */
    NEWEST,
    /** Oldest first. */
    OLDEST,
    /**
     * What fits the words best first: in the title before in the text, often before once; what fits alike newest first. Of
     * more hits than are counted the newest are put in this order.
     */
    NEAREST
}
