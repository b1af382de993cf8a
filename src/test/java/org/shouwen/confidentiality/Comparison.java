package org.shouwen.confidentiality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds the policy against {@link OldPolicy} for all that is in the database: what is seen that was not, and the other way. */
final class Comparison {
    private final JdbcClient jdbc;
    private final Parties parties;

    /** What somebody sees now and did not before. Nothing may ever stand here. */
    final Set<String> more = new TreeSet<>();

    /** What somebody saw before and does not now; each is explained in decision 41. */
    final Set<String> less = new TreeSet<>();

    /** How many answers were compared. */
    long compared;

    Comparison(JdbcClient jdbc, DataSource owner, Parties parties) {
        this.jdbc = jdbc;
        this.parties = parties;
        JdbcTemplate asOwner = new JdbcTemplate(owner);
        asOwner.execute("drop schema if exists oracle cascade");
        asOwner.execute(OldPolicy.WALL);
        asOwner.execute("grant usage on schema oracle to shouwen_app, shouwen_unit");
    }

    /** Every list, in the application's role and in every unit's. */
    void lists(Collection<String> names, Collection<String> units) {
        long orders = count("workorder.work_order");
        long appeals = count("intake.appeal");
        for (String name : names) {
            lists("platform", name);
            compared += 2 * orders + 2 * appeals;
            for (String unit : units) UnitScope.within(unit, () -> lists(unit, name));
        }
    }

    private void lists(String as, String name) {
        String who = as + " " + name + ": ";
        // for people of a unit orders are not told apart by their name: see ConflictOfInterest.reader
        String reader = as.equals("platform") ? name : "";
        compare(
                who + "order ",
                "workorder.work_order w",
                "w.number",
                OldPolicy.ORDER,
                ConflictOfInterest.order("w.number"),
                reader);
        compare(
                who + "beside order ",
                "workorder.work_order o",
                "o.number",
                OldPolicy.order("o.number"),
                ConflictOfInterest.order("o.number"),
                reader);
        compare(
                who + "appeal ",
                "intake.appeal a",
                "a.number",
                OldPolicy.APPEAL,
                ConflictOfInterest.appeal("a.number"),
                name);
        compare(
                who + "beside appeal ",
                "intake.appeal b",
                "b.number",
                OldPolicy.appeal("b.number"),
                ConflictOfInterest.appeal("b.number"),
                name);
    }

    private void compare(String what, String from, String number, String before, String now, String name) {
        List<Map<String, Object>> unlike = jdbc.sql("select * from (select " + number + " as number, (" + before
                        + ") as before, (" + now + ") as now from " + from + ") c where before <> now")
                .param("reader", name.codePointCount(0, name.length()) < 2 ? "" : name)
                .query()
                .listOfRows();
        for (Map<String, Object> row : unlike)
            (Boolean.TRUE.equals(row.get("now")) ? more : less).add(what + row.get("number"));
    }

    /** The rule under row-level security: of every appeal for every unit. */
    void wall(Collection<String> units) {
        for (String unit : units) {
            for (Map<String, Object> row :
                    jdbc.sql("""
                            select * from (select number, oracle.closed(id, :unit) as before, workorder.closed(id, :unit) as now
                                from intake.appeal) c where before <> now
                            """).param("unit", unit).query().listOfRows())
                (Boolean.TRUE.equals(row.get("now")) ? less : more).add(unit + ": wall " + row.get("number"));
            compared += count("intake.appeal");
        }
    }

    private record Case(UUID appeal, String number, boolean kept) {}

    /** Who is told, whose names are taken out, and what is kept from units that took it. */
    void people() {
        List<Case> all = jdbc.sql("""
                        select a.id, a.number, a.secret or a.accused <> '' or w.shield is not null as kept
                        from intake.appeal a left join workorder.work_order w on w.appeal = a.id
                        """)
                .query((rs, _) -> new Case(rs.getObject(1, UUID.class), rs.getString(2), rs.getBoolean(3)))
                .list();
        Set<String> forgotten = Set.copyOf(jdbc.sql("select number from intake.appeal where forgotten_at is not null")
                .query(String.class)
                .list());
        Set<String> kept = parties.kept(all.stream().map(Case::number).toList());
        for (Case c : all) {
            if (c.kept && !kept.contains(c.number)) more.add("taken by a unit: " + c.number);
            if (!c.kept && kept.contains(c.number)) less.add("taken by a unit: " + c.number);
            compared++;
        }
        for (Case c : all) {
            if (!parties.find(c.number)
                    .map(p -> p.part() != Party.Part.REMINDER)
                    .orElse(false)) continue;
            List<Party> now = parties.of(List.of(c.number));
            Set<String> told = new TreeSet<>();
            now.stream().filter(p -> p.of(c.number)).forEach(p -> told.add(p.number()));
            Set<String> before = new TreeSet<>(query(OldPolicy.TOLD, c, "told"));
            differ("told of " + c.number, before, told, forgotten);
            Set<String> unnamed = new TreeSet<>();
            now.forEach(
                    p -> unnamed.add(p.number() + " " + (p.kept() && !p.number().equals(c.number))));
            Set<String> unnamedBefore = new TreeSet<>(query(OldPolicy.UNNAMED, c, "unnamed"));
            unnamedBefore.removeIf(n -> forgotten.contains(n.substring(0, n.indexOf(' '))));
            // whose name stays in what is written would be seen: fewer people here would be more for the reader
            for (String n : unnamedBefore)
                if (!unnamed.contains(n) && !unnamed.contains(n.replace(" false", " true")))
                    more.add("unnamed in " + c.number + " " + n);
            for (String n : unnamed) if (!unnamedBefore.contains(n)) less.add("unnamed in " + c.number + " " + n);
            compared += 2;
        }
    }

    private List<String> query(String sql, Case c, String what) {
        var query = jdbc.sql(sql).param("appeal", c.appeal).param("order", c.number);
        return what.equals("told")
                ? query.query(String.class).list()
                : query.query((rs, _) -> rs.getString(1) + " " + rs.getBoolean(2))
                        .list();
    }

    private void differ(String what, Set<String> before, Set<String> now, Set<String> forgotten) {
        Set<String> gained = new HashSet<>(now);
        gained.removeAll(before);
        gained.forEach(n -> more.add(what + " " + n));
        Set<String> lost = new HashSet<>(before);
        lost.removeAll(now);
        lost.removeAll(forgotten); // nobody is told who is forgotten
        lost.forEach(n -> less.add(what + " " + n));
    }

    /** What the writers have written must be what the migration would make of the same rows. */
    List<String> unlikeTheMigration(DataSource owner) {
        JdbcTemplate asOwner = new JdbcTemplate(owner);
        asOwner.execute("drop table if exists oracle.party");
        asOwner.execute("create table oracle.party (like confidentiality.party including all)");
        asOwner.execute(PartiesOfBefore.migration().replace("confidentiality.party", "oracle.party"));
        List<String> unlike = new ArrayList<>(asOwner.queryForList("""
            select 'written ' || w::text from (select * from confidentiality.party except select * from oracle.party) w
            union all
            select 'migrated ' || m::text from (select * from oracle.party except select * from confidentiality.party) m
            """, String.class));
        return unlike;
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
