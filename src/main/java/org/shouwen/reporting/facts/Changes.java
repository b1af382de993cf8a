package org.shouwen.reporting.facts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwen.history.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes which subjects have to be counted anew though nothing was journalled of them; and hands them out. */
@Component
class Changes {
    /** A ruling on one of these may take an order out of the adjusted figures. */
    static final String OBJECTION = "evaluation_objection";

    /** Whose correction moves days that figures count. */
    static final String CALENDAR = "calendar";

    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the oldest notes, and what time alone has changed; whoever takes them counts them in this transaction. */
    Set<Subject> take(Instant now, int most) {
        Set<Subject> taken = new LinkedHashSet<>(jdbc.sql("""
                        delete from reporting.changed where id = any(array(
                            select id from reporting.changed order by id limit :most))
                        returning kind, subject
                        """)
                .param("most", most)
                .query((rs, _) -> new Subject(rs.getString("kind"), rs.getObject("subject", UUID.class)))
                .list());
        taken.addAll(jdbc.sql("""
                        delete from reporting.again where ctid = any(array(
                            select ctid from reporting.again where at <= :now order by at limit :most for update))
                        returning kind, subject
                        """)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((rs, _) -> new Subject(rs.getString("kind"), rs.getObject("subject", UUID.class)))
                .list());
        return taken;
    }

    /** When each of these has to be looked at again, and no more at what was said before. */
    void again(String kind, List<UUID> subjects, List<UUID> waiting, List<Instant> until) {
        // few wait where many are counted: the few are looked through once, not an index for each of the many
        jdbc.sql(
                        "delete from reporting.again a using unnest(:subjects::uuid[]) s (id) where a.subject = s.id and a.kind = :kind")
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("kind", kind)
                .update();
        if (waiting.isEmpty()) return;
        jdbc.sql("""
                        insert into reporting.again (kind, subject, at)
                        select :kind, * from unnest(:waiting::uuid[], :until::timestamptz[])
                        """)
                .param("kind", kind)
                .param("waiting", waiting.toArray(UUID[]::new))
                .param("until", until.stream().map(Timestamp::from).toArray(Timestamp[]::new))
                .update();
    }

    /** All that is counted of the orders that these objections are about. */
    void ofObjections(List<UUID> objections, int generation) {
        jdbc.sql("""
                        insert into reporting.changed (kind, subject)
                        select distinct s.kind, f.subject
                        from reporting.objection o join reporting.fact f on f.number = o.number and f.generation = :generation
                        join unnest(:codes::int[], :sources::text[]) as s (code, kind) on s.code = f.source
                        where o.id = any(:objections) and o.upheld
                        """)
                .param("generation", generation)
                .param("objections", objections.toArray(UUID[]::new))
                .param(
                        "codes",
                        java.util.Arrays.stream(Source.values())
                                .map(Source::code)
                                .toArray(Integer[]::new))
                .param(
                        "sources",
                        java.util.Arrays.stream(Source.values())
                                .map(Source::kind)
                                .toArray(String[]::new))
                .update();
    }

    /** Orders with a case within a year or shortly before it: their working days are counted by its calendar. */
    void ordersOfYear(int year, int generation) {
        jdbc.sql("""
                        insert into reporting.changed (kind, subject)
                        select distinct :kind, subject from reporting.fact
                        where generation = :generation and source = :source and day between make_date(:year - 1, 10, 1)
                            and make_date(:year, 12, 31)
                        """)
                .param("kind", Source.ORDER.kind())
                .param("source", Source.ORDER.code())
                .param("generation", generation)
                .param("year", year)
                .update();
    }

    /** What belongs to an order that is counted under another heading now, and is not counted under it yet. */
    void besides(List<Heading> headings, int generation) {
        jdbc.sql("""
                        insert into reporting.changed (kind, subject)
                        select distinct s.kind, f.subject
                        from unnest(:numbers::text[], :kinds::text[], :classes::text[], :places::text[]) as h (number, kind, class, place)
                        join reporting.fact f on f.number = h.number and f.generation = :generation
                        join unnest(:codes::int[], :sources::text[]) as s (code, kind) on s.code = f.source
                        where f.kind <> h.kind or f.matter_class <> h.class or f.place <> h.place
                        """)
                .param("generation", generation)
                .param("numbers", headings.stream().map(Heading::number).toArray(String[]::new))
                .param("kinds", headings.stream().map(Heading::kind).toArray(String[]::new))
                .param("classes", headings.stream().map(Heading::matterClass).toArray(String[]::new))
                .param("places", headings.stream().map(Heading::place).toArray(String[]::new))
                .param("codes", new Integer[] {
                    Source.CALLBACK.code(), Source.SUPERVISION.code(), Source.BREACH.code(), Source.REPEAT.code()
                })
                .param("sources", new String[] {
                    Source.CALLBACK.kind(), Source.SUPERVISION.kind(), Source.BREACH.kind(), Source.REPEAT.kind()
                })
                .update();
    }
}
