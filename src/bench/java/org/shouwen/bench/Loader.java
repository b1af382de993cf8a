package org.shouwen.bench;

import java.sql.Connection;
import java.sql.Statement;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Fills the city with orders of the last three years: one in so many still open, spread over all units. */
final class Loader {
    private static final int CHUNK = 50_000;

    /** The newest is of now from so many on, and each is ninety seconds older than the next. */
    static final long MILLION = 1_000_000;

    private Loader() {}

    /** Until so many orders are there. The seals of what is loaded are not real: it is there to be in the way. */
    static void load(City city, long orders) throws Exception {
        load(city, orders, 50);
    }

    static void load(City city, long orders, int openEvery) throws Exception {
        try (Connection c = city.connect();
                Statement s = c.createStatement()) {
            long there = 0;
            try (var rs = s.executeQuery("select count(*) from workorder.work_order where number like 'B%'")) {
                rs.next();
                there = rs.getLong(1);
            }
            if (there >= orders) return;
            try (ProgressBar bar = new ProgressBarBuilder()
                    .setTaskName("load " + orders)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setInitialMax(orders)
                    .build()) {
                for (long from = there; from < orders; from += CHUNK) {
                    chunk(s, from, Math.min(orders, from + CHUNK), Math.max(MILLION, orders), openEvery);
                    s.execute("insert into confidentiality.party (number, appeal, appellant) select 'B' || i, appeal, person from b");
                    s.execute("drop table b");
                    bar.stepTo(Math.min(orders, from + CHUNK));
                }
            }
            s.execute("vacuum analyze");
        }
    }

    /** Rows that every version has had; what they were made of stays in the table {@code b}. */
    static void chunk(Statement s, long from, long to, long last, int openEvery) throws Exception {
        s.execute("""
                create temp table b as
                select i, uuidv7(-make_interval(secs => (%1$d - i) * 90)) as appeal, uuidv7() as person, uuidv7(-make_interval(secs => (%1$d - i) * 90)) as id,
                       now() - make_interval(secs => (%1$d - i) * 90) as at, i %% %2$d = 0 as open,
                       (select array_agg(code order by code) from directory.unit) as units
                from generate_series(%3$d, %4$d) i
                """.formatted(last, openEvery, from, to - 1));
        s.execute("""
                insert into citizens.appellant (id, name, phone, phone_hash)
                select person, decode(repeat('00', 40), 'hex'), decode(repeat('00', 40), 'hex'), sha256(convert_to('p' || (i % 400000), 'UTF8')) from b
                """);
        s.execute("""
                insert into intake.appeal (id, number, received_at, channel, appellant, kind, matter_class, place, location, happened_at, title,
                    content, wants, enterprise, secret, note, state, outcome, outcome_detail, officer_name, decided_at, origin, fingerprint, version, head)
                select appeal, 'B' || i, at, 'phone', person, 'livelihood', 'heat-cold', '210603', '示例小区' || i, '昨天', '室内温度只有15度',
                    '家里从供暖开始就没到过18度，老人在家很冷，希望来人测温。' || i, '', false, false, '', 'DECIDED', 'order', '{"type":"order"}', '坐席', at, 'bench',
                    decode(repeat('00', 32), 'hex'), 2, decode(repeat('00', 32), 'hex') from b
                """);
        s.execute("""
                insert into workorder.work_order (id, number, appeal, registered_at, state, edition, limit_class, lead_unit, dispatched_at,
                    receive_by, handle_by, received_at, report, reported_at, closed_at, version, head)
                select id, 'B' || i, appeal, at, case when open then 'IN_HAND' else 'CLOSED' end, 'dandong-2026', 'ordinary',
                    units[1 + i % array_length(units, 1)], at + interval '1 hour', at + interval '2 days',
                    case when open then now() + make_interval(hours => 24 + (i % 200)::int) else at + interval '9 days' end, at + interval '3 hours',
                    case when open then null else '{"leaderActed":"a","investigation":"b","resolution":"c","appellantSaid":"d","answeredAt":"2026-01-01T00:00:00Z","answeredHow":"e","done":true,"policyAnswer":false,"citation":null}' end,
                    case when open then null else at + interval '3 days' end, case when open then null else at + interval '4 days' end, 5, decode(repeat('00', 32), 'hex') from b
                """);
        s.execute("""
                insert into workorder.matter (order_id, title, content, kind, matter_class, place, location, happened_at)
                select id, '室内温度只有15度', '家里从供暖开始就没到过18度，老人在家很冷，希望来人测温。' || i, 'livelihood', 'heat-cold', '210603', '示例小区' || i, '昨天' from b
                """);
        s.execute("""
                insert into history.entry (subject_kind, subject_id, seq, at, actor_name, type, body, seal)
                select 'work_order', id, n, at, 'bench', 'Noted', '{"event":"Noted","text":"' || repeat('记录', 20) || '"}', decode(repeat('00', 32), 'hex')
                from b, generate_series(1, 5) n
                """);
    }
}
