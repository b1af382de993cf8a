package org.shouwen.tables;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param line the physical line, or the row's number in the sheet, from 1: where a person finds it
 * @param damaged whether something in it could not be read
 */
record Row(int line, List<String> cells, boolean damaged) {
    boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** Begins with {@code #}: for people, not for the import. */
    boolean remark() {
        return !cells.isEmpty() && cells.getFirst().strip().startsWith("#");
    }
}
