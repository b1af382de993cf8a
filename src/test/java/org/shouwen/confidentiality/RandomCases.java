package org.shouwen.confidentiality;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.history.StoredFormat;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cases as they may stand in the tables: orders alone and under others, reminders, secrets, permissions, forgotten people. */
final class RandomCases {
    private static final StoredFormat<Confidentiality> FORMAT = StoredFormat.of(Confidentiality.class);
    static final List<String> NAMES = List.of("王芳", "赵铁柱", "钱冷淡", "欧阳小明", "芳", "");
    static final List<String> UNITS = List.of("heating", "housing", "zhenxing", "police", "no-such-unit");
    private static final List<String> WORDS = List.of("", "", "", "供热站的赵铁柱", "王芳", "坐席钱冷淡；王芳", "欧阳小明和王某", "某人", "王芳芳");

    record Case(
            UUID appeal,
            String number,
            String outcome,
            @Nullable String order,
            @Nullable String joined,
            boolean secret,
            String said,
            Confidentiality kept,
            @Nullable String lead,
            List<String> assisting,
            @Nullable String asked,
            boolean forgotten) {
        boolean ordered() {
            return outcome.equals("order") || outcome.equals("joined");
        }
    }

    private final Random random;

    RandomCases(long seed) {
        random = new Random(seed);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    List<Case> cases(int most) {
        List<Case> all = new ArrayList<>();
        List<String> leads = new ArrayList<>();
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            String number = "R-%05d".formatted(i);
            int what = leads.isEmpty() ? 0 : random.nextInt(10);
            String outcome = what < 5 ? "order" : what < 7 ? "joined" : what < 9 ? "reminder" : "answered";
            String joined = outcome.equals("joined") ? any(leads) : null;
            boolean ordered = outcome.equals("order") || outcome.equals("joined");
            String order = ordered ? number : outcome.equals("reminder") ? any(orders) : null;
            if (outcome.equals("order")) leads.add(number);
            if (ordered) orders.add(number);
            boolean secret = one(6);
            String said = any(WORDS);
            // an order keeps what its appeal asked for, and more; nobody takes secrecy back
            boolean keeps = ordered && (secret || !said.isEmpty() || one(3));
            Confidentiality kept = keeps ? kept(secret, said) : Confidentiality.NONE;
            boolean dispatched = outcome.equals("order") && !one(4);
            all.add(new Case(
                    UuidCreator.getTimeOrderedEpoch(),
                    number,
                    outcome,
                    order,
                    joined,
                    secret,
                    said,
                    kept,
                    dispatched ? any(UNITS.subList(0, 4)) : null,
                    dispatched && one(3) ? List.of(any(UNITS.subList(0, 4))) : List.of(),
                    one(5) ? any(UNITS.subList(0, 4)) : null,
                    one(20)));
        }
        return all;
    }

    private Confidentiality kept(boolean secret, String said) {
        Set<UnitId> units = new HashSet<>();
        while (one(3)) units.add(new UnitId(any(UNITS.subList(0, 4))));
        String words = said.isEmpty() || one(5) ? any(WORDS) : said;
        boolean unclear = one(4) || (!said.isEmpty() && units.isEmpty() && words.isEmpty());
        Instant at = one(4) ? Instant.parse("2026-11-01T00:00:00Z") : null;
        Confidentiality kept =
                new Confidentiality(secret || one(8), List.copyOf(units), words, at, one(5) ? at : null, unclear);
        // nobody is asked for a permission where there is nothing to be kept
        return kept.any() ? kept : Confidentiality.NONE;
    }

    void lay(List<Case> all, JdbcTemplate template) {
        template.batchUpdate("""
            insert into intake.appeal (id, number, received_at, channel, appellant, kind, location, happened_at, title,
                content, wants, enterprise, secret, accused, note, state, outcome, order_number, officer_name, decided_at,
                unit, forgotten_at, origin, fingerprint, version, head)
            values (?, ?, now(), 'phone', gen_random_uuid(), 'complaint', '', '', '标题', '内容', '', false, ?, ?, '', 'DECIDED', ?, ?,
                '坐席', now(), ?, ?, 'test', '', 1, '')
            """, all, 1_000, (ps, c) -> {
            ps.setObject(1, c.appeal);
            ps.setString(2, c.number);
            ps.setBoolean(3, c.secret);
            ps.setString(4, c.said);
            ps.setString(5, c.outcome);
            ps.setString(6, c.order);
            ps.setString(7, c.asked);
            ps.setTimestamp(8, c.forgotten ? Timestamp.from(Instant.EPOCH) : null);
        });
        List<Case> ordered = all.stream().filter(Case::ordered).toList();
        template.batchUpdate("""
            insert into workorder.work_order (id, number, appeal, registered_at, state, lead_unit, assisting, joined_to, shield,
                version, head)
            values (gen_random_uuid(), ?, ?, now(), ?, ?, cast(? as text[]), ?, ?, 1, '')
            """, ordered, 1_000, (ps, c) -> {
            ps.setString(1, c.number);
            ps.setObject(2, c.appeal);
            ps.setString(3, c.joined != null ? "JOINED" : c.lead == null ? "REGISTERED" : "IN_HAND");
            ps.setString(4, c.lead);
            ps.setString(5, "{" + String.join(",", c.assisting) + "}");
            ps.setString(6, c.joined);
            ps.setString(7, c.kept.equals(Confidentiality.NONE) ? null : FORMAT.write(c.kept));
        });
    }
}
