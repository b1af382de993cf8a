package org.shouwen.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.history.StoredFormat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The policy and the one it replaced, for 10,000 random cases, in Java and in SQL: nobody sees more. */
@ShouwenTest
class RandomCasesTest {
    private static final int CASES = 10_000;
    private static final StoredFormat<Confidentiality> FORMAT = StoredFormat.of(Confidentiality.class);
    private static final List<String> NAMES = List.of("王芳", "赵铁柱", "钱冷淡", "欧阳小明", "芳", "");
    private static final List<String> UNITS = List.of("heating", "housing", "zhenxing", "police", "no-such-unit");
    private static final List<String> WORDS =
            List.of("", "", "", "供热站的赵铁柱", "王芳", "坐席钱冷淡；王芳", "欧阳小明和王某", "某人", "王芳芳");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate template;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Autowired
    Parties parties;

    @Autowired
    Directory directory;

    private record Case(
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

    private final Random random = new Random(20261128);

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private List<Case> cases() {
        List<Case> all = new ArrayList<>();
        List<String> leads = new ArrayList<>();
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
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

    private void lay(List<Case> all) {
        template.batchUpdate("""
            insert into intake.appeal (id, number, received_at, channel, appellant, kind, location, happened_at, title,
                content, wants, enterprise, secret, accused, note, state, outcome, order_number, officer_name, decided_at,
                unit, forgotten_at, origin, fingerprint, version, head)
            values (?, ?, now(), 'phone', gen_random_uuid(), 'complaint', '', '', '标题', '内容', '', false, ?, ?, '', 'DECIDED', ?, ?,
                '坐席', now(), ?, ?, 'test', '', 1, '')
            """, all, CASES, (ps, c) -> {
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
            """, ordered, CASES, (ps, c) -> {
            ps.setString(1, c.number);
            ps.setObject(2, c.appeal);
            ps.setString(3, c.joined != null ? "JOINED" : c.lead == null ? "REGISTERED" : "IN_HAND");
            ps.setString(4, c.lead);
            ps.setString(5, "{" + String.join(",", c.assisting) + "}");
            ps.setString(6, c.joined);
            ps.setString(7, c.kept.equals(Confidentiality.NONE) ? null : FORMAT.write(c.kept));
        });
    }

    @Test
    void nobody_sees_more_than_before() {
        List<Case> all = cases();
        lay(all);
        PartiesOfBefore.fill(jdbc);
        Comparison c = new Comparison(jdbc, owner, parties);
        c.lists(NAMES, UNITS);
        c.wall(UNITS);
        c.people();
        java(all, c);
        java_and_sql(all, c);
        assertThat(c.more).isEmpty();
        assertThat(c.less)
                .as("a unit's person who is named in the order that an appeal became or goes with, at another unit")
                .allMatch(l -> l.matches("(heating|housing|zhenxing|police) .+: (beside )?appeal R-\\d+"));
        assertThat(c.compared).isGreaterThan(300_000);
    }

    private List<UnitId> above(UnitId unit) {
        return directory.unit(unit).isEmpty() ? List.of() : directory.above(unit);
    }

    private @Nullable Reader unit(@Nullable String code) {
        return code == null ? null : new Reader(new UnitId(code), above(new UnitId(code)), Set.of());
    }

    /** The same record and the same person, by the old rule and by the new one. */
    private void java(List<Case> all, Comparison c) {
        for (Case one : all)
            for (String name : NAMES)
                for (String officer : List.of("", "赵铁柱"))
                    for (String unit : UNITS) {
                        UnitId u = new UnitId(unit);
                        UnitId lead = one.lead == null ? null : new UnitId(one.lead);
                        boolean before = OldPolicy.closed(
                                one.kept, u, above(u), name, officer, lead, lead == null ? List.of() : above(lead));
                        Set<String> names = new HashSet<>(Set.of(name));
                        names.add(officer);
                        boolean now = one.kept.withheldFrom(new Reader(u, above(u), names), unit(one.lead));
                        if (before != now) (before ? c.more : c.less).add("java " + one);
                        c.compared++;
                    }
    }

    /** Where a unit has an order of its own the database withholds as the application does, but for the officer's name. */
    private void java_and_sql(List<Case> all, Comparison c) {
        for (String unit : UNITS) {
            Set<String> closed = Set.copyOf(jdbc.sql("select number from intake.appeal where workorder.closed(id, :unit)")
                    .param("unit", unit)
                    .query(String.class)
                    .list());
            for (Case one : all) {
                boolean has = unit.equals(one.lead) || one.assisting.contains(unit);
                if (!has) continue;
                Reader reader = new Reader(new UnitId(unit), above(new UnitId(unit)), Set.of());
                boolean java = one.kept.withheldFrom(reader, unit(one.lead));
                assertThat(closed.contains(one.number)).as(unit + " " + one).isEqualTo(java);
                c.compared++;
            }
        }
    }
}
