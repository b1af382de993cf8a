package org.shouwen.notification;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.jdbc.Instants;
import org.shouwen.notification.StaffNotices.Reader;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Rows of what units are told, read by the index of the unit's own (V702). */
@Repository
class StaffNoticeStore {
    // a desk and a leader read whatever the unit is told, except who of it has an order; the others what is theirs
    private static final String THEIRS =
            " from messages.staff_notice n where n.unit = :unit and ((:all and n.kind <> 'ASSIGNED')"
                    + " or n.officer = cast(:officer as uuid)"
                    + " or (n.officer is null and n.section = cast(:section as uuid)))";
    private static final String FRESH =
            " and n.id > coalesce((select upto from messages.staff_seen where account = :account), cast(:none as uuid))";
    private static final UUID NONE = new UUID(0, 0);

    /** Stands in the column of units for the platform. */
    private static final String PLATFORM = "";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    StaffNoticeStore(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    void insert(List<StaffNotice> notices) {
        if (notices.isEmpty()) return;
        template.batchUpdate(
                """
                insert into messages.staff_notice (id, unit, section, officer, kind, order_number, at, due)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                notices.stream()
                        .map(n -> new @Nullable Object[] {
                            UuidCreator.getTimeOrderedEpoch(),
                            code(n.unit()),
                            n.section(),
                            n.officer(),
                            n.kind().name(),
                            n.order(),
                            Timestamp.from(n.at()),
                            Instants.timestamp(n.due())
                        })
                        .toList());
    }

    int fresh(Reader reader, int most) {
        return bound(
                        jdbc.sql("select count(*) from (select 1" + THEIRS + FRESH + " limit :most) listed")
                                .param("most", most),
                        reader)
                .param("account", reader.account())
                .param("none", NONE)
                .query(Integer.class)
                .single();
    }

    /** Newest first; an archive that only grows, so that its whole is not counted. */
    Page<StaffNotices.Read> of(Reader reader, @Nullable After after, int limit) {
        var query = bound(
                        jdbc.sql("select n.*, n.id > coalesce((select upto from messages.staff_seen"
                                + " where account = :account), cast(:none as uuid)) as fresh" + THEIRS
                                + (after == null ? "" : " and n.id < :after") + " order by n.id desc limit :limit"),
                        reader)
                .param("account", reader.account())
                .param("none", NONE)
                .param("limit", limit + 1);
        if (after != null) query = query.param("after", after.id());
        List<StaffNotices.Read> found = query.query((rs, _) -> {
                    return new StaffNotices.Read(
                            rs.getObject("id", UUID.class),
                            StaffNotice.Kind.valueOf(rs.getString("kind")),
                            rs.getString("order_number"),
                            rs.getTimestamp("at").toInstant(),
                            Instants.orNull(rs, "due"),
                            rs.getBoolean("fresh"));
                })
                .list();
        return Page.of(found, limit, null, r -> new After(0, 0, r.id()));
    }

    void seen(UUID account, UUID upto) {
        jdbc.sql("""
                        insert into messages.staff_seen (account, upto) values (:account, :upto)
                        on conflict (account) do update set upto = greatest(staff_seen.upto, excluded.upto)
                        """).param("account", account).param("upto", upto).update();
    }

    /** What nothing was carried of yet, oldest first. */
    record Unspread(UUID id, StaffNotice notice) {}

    List<Unspread> claimUnspread(int most) {
        return jdbc.sql("""
                        update messages.staff_notice set spread = true where id = any(array(
                            select id from messages.staff_notice where not spread order by id limit :most
                            for update skip locked))
                        returning *
                        """)
                .param("most", most)
                .query((rs, _) -> {
                    Instant at = rs.getTimestamp("at").toInstant();
                    return new Unspread(
                            rs.getObject("id", UUID.class),
                            new StaffNotice(
                                    rs.getString("unit").equals(PLATFORM) ? null : new UnitId(rs.getString("unit")),
                                    rs.getObject("section", UUID.class),
                                    rs.getObject("officer", UUID.class),
                                    StaffNotice.Kind.valueOf(rs.getString("kind")),
                                    rs.getString("order_number"),
                                    at,
                                    Instants.orNull(rs, "due")));
                })
                .list();
    }

    private static String code(@Nullable UnitId unit) {
        return unit == null ? PLATFORM : unit.code();
    }

    private static StatementSpec bound(StatementSpec query, Reader reader) {
        return query.param("unit", code(reader.unit()))
                .param("all", reader.all())
                .param("officer", reader.officer())
                .param("section", reader.section());
    }
}
