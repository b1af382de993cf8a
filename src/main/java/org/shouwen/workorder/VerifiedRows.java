package org.shouwen.workorder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.Party;
import org.shouwen.confidentiality.PartyRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** All orders with their matters, streamed in the order of ids. */
@Repository
class VerifiedRows {
    /**
     * @param kept the row's columns as they stand
     * @param salt of the matter's digest
     * @param party its row among the parties of cases; null where it is gone
     */
    record RowAndMatter(
            OrderRow row,
            List<@Nullable Object> kept,
            Matter matter,
            String salt,
            @Nullable Party party) {}

    private final JdbcTemplate streaming;
    private final RowMapping mapping;

    VerifiedRows(DataSource dataSource, RowMapping mapping) {
        this.streaming = new JdbcTemplate(dataSource);
        this.streaming.setFetchSize(1000);
        this.mapping = mapping;
    }

    Stream<RowAndMatter> all() {
        return streaming.queryForStream(
                """
                select w.*, m.title, m.content, m.kind, m.matter_class, m.place, m.location, m.happened_at,
                       m.urgent_kind as matter_urgent_kind, m.salt,
                """ + PartyRow.BESIDE + """
                from workorder.work_order w join workorder.matter m on m.order_id = w.id
                left join confidentiality.parties p on p.number = w.number
                order by w.id
                """,
                (rs, _) -> new RowAndMatter(
                        mapping.row(rs),
                        mapping.kept(rs),
                        matter(rs, "matter_urgent_kind"),
                        rs.getString("salt"),
                        PartyRow.beside(rs)));
    }

    /** @param urgentKind the column of the matter's own urgent kind; the order's may have been raised since */
    static Matter matter(ResultSet rs, String urgentKind) throws SQLException {
        return new Matter(
                rs.getString("title"),
                rs.getString("content"),
                rs.getString("kind"),
                rs.getString("matter_class"),
                rs.getString("place"),
                rs.getString("location"),
                rs.getString("happened_at"),
                rs.getString(urgentKind));
    }
}
