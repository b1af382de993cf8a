package org.shouwen.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Plain JDBC that commits the same rows into the same tables, without the product: what the database itself can do. */
final class Raw implements Load.Client {
    private static final AtomicLong NUMBER = new AtomicLong();
    private static final byte[] SEAL = new byte[32];
    private static final String BODY =
            "{\"event\":\"Dispatched\",\"edition\":\"dandong-2026\",\"limitClass\":\"ordinary\",\"lead\":{\"code\":\"heating\"},\"assisting\":[]}";

    private final Connection connection;
    private final boolean whole;
    private final PreparedStatement appellant;
    private final PreparedStatement appeal;
    private final PreparedStatement history;
    private final PreparedStatement outbox;
    private final PreparedStatement order;
    private final PreparedStatement matter;
    private final PreparedStatement update;
    private final PreparedStatement select;

    /** @param whole a whole life of an order in five transactions; else one waiting web appeal in one */
    Raw(Connection connection, boolean whole) throws SQLException {
        this.connection = connection;
        this.whole = whole;
        connection.setAutoCommit(false);
        appellant = connection.prepareStatement(
                "insert into citizens.appellant (id, name, phone, phone_hash) values (?, ?, ?, ?)");
        appeal = connection.prepareStatement("""
                insert into intake.appeal (id, number, received_at, channel, appellant, kind, location, happened_at, title, content,
                    wants, enterprise, secret, note, state, outcome, officer_name, decided_at, origin, fingerprint, version, head, salt)
                values (?, ?, now(), 'web', ?, 'livelihood', '示例小区3号楼', '昨天', '室内温度只有15度',
                    '家里从供暖开始就没到过18度，老人在家很冷，希望来人测温。', '', false, false, '', ?, ?, ?, ?, 'portal', ?, 1, ?, repeat('x', 44))
                """);
        history = connection.prepareStatement("""
                insert into history.entry (subject_kind, subject_id, seq, at, actor_name, type, body, seal)
                values (?, ?, ?, now(), 'bench', 'Dispatched', ?, ?)
                """);
        outbox = connection.prepareStatement("""
                insert into messages.outbox (id, appellant, number, moment, args, text, created)
                values (?, ?, ?, 'RECEIVED', '{}', '您的诉求已收到。', now())
                """);
        order = connection.prepareStatement("""
                insert into workorder.work_order (id, number, appeal, registered_at, state, version, head)
                values (?, ?, ?, now(), 'REGISTERED', 1, ?)
                """);
        matter = connection.prepareStatement("""
                insert into workorder.matter (order_id, title, content, kind, location, happened_at, salt)
                values (?, '室内温度只有15度', '家里从供暖开始就没到过18度，老人在家很冷，希望来人测温。', 'livelihood', '示例小区3号楼', '昨天', repeat('x', 44))
                """);
        update = connection.prepareStatement("""
                update workorder.work_order set state = ?, edition = 'dandong-2026', limit_class = 'ordinary', lead_unit = 'heating',
                    dispatched_at = now(), receive_by = now() + interval '2 days', handle_by = now() + interval '9 days',
                    received_at = ?, report = ?, reported_at = ?, closed_at = ?, version = ?, head = ? where id = ? and version = ?
                """);
        select = connection.prepareStatement("select * from workorder.work_order where id = ? for no key update");
    }

    @Override
    public void once() throws SQLException {
        UUID id = uuid();
        UUID person = uuid();
        String number = "R%012d".formatted(NUMBER.incrementAndGet());
        taken(id, person, number);
        if (!whole) {
            connection.commit();
            return;
        }
        UUID orderId = uuid();
        run(order, orderId, number, id, SEAL);
        run(matter, orderId);
        run(history, "work_order", orderId, 1L, BODY, SEAL);
        connection.commit();
        Timestamp now = new Timestamp(System.nanoTime() / 1_000_000);
        step(orderId, person, number, "AWAITING_RECEIPT", 1, null, null, null, true);
        step(orderId, person, number, "IN_HAND", 2, now, null, null, false);
        step(orderId, person, number, "REPORTED", 3, now, now, null, false);
        step(orderId, person, number, "CLOSED", 4, now, now, now, true);
    }

    private void taken(UUID id, UUID person, String number) throws SQLException {
        byte[] sealed = new byte[40];
        byte[] hash = new byte[32];
        java.util.concurrent.ThreadLocalRandom.current().nextBytes(hash);
        run(appellant, person, sealed, sealed, hash);
        if (whole) run(appeal, id, number, person, "DECIDED", "order", "bench", new Timestamp(0), SEAL, SEAL);
        else run(appeal, id, number, person, "WAITING", null, null, null, SEAL, SEAL);
        run(history, "appeal", id, 1L, BODY, SEAL);
        if (whole) run(history, "appeal", id, 2L, BODY, SEAL);
        run(outbox, uuid(), person, number);
    }

    private void step(
            UUID id,
            UUID person,
            String number,
            String state,
            long version,
            @org.jspecify.annotations.Nullable Timestamp received,
            @org.jspecify.annotations.Nullable Timestamp reported,
            @org.jspecify.annotations.Nullable Timestamp closed,
            boolean told)
            throws SQLException {
        select.setObject(1, id);
        select.executeQuery().close();
        String report =
                reported == null ? null : "{\"leaderActed\":\"a\",\"investigation\":\"b\",\"resolution\":\"c\"}";
        run(update, state, received, report, reported, closed, version + 1, SEAL, id, version);
        run(history, "work_order", id, version + 1, BODY, SEAL);
        if (told) run(outbox, uuid(), person, number);
        connection.commit();
    }

    private static void run(PreparedStatement statement, @org.jspecify.annotations.Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
        statement.executeUpdate();
    }

    private static UUID uuid() {
        return com.github.f4b6a3.uuid.UuidCreator.getTimeOrderedEpoch();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
