package org.shouwen.operations;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a migration that would let nobody write a large table while all its rows are read, parted into what is done
 * at once and what is done afterwards beside the writers. Pure.
 *
 * @param table whose rows are read, with its schema
 * @param work by which it is known until it is done: an index with its schema, or a table and its constraint
 * @param now what takes a moment only; empty: nothing
 * @param afterwards what reads the rows, for a connection outside any transaction
 */
record LaterStatement(String table, String work, String now, String afterwards) {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;

    private static final String COMMENTS = "(?:\\s|--[^\n]*\n|/\\*.*?\\*/)*";

    /** One that is not unique: nothing is wrong while it is missing, only slow. */
    private static final Pattern INDEX = Pattern.compile(
            COMMENTS + "create\\s+index\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)\\s+on\\s+((\\w+)\\.\\w+)(.*)", FLAGS);

    private static final Pattern CONSTRAINT = Pattern.compile(
            COMMENTS + "alter\\s+table\\s+(?:only\\s+)?(\\w+\\.\\w+)\\s+add\\s+constraint\\s+(\\w+)\\s+"
                    + "(?:check|foreign\\s+key)\\b.*",
            FLAGS);

    private static final Pattern SEVERAL =
            Pattern.compile(",\\s*(?:add|drop|alter|rename|validate|set)\\b|\\bnot\\s+valid\\s*$", FLAGS);

    private static final Pattern DROPPED_INDEX = Pattern.compile(
            COMMENTS + "drop\\s+index\\s+(?:concurrently\\s+)?(?:if\\s+exists\\s+)?(\\w+\\.\\w+)\\s*", FLAGS);

    private static final Pattern DROPPED_CONSTRAINT = Pattern.compile(
            COMMENTS + "alter\\s+table\\s+(\\w+\\.\\w+)\\s+drop\\s+constraint\\s+(?:if\\s+exists\\s+)?(\\w+)\\s*",
            FLAGS);

    /** @return empty for what is done at once, whatever the size of its table */
    static Optional<LaterStatement> of(String sql) {
        Matcher index = INDEX.matcher(sql);
        if (index.matches())
            return Optional.of(new LaterStatement(
                    index.group(2),
                    index.group(3) + "." + index.group(1),
                    "",
                    "create index concurrently %s on %s%s".formatted(index.group(1), index.group(2), index.group(4))));
        Matcher constraint = CONSTRAINT.matcher(sql);
        if (constraint.matches() && !SEVERAL.matcher(sql).find())
            return Optional.of(new LaterStatement(
                    constraint.group(1),
                    constraint.group(1) + " " + constraint.group(2),
                    sql + "\n not valid", // behind a comment that may end it
                    "alter table %s validate constraint %s".formatted(constraint.group(1), constraint.group(2))));
        return Optional.empty();
    }

    /** The work that a statement makes needless, as it takes away what the work would build; null: none. */
    static @Nullable String dropped(String sql) {
        Matcher index = DROPPED_INDEX.matcher(sql);
        if (index.matches()) return index.group(1);
        Matcher constraint = DROPPED_CONSTRAINT.matcher(sql);
        return constraint.matches() ? constraint.group(1) + " " + constraint.group(2) : null;
    }

    /** Whether what a statement takes away is an index, which is not there before its work is done. */
    static boolean dropsIndex(String sql) {
        return DROPPED_INDEX.matcher(sql).matches();
    }
}
