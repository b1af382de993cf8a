package org.shouwen;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for planted words in every column of every table: there is no place that a test has to know. */
public final class Planted {
    private Planted() {}

    /** {@code schema.table.column} of each that holds the words. */
    public static List<String> in(JdbcClient jdbc, String words) {
        return jdbc.sql("""
                        select table_schema || '.' || table_name || '.' || column_name
                        from information_schema.columns join information_schema.tables using (table_schema, table_name)
                        where table_type = 'BASE TABLE' and data_type in ('text', 'character varying', 'jsonb', 'bytea')
                          and table_schema not in ('pg_catalog', 'information_schema', 'flyway')
                        """).query(String.class).list().stream()
                .filter(c -> jdbc.sql("select exists (select from %s where strpos(cast(%s as text), :words) > 0)"
                                .formatted(c.substring(0, c.lastIndexOf('.')), c.substring(c.lastIndexOf('.') + 1)))
                        .param("words", words)
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
