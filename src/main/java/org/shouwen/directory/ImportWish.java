package org.shouwen.directory;

/**
 * How a table is to be taken.
 *
 * @param dryRun only says what would change
 * @param overTyped also changes what a person typed; else that stands and is reported beside what the table says
 */
public record ImportWish(boolean dryRun, boolean overTyped) {
    public static final ImportWish TAKE = new ImportWish(false, false);
    public static final ImportWish DRY_RUN = new ImportWish(true, false);
}
