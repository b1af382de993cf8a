package org.shouwen.problems;

/**
 * A row that an act would have changed is not what the journal last said of it: somebody changed it past the product
 * (ruling 11). The act is refused, nothing was changed and an alarm was raised. Status 409.
 */
public final class ChangedOutside extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String row;

    /** @param row the table and the key of the row */
    public ChangedOutside(String row) {
        super(row + " is not what the journal last said of it");
        this.row = row;
    }

    public String row() {
        return row;
    }
}
