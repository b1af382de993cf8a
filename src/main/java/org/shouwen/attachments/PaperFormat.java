package org.shouwen.attachments;

import org.shouwen.history.StoredFormat;

/** How a reference to a file is stored where it stands in a column of its own. */
public final class PaperFormat {
    public static final StoredFormat<PaperRef> FORMAT = StoredFormat.of(PaperRef.class);

    private PaperFormat() {}
}
