package org.shouwen.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tells what the database says of files that are damaged, cut or gone from whatever else can go wrong, and whose files they
 * are.
 */
@Repository
class BrokenIndex {
    /** data_corrupted, index_corrupted, io_error, undefined_file; what a page that can not be read says. */
    private static final Set<String> STATES = Set.of("XX001", "XX002", "58030", "58P01");

    /** An index that ends in the middle is an internal error, whose words name the index. */
    private static final Pattern INTERNAL = Pattern.compile("\"(?:thing_[ab]|meaning|centre)_\\w+\"");

    /** A relation's file, such as {@code base/16384/17012.1}, or below a tablespace's own folder. */
    private static final Pattern FILE = Pattern.compile("\\b(?:base|PG_[^/\\s]+)/\\d+/(\\d+)");

    /** A relation's name; of values that are too long for their row the table's is not quoted. */
    private static final Pattern NAME = Pattern.compile("\"(\\w+)\"|\\bpg_toast_\\w+");

    private final JdbcClient jdbc;

    BrokenIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static boolean is(Throwable e) {
        return said(e) != null;
    }

    /**
     * The table of this module of whose files it is said: its own, those of its indexes or of its long values. Empty where
     * they are another's.
     *
     * @param nameless the table that is meant where no file is named at all
     */
    Optional<String> table(Throwable e, String nameless) {
        String said = said(e);
        if (said == null) return Optional.empty();
        Long[] files = all(FILE, said, m -> Long.valueOf(m.group(1))).toArray(Long[]::new);
        String[] names = all(NAME, said, m -> m.group().replace("\"", "")).toArray(String[]::new);
        if (files.length == 0 && names.length == 0) return Optional.of(nameless);
        return jdbc.sql("""
                        with own as (select * from pg_class where relnamespace = cast('search' as regnamespace) and relkind = 'r'),
                            held as (select oid, relname as holder from own union all select reltoastrelid, relname from own),
                            part as (select * from held union all
                                select i.indexrelid, h.holder from pg_index i join held h on h.oid = i.indrelid)
                        select p.holder from part p join pg_class c on c.oid = p.oid
                        where c.relname = any(:names) or cast(pg_relation_filenode(c.oid) as bigint) = any(:files)
                        """).param("names", names).param("files", files).query(String.class).list().stream()
                .findFirst();
    }

    private static <T> List<T> all(Pattern pattern, String said, Function<MatchResult, T> each) {
        return pattern.matcher(said).results().map(each).toList();
    }

    /** The database's own sentence, without the statement; null: it is of something else. */
    private static @Nullable String said(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            ServerErrorMessage error = t instanceof PSQLException s ? s.getServerErrorMessage() : null;
            String said = error == null ? null : error.getMessage();
            if (error == null || said == null) continue;
            if (STATES.contains(String.valueOf(error.getSQLState()))) return said;
            if ("XX000".equals(error.getSQLState()) && INTERNAL.matcher(said).find()) return said;
        }
        return null;
    }
}
