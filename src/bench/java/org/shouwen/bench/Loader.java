package org.shouwen.bench;

import java.sql.Connection;
import java.sql.Statement;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Fills the city with orders of the last three years, spread over all units: one in so many is still open, as every other one of the newest. */
final class Loader {
    private static final int CHUNK = 50_000;

    /** The newest is of now from so many on, and each is ninety seconds older than the next; of more, all are of these three years. */
    private static final long MILLION = 1_000_000;

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
                c.setAutoCommit(false);
                for (long from = there; from < orders; from += CHUNK) {
                    s.execute(Followers.DONE);
                    chunk(s, from, Math.min(orders, from + CHUNK), orders, openEvery);
                    s.execute("insert into confidentiality.party (number, appeal, appellant) select 'B' || i, appeal, person from b");
                    s.execute("drop table b");
                    s.execute(Followers.DONE);
                    c.commit();
                    bar.stepTo(Math.min(orders, from + CHUNK));
                }
            }
            c.setAutoCommit(true);
            Followers.settle(s);
            s.execute("vacuum analyze");
        }
    }

    /**
     * Rows that every version has had; what they were made of stays in the table {@code b}. Units take turns, at the open
     * ones too. A city's open orders are among its newest: they lie where the newest rows lie.
     */
    static void chunk(Statement s, long from, long to, long orders, int openEvery) throws Exception {
        long last = Math.max(MILLION, orders);
        int step = Math.min(2, openEvery);
        long firstOpen = orders - orders / openEvery * step;
        s.execute("""
                create temp table b as
                select i, case when open then i / %2$d else i end as turn, uuidv7(-ago) as appeal, uuidv7() as person, uuidv7(-ago) as id,
                       now() - ago as at, open, now() + make_interval(hours => 24 + (i %% 200)::int) as due,
                       (select array_agg(code order by code) from directory.unit) as units
                from (select i, make_interval(secs => (%1$d - i) * %5$s) as ago, i >= %6$d and i %% %2$d = 0 as open from generate_series(%3$d, %4$d) i) j
                """.formatted(last, step, from, to - 1, 90.0 * MILLION / last, firstOpen));
        fill(s);
    }

    /** So many open orders whose limit passes in three seconds; numbers from {@code first} on. */
    static void due(Statement s, long first, int orders) throws Exception {
        s.execute("""
                create temp table b as
                select i, i as turn, uuidv7(interval '-2 days') as appeal, uuidv7() as person, uuidv7(interval '-2 days') as id,
                       now() - interval '2 days' as at, true as open, now() + interval '3 seconds' as due,
                       (select array_agg(code order by code) from directory.unit) as units
                from generate_series(%d, %d) i
                """.formatted(first, first + orders - 1));
        fill(s);
        s.execute("drop table b");
    }

    private static void fill(Statement s) throws Exception {
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
                    units[1 + turn % array_length(units, 1)], at + interval '1 hour', at + interval '2 days',
                    case when open then due else at + interval '9 days' end, at + interval '3 hours',
                    case when open then null else '{"leaderActed":"a","investigation":"b","resolution":"c","appellantSaid":"d","answeredAt":"2026-01-01T00:00:00Z","answeredHow":"e","done":true,"policyAnswer":false,"citation":null}' end,
                    case when open then null else at + interval '3 days' end, case when open then null else at + interval '4 days' end, case when open then 3 else 5 end, decode(repeat('00', 32), 'hex') from b
                """);
        s.execute("""
                insert into workorder.matter (order_id, title, content, kind, matter_class, place, location, happened_at)
                select id, '室内温度只有15度', '家里从供暖开始就没到过18度，老人在家很冷，希望来人测温。' || i, 'livelihood', 'heat-cold', '210603', '示例小区' || i, '昨天' from b
                """);
        // an open order is held against its history before its limits move
        s.execute("""
                insert into history.entry (subject_kind, subject_id, seq, at, actor_name, type, body, seal)
                select 'appeal', appeal, 1, at, 'bench', 'Received', format('{"event":"Received","number":"B%s","channel":"phone","reference":null,"unit":null,"appellant":"%s","wordsDigest":"","v":1}', i, person), decode(repeat('00', 32), 'hex')
                from b
                union all
                select 'appeal', appeal, 2, at, 'bench', 'Decided', '{"event":"Decided","outcome":"order","code":null,"wordsDigest":"","outcomeDigest":"","v":1}', decode(repeat('00', 32), 'hex')
                from b
                """);
        s.execute("""
                insert into history.entry (subject_kind, subject_id, seq, at, actor_name, type, body, seal)
                select 'work_order', id, n, case n when 2 then at + interval '1 hour' when 3 then at + interval '3 hours' when 4 then at + interval '3 days' when 5 then at + interval '4 days' else at end, 'bench',
                    (array['Registered', 'Dispatched', 'Received', 'ReportedOutcome', 'Accepted'])[n],
                    case n when 1 then format('{"event":"Registered","number":"B%s","appeal":"%s","matterDigest":"","urgentKind":null,"secret":false,"accusedUnits":[],"accused":"","unclear":false,"v":1}', i, appeal)
                    when 2 then format('{"event":"Dispatched","edition":"dandong-2026","limitClass":"ordinary","lead":"%s","parts":[],"receipt":{"at":"%s","provisional":false},"handling":{"at":"%s","provisional":false},"v":1}',
                        units[1 + turn % array_length(units, 1)], to_char(at at time zone 'UTC' + interval '2 days', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                        to_char(due at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
                    when 3 then '{"event":"Received","late":false,"v":1}'
                    when 4 then '{"event":"ReportedOutcome","report":{"leaderActed":"a","investigation":"b","resolution":"c","appellantSaid":"d","answeredAt":"2026-01-01T00:00:00Z","answeredHow":"e","done":true,"policyAnswer":false,"citation":null},"withoutParts":"","v":1}'
                    else '{"event":"Accepted","note":"","v":1}' end,
                    decode(repeat('00', 32), 'hex')
                from b, generate_series(1, 5) n where n < 4 or not open
                """);
    }
}
