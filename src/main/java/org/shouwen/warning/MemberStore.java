package org.shouwen.warning;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwen.appeal.WatchedAppeals;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which appeals belong to which warning. */
@Repository
class MemberStore {
    private final JdbcClient jdbc;

    MemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param by who joined it; empty for the machine */
    boolean add(UUID warning, WatchedAppeals.Watched appeal, String by) {
        return jdbc.sql("""
                        insert into warning.member (warning, appeal, number, at, by)
                        values (:warning, :appeal, :number, :at, :by) on conflict do nothing
                        """)
                        .param("warning", warning)
                        .param("appeal", appeal.id())
                        .param("number", appeal.number())
                        .param("at", Timestamp.from(appeal.at()))
                        .param("by", by)
                        .update()
                == 1;
    }

    Set<UUID> of(UUID warning) {
        return jdbc
                .sql("select appeal from warning.member where warning = :warning")
                .param("warning", warning)
                .query(UUID.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Those of these appeals that belong to it. */
    Set<UUID> among(UUID warning, Collection<UUID> appeals) {
        return Set.copyOf(
                jdbc.sql("select appeal from warning.member where warning = :warning and appeal = any(:appeals)")
                        .param("warning", warning)
                        .param("appeals", appeals.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    /** By warning, how many of these appeals belong to it. */
    Map<UUID, Integer> shared(Collection<UUID> appeals) {
        Map<UUID, Integer> shared = new HashMap<>();
        if (appeals.isEmpty()) return shared;
        jdbc.sql("select m.warning, count(*) as has from unnest(:appeals::uuid[]) a (id)"
                        + " join warning.member m on m.appeal = a.id group by m.warning")
                .param("appeals", appeals.toArray(UUID[]::new))
                .query(rs -> {
                    shared.put(rs.getObject("warning", UUID.class), rs.getInt("has"));
                });
        return shared;
    }

    int count(UUID warning) {
        return jdbc.sql("select count(*) from warning.member where warning = :warning")
                .param("warning", warning)
                .query(Integer.class)
                .single();
    }

    /** Whether an appeal with this number belongs to it. */
    boolean has(UUID warning, String number) {
        return jdbc.sql("select exists (select from warning.member where warning = :warning and number = :number)")
                .param("warning", warning)
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /** The latest appeals of a warning that are there for the reader, newest first. */
    List<UUID> shown(UUID warning, String reader, int most) {
        return jdbc.sql("select appeal from warning.member m where warning = :warning and "
                        + ConflictOfInterest.appeal("m.number") + " order by at desc, appeal limit :most")
                .param("warning", warning)
                .param("reader", reader)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** Of each of these warnings the first appeal that is there for the reader, by the warning. */
    Map<UUID, UUID> first(Collection<UUID> warnings, String reader) {
        Map<UUID, UUID> first = new HashMap<>();
        if (warnings.isEmpty()) return first;
        jdbc.sql(
                        "select distinct on (warning) warning, appeal from warning.member m where warning = any(:warnings) and "
                                + ConflictOfInterest.appeal("m.number") + " order by warning, at, appeal")
                .param("warnings", warnings.toArray(UUID[]::new))
                .param("reader", reader)
                .query(rs -> {
                    first.put(rs.getObject("warning", UUID.class), rs.getObject("appeal", UUID.class));
                });
        return first;
    }

    /** How many appeals of a warning that came at a moment or later are there for the reader. */
    int count(UUID warning, String reader, Instant since) {
        return jdbc.sql("select count(*) from warning.member m where warning = :warning and at >= :since and "
                        + ConflictOfInterest.appeal("m.number"))
                .param("warning", warning)
                .param("reader", reader)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** Numbers of the warnings that have one of these appeals and are not joined or over, the earliest first. */
    List<String> warningsOf(Collection<UUID> appeals) {
        if (appeals.isEmpty()) return List.of();
        return jdbc.sql("""
                        select number from warning.warning w
                        where state in ('RAISED', 'CONFIRMED', 'HANDED', 'WATCHED')
                          and exists (select from warning.member m where m.warning = w.id and m.appeal = any(:appeals))
                        order by raised_at, id
                        """)
                .param("appeals", appeals.toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    void move(UUID from, UUID to) {
        jdbc.sql("""
                        insert into warning.member (warning, appeal, number, at, by)
                        select :to, appeal, number, at, by from warning.member where warning = :from on conflict do nothing
                        """).param("from", from).param("to", to).update();
        jdbc.sql("delete from warning.member where warning = :from")
                .param("from", from)
                .update();
    }

    void forget(UUID appeal) {
        jdbc.sql("delete from warning.member where appeal = :appeal")
                .param("appeal", appeal)
                .update();
    }
}
