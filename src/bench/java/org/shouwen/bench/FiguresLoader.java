package org.shouwen.bench;

import java.sql.Connection;
import java.sql.Statement;

/**
 * Fills a city with orders of some days until now whose histories can be counted: registered, dispatched, received, reported
 * and closed, one in twenty late, for 150 units. Their seals are not real. Whoever follows the journal is told that it has
 * done with them, as in a city that had them for years.
 */
final class FiguresLoader {
    private static final int CHUNK = 25_000;

    private FiguresLoader() {}

    /** @return orders a minute */
    static double load(City city, long orders, int days) throws Exception {
        long started = System.nanoTime();
        try (Connection c = city.connect();
                Statement s = c.createStatement()) {
            s.execute("set synchronous_commit = off");
            c.setAutoCommit(false);
            for (long from = 0; from < orders; from += CHUNK) {
                s.execute(Followers.DONE);
                chunk(s, from, Math.min(orders, from + CHUNK), orders, days);
                s.execute(Followers.DONE);
                c.commit();
            }
            c.setAutoCommit(true);
            Followers.settle(s);
        }
        double minutes = (System.nanoTime() - started) / 60e9;
        try (Connection c = city.connect();
                Statement s = c.createStatement()) {
            s.execute("vacuum analyze history.entry, workorder.work_order, workorder.matter, intake.appeal");
        }
        return orders / minutes;
    }

    private static void chunk(Statement s, long from, long to, long orders, int days) throws Exception {
        s.execute("""
                create temp table b as
                select i, uuidv7((at - now())::interval) as appeal, uuidv7() as person, uuidv7((at - now())::interval) as id, at,
                       'bench-' || lpad((i %% 150)::text, 3, '0') as unit, i %% 20 = 0 as late,
                       (array['heat-cold', 'heat-leak', 'heat-stop', 'heat-fee', 'heat-join'])[1 + (i / 150) %% 5] as class,
                       (array['210602', '210603', '210604', '210624', '210681', '210682'])[1 + (i / 7) %% 6] as place
                from (select i, date_trunc('hour', now()) - make_interval(secs => (%d - i) * (%d * 86400.0) / %d) as at
                      from generate_series(%d, %d) i) t
                """.formatted(orders, days, orders, from, to - 1));
        s.execute("""
                insert into intake.appeal (id, number, received_at, channel, appellant, kind, matter_class, place, location, happened_at, title,
                    content, wants, enterprise, secret, note, state, outcome, outcome_detail, officer_name, decided_at, origin, fingerprint, version, head)
                select appeal, 'F' || i, at, (array['phone', 'web', 'wechat'])[1 + i % 3], person, 'livelihood', class, place, '示例小区', '昨天', '室内温度只有15度',
                    '家里很冷', '', false, false, '', 'DECIDED', 'order', '{"type":"order"}', '坐席', at, 'bench',
                    decode(repeat('00', 32), 'hex'), 2, decode(repeat('00', 32), 'hex') from b
                """);
        s.execute("""
                insert into workorder.work_order (id, number, appeal, registered_at, state, edition, limit_class, lead_unit, dispatched_at,
                    receive_by, handle_by, received_at, reported_at, closed_at, version, head)
                select id, 'F' || i, appeal, at, 'CLOSED', 'dandong-2026', 'ordinary', unit, at + interval '1 hour', at + interval '2 days',
                    at + interval '9 days', at + interval '3 hours', at + interval '3 days', at + interval '4 days', 6, decode(repeat('00', 32), 'hex') from b
                """);
        s.execute("""
                insert into workorder.matter (order_id, title, content, kind, matter_class, place, location, happened_at)
                select id, '室内温度只有15度', '家里很冷', 'livelihood', class, place, '示例小区', '昨天' from b
                """);
        s.execute("""
                insert into history.entry (subject_kind, subject_id, seq, at, actor_name, type, body, seal)
                select 'appeal', appeal, 1, at, 'bench', 'Received', format('{"event":"Received","number":"F%s","channel":"phone","reference":null,"unit":null,"appellant":"%s","wordsDigest":"","v":1}', i, person), decode(repeat('00', 32), 'hex') from b
                union all
                select 'appeal', appeal, 2, at, 'bench', 'Decided', '{"event":"Decided","outcome":"order","code":null,"wordsDigest":"","outcomeDigest":"","v":1}', decode(repeat('00', 32), 'hex') from b
                """);
        s.execute("""
                insert into history.entry (subject_kind, subject_id, seq, at, actor_name, type, body, seal)
                select 'work_order', id, n, case n when 1 then at when 2 then at + interval '1 hour' when 3 then at + interval '3 hours' when 4 then at + interval '8 days' when 5 then at + interval '3 days' else at + interval '4 days' end,
                    'bench', (array['Registered', 'Dispatched', 'Received', 'HandlingOverdue', 'ReportedOutcome', 'Accepted'])[n],
                    case n when 1 then format('{"event":"Registered","number":"F%s","appeal":"%s","matterDigest":"","urgentKind":null,"secret":false,"accusedUnits":[],"accused":"","unclear":false,"v":1}', i, appeal)
                    when 2 then format('{"event":"Dispatched","edition":"dandong-2026","limitClass":"ordinary","lead":"%s","parts":[],"receipt":{"at":"2026-09-10T16:00:00Z","provisional":false},"handling":{"at":"2026-09-14T16:00:00Z","provisional":false},"v":1}', unit)
                    when 3 then '{"event":"Received","late":false,"v":1}'
                    when 4 then '{"event":"HandlingOverdue","since":"2026-09-14T16:00:00Z","v":1}'
                    when 5 then '{"event":"ReportedOutcome","report":{"leaderActed":"a","investigation":"b","resolution":"c","appellantSaid":"d","answeredAt":"2026-01-01T00:00:00Z","answeredHow":"e","done":true,"policyAnswer":false,"citation":null},"withoutParts":"","v":1}'
                    else '{"event":"Accepted","note":"","v":1}' end,
                    decode(repeat('00', 32), 'hex')
                from b, generate_series(1, 6) n where n <> 4 or late
                """);
        s.execute("drop table b");
    }
}
