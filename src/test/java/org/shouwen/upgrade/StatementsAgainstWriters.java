package org.shouwen.upgrade;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements of a migration for which nobody could write a table while its rows are read or changed. An index with a name
 * that is not unique and a check of its own are put off by the product (decision 89), and so are none.
 */
final class StatementsAgainstWriters {
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern BODY = Pattern.compile("(\\$[a-z_]*\\$).*?\\1", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern MADE = Pattern.compile("create (?:unlogged )?table (?:if not exists )?([\\w.]+)");
    private static final Pattern INDEX =
            Pattern.compile("create (unique )?index (?:if not exists )?(\\w+ )?on ([\\w.]+)");
    private static final Pattern ALTERED =
            Pattern.compile("alter table (?:if exists )?(?:only )?([\\w.]+) (.*)", Pattern.DOTALL);
    private static final Pattern ROWS = Pattern.compile(
            "\\b(?:update|delete from|truncate(?: table)?|lock(?: table)?|cluster|vacuum full|reindex table) (?:only )?([\\w.]+)");

    /** What takes a moment, whatever the size of the table. */
    private static final Pattern BRIEF = Pattern.compile("add (?:column )?(?:if not exists )?"
            + "(?!constraint\\b|check\\b|unique\\b|primary\\b|foreign\\b|exclude\\b)"
            + "(?!.*\\b(?:unique|primary key|references|check|generated|serial)\\b)(?!.*default [^,]*\\().*"
            + "|add constraint \\w+ .* not valid|validate constraint .*|drop (?:column|constraint) .*|rename .*"
            + "|set schema .*|set \\(.*|(?:enable|disable) (?:trigger|row level security).*"
            + "|alter (?:column )?\\w+ (?:set default|drop default|drop not null|set statistics).*");

    private static final Pattern CHECK = Pattern.compile("add constraint \\w+ (?:check|foreign key)\\b.*");

    private StatementsAgainstWriters() {}

    /** @return each statement that holds one of the tables from writers, in one line */
    static List<String> of(String sql, Set<String> tables) {
        String plain = TEXT.matcher(
                        BODY.matcher(COMMENT.matcher(sql).replaceAll(" ")).replaceAll("''"))
                .replaceAll("''");
        List<String> against = new ArrayList<>();
        Set<String> old = new HashSet<>(tables);
        for (String each : plain.split(";")) {
            String statement = each.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
            Matcher made = MADE.matcher(statement);
            if (made.lookingAt()) old.remove(made.group(1));
            // what a block does shows only to who reads it
            else if (statement.startsWith("do ") || holds(statement, old)) against.add(statement);
        }
        return against;
    }

    private static boolean holds(String statement, Set<String> old) {
        if (statement.startsWith("create function") || statement.startsWith("create or replace function")) return false;
        Matcher index = INDEX.matcher(statement);
        if (index.lookingAt())
            return old.contains(index.group(3)) && (index.group(1) != null || index.group(2) == null);
        Matcher altered = ALTERED.matcher(statement);
        if (altered.matches()) return old.contains(altered.group(1)) && !brief(altered.group(2));
        Matcher rows = ROWS.matcher(statement);
        while (rows.find()) if (old.contains(rows.group(1))) return true;
        return false;
    }

    private static boolean brief(String actions) {
        String[] each = actions.split(",(?![^(]*\\))");
        if (each.length == 1 && CHECK.matcher(actions).matches()) return true;
        for (String action : each) if (!BRIEF.matcher(action.strip()).matches()) return false;
        return true;
    }
}
