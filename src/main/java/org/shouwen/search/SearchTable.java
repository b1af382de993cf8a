package org.shouwen.search;

import java.time.Instant;

/** A table that is fetched: on record before its first row leaves; {@link SearchExports#each} reads its rows. */
public final class SearchTable {
    private final SearchExport export;
    private final SearchQuery query;
    private final FoundList list;
    private final Instant at;

    SearchTable(SearchExport export, SearchQuery query, FoundList list, Instant at) {
        this.export = export;
        this.query = query;
        this.list = list;
        this.at = at;
    }

    public SearchExport export() {
        return export;
    }

    public SearchQuery query() {
        return query;
    }

    FoundList list() {
        return list;
    }

    public int rows() {
        return list.rows().size();
    }

    /** Whether there are more than a table holds. */
    public boolean cut() {
        return list.cut();
    }

    /** When it was made. */
    public Instant at() {
        return at;
    }
}
