package org.shouwen.notification;

import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the outbox: what is to be told, to whom by which way, and what became of it. */
@Repository
class OutboxStore {
    record Row(
            UUID id,
            Message message,
            String args,
            String text,
            @Nullable String brief) {}

    /** From so many on an array for each column is quicker than a row for each message. */
    private static final int MANY = 50;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    OutboxStore(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    void insert(List<Row> rows) {
        if (rows.size() >= MANY) {
            insertMany(rows);
            return;
        }
        template.batchUpdate("""
                insert into messages.outbox (id, appellant, number, moment, args, text, created, short, state, next_try)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, rows.size(), (ps, row) -> {
            ps.setObject(1, row.id());
            ps.setObject(2, row.message().appellant());
            ps.setString(3, row.message().number());
            ps.setString(4, row.message().moment().name());
            ps.setString(5, row.args());
            ps.setString(6, row.text());
            ps.setTimestamp(7, Timestamp.from(row.message().at()));
            ps.setString(8, row.brief());
            ps.setString(9, row.brief() == null ? "PORTAL" : "NEW");
            ps.setTimestamp(
                    10,
                    row.brief() == null ? null : Timestamp.from(row.message().at()));
        });
    }

    /** In one statement: what a calendar moved, twenty thousand people are told. */
    private void insertMany(List<Row> rows) {
        jdbc.sql("""
                        insert into messages.outbox (id, appellant, number, moment, args, text, created, short, state, next_try)
                        select id, appellant, number, moment, args, text, created, short,
                            case when short is null then 'PORTAL' else 'NEW' end, case when short is null then null else created end
                        from unnest(:id::uuid[], :appellant::uuid[], :number::text[], :moment::text[], :args::text[],
                                    :text::text[], :created::timestamptz[], :short::text[])
                             as n (id, appellant, number, moment, args, text, created, short)
                        """)
                .param("id", rows.stream().map(Row::id).toArray(UUID[]::new))
                .param(
                        "appellant",
                        rows.stream().map(r -> r.message().appellant()).toArray(UUID[]::new))
                .param("number", rows.stream().map(r -> r.message().number()).toArray(String[]::new))
                .param(
                        "moment",
                        rows.stream().map(r -> r.message().moment().name()).toArray(String[]::new))
                .param("args", rows.stream().map(Row::args).toArray(String[]::new))
                .param("text", rows.stream().map(Row::text).toArray(String[]::new))
                .param(
                        "created",
                        rows.stream().map(r -> Timestamp.from(r.message().at())).toArray(Timestamp[]::new))
                .param("short", rows.stream().map(Row::brief).toArray(String[]::new))
                .update();
    }

    List<SentMessage> of(String number) {
        return jdbc.sql("select created, moment, text from messages.outbox where number = :number order by id")
                .param("number", number)
                .query((rs, _) -> new SentMessage(
                        rs.getObject("created", OffsetDateTime.class).toInstant(),
                        NotificationType.valueOf(rs.getString("moment")),
                        rs.getString("text")))
                .list();
    }

    Optional<String> numberOf(UUID id) {
        return jdbc.sql("select number from messages.outbox where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** All that stands in words. */
    record Words(
            UUID id,
            String args,
            String text,
            @Nullable String brief,
            @Nullable String settled) {}

    List<Words> words(String number, UUID appellant) {
        return jdbc.sql("""
                        select id, args, text, short as brief, settled from messages.outbox
                        where number = :number and appellant = :appellant
                        """)
                .param("number", number)
                .param("appellant", appellant)
                .query((rs, _) -> new Words(
                        rs.getObject("id", UUID.class),
                        rs.getString("args"),
                        rs.getString("text"),
                        rs.getString("brief"),
                        rs.getString("settled")))
                .list();
    }

    void put(Words w) {
        jdbc.sql(
                        "update messages.outbox set args = :args, text = :text, short = :brief, settled = :settled where id = :id")
                .param("args", w.args())
                .param("text", w.text())
                .param("brief", w.brief())
                .param("settled", w.settled())
                .param("id", w.id())
                .update();
    }
}
