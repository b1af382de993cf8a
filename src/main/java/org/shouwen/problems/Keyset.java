package org.shouwen.problems;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pages of a list whose rows say their own place in columns {@code rank}, {@code turn} and {@code id}, see {@link After}.
 * The page and the counter ask for the same rows. It sorts what it finds: for lists of which a database holds thousands.
 */
public final class Keyset {
    private Keyset() {}

    /** A turn by time, the earliest first. */
    public static String earliest(String column) {
        return "(extract(epoch from " + column + ") * 1000000)::bigint";
    }

    /** A turn by time, the latest first. */
    public static String latest(String column) {
        return "-" + earliest(column);
    }

    /**
     * @param rows a select of the whole list, what the reader may not see left out
     * @param params of the select
     */
    public static <T> Page<T> page(
            JdbcClient jdbc,
            String rows,
            Map<String, ? extends @Nullable Object> params,
            @Nullable After after,
            int limit,
            RowMapper<T> map) {
        Map<String, @Nullable Object> bound = new HashMap<>(params);
        bound.put("most", limit + 1);
        if (after != null) {
            bound.put("rank", after.rank());
            bound.put("turn", after.turn());
            bound.put("id", after.id());
        }
        var found = jdbc.sql("select * from (" + rows + ") listed"
                        + (after == null ? "" : " where (rank, turn, id) > (:rank, :turn, :id)")
                        + " order by rank, turn, id limit :most")
                .params(bound)
                .query((rs, row) -> new Page.Row<>(
                        map.mapRow(rs, row),
                        new After(rs.getInt("rank"), rs.getLong("turn"), rs.getObject("id", UUID.class))))
                .list();
        long all = jdbc.sql("select count(*) from (" + rows + ") listed")
                .params(params)
                .query(Long.class)
                .single();
        return Page.of(found, limit, all);
    }
}
