package org.shouwen.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.Party;
import org.shouwen.confidentiality.PartyRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** All appeals with what stands beside them, streamed in the order of ids: what {@code verify} holds against the histories. */
@Repository
class KeptAppeals {
    private final JdbcTemplate streaming;
    private final AppealRows rows;

    KeptAppeals(DataSource dataSource, AppealRows rows) {
        this.streaming = new JdbcTemplate(dataSource);
        this.streaming.setFetchSize(1000);
        this.rows = rows;
    }

    /**
     * @param party its part in the case; null where it is gone
     * @param state of the decision's columns, which {@link Appeal} derives from one of them
     */
    record Kept(
            Appeal appeal, @Nullable Party party, String state, String outcome, String order, List<String> additions) {}

    private static final String KEPT = """
            select a.*, array(select d.id || ' ' || d.text
                from intake.addition d where d.appeal = a.id order by d.id) as additions,
            """ + PartyRow.BESIDE + """
            from intake.appeal a left join confidentiality.parties p on p.number = a.number
            """;

    Stream<Kept> all() {
        return streaming.queryForStream(KEPT + "order by a.id", this::kept);
    }

    Kept one(UUID appeal) {
        return Objects.requireNonNull(streaming.queryForObject(KEPT + "where a.id = ?", this::kept, appeal));
    }

    private Kept kept(ResultSet rs, int n) throws SQLException {
        return new Kept(
                rows.map(rs, n),
                PartyRow.beside(rs),
                rs.getString("state"),
                Objects.requireNonNullElse(rs.getString("outcome"), ""),
                Objects.requireNonNullElse(rs.getString("order_number"), ""),
                Arrays.asList((String[]) rs.getArray("additions").getArray()));
    }
}
