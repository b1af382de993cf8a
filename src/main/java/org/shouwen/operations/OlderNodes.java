package org.shouwen.operations;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether nodes of the version before can go on beside a database that a migration has changed. They can while it only adds:
 * tables, views, functions, indexes that are not unique, columns that may be left out. What takes away, renames, narrows or
 * changes rows is a statement against it. Unknown statements are.
 */
final class OlderNodes {
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern BODY = Pattern.compile("(\\$[a-z_]*\\$).*?\\1", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern NEW_TABLE =
            Pattern.compile("create (?:unlogged )?table (?:if not exists )?([\\w.\"]+)");
    private static final Pattern ON_TABLE = Pattern.compile(
            "(?:alter table (?:if exists )?(?:only )?|create unique index (?:if not exists )?(?:\\w+ )?on |create (?:constraint )?trigger .* on |(?:delete from|update|truncate(?: table)?) )([\\w.\"]+)");
    private static final Pattern ADDS = Pattern.compile(
            "(?:create (?:or replace )?(?:table|unlogged table|index|view|materialized view|schema|sequence|function|type|domain|extension|role|policy|aggregate)"
                    + "|comment on|grant|insert into|select|set|do|drop index|alter sequence|alter default privileges|alter function|with)\\b.*",
            Pattern.DOTALL);
    private static final Pattern COLUMN =
            Pattern.compile("alter table (?:only )?[\\w.\"]+ (add (?:column )?.*)", Pattern.DOTALL);

    private OlderNodes() {}

    /** @return each statement that an older node would not bear, in one line; empty when it bears all */
    static List<String> against(String sql) {
        String plain = TEXT.matcher(
                        BODY.matcher(COMMENT.matcher(sql).replaceAll(" ")).replaceAll("''"))
                .replaceAll("''");
        List<String> against = new ArrayList<>();
        Set<String> fresh = new HashSet<>();
        for (String each : plain.split(";")) {
            String statement = each.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
            if (statement.isEmpty()) continue;
            Matcher made = NEW_TABLE.matcher(statement);
            if (made.lookingAt()) fresh.add(made.group(1));
            if (!borne(statement, fresh)) against.add(statement);
        }
        return against;
    }

    private static boolean borne(String statement, Set<String> fresh) {
        Matcher on = ON_TABLE.matcher(statement);
        if (on.lookingAt()) return fresh.contains(on.group(1)) || onlyColumns(statement);
        return ADDS.matcher(statement).matches();
    }

    /** Columns that an insert which does not know them may leave out, and nothing else. */
    private static boolean onlyColumns(String statement) {
        Matcher columns = COLUMN.matcher(statement);
        if (!columns.matches()) return false;
        for (String part : columns.group(1).split(",(?![^(]*\\))")) {
            String clause = part.strip();
            if (!clause.matches(
                    "add (?:column )?(?!constraint\\b|check\\b|unique\\b|primary\\b|foreign\\b|exclude\\b).*"))
                return false;
            if (clause.contains("unique") || clause.contains("primary key")) return false;
            if (clause.contains("not null") && !clause.contains("default") && !clause.contains("generated"))
                return false;
        }
        return true;
    }
}
