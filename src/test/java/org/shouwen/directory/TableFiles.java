package org.shouwen.directory;

import org.shouwen.problems.BadInput;

/** What is said to a table that can't be taken. */
public final class TableFiles {
    private TableFiles() {}

    /** The key of the refusal; empty when it was read. */
    public static String refused(byte[] file) {
        try {
            TableFile.read(file);
            return "";
        } catch (BadInput e) {
            return e.fields().getFirst().key();
        }
    }
}
