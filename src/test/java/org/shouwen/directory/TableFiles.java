package org.shouwen.directory;

import org.shouwen.problems.BadInput;
import org.shouwen.tables.TableReader;

/** What is said to a table that can't be taken. */
public final class TableFiles {
    private TableFiles() {}

    /** The key of the refusal; empty when it was read. */
    public static String refused(byte[] file) {
        try {
            TableReader.read(file, DirectoryTables.UNITS);
            return "";
        } catch (BadInput e) {
            return e.fields().getFirst().key();
        }
    }
}
