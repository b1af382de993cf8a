package org.shouwen.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The policy and the one it replaced, for 10,000 random cases, in Java and in SQL: nobody sees more. */
@ShouwenTest
class RandomCasesTest {
    private static final List<String> NAMES = RandomCases.NAMES;
    private static final List<String> UNITS = RandomCases.UNITS;

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

    @Test
    void nobody_sees_more_than_before() {
        RandomCases random = new RandomCases(20261128);
        List<RandomCases.Case> all = random.cases(10_000);
        random.lay(all, template);
        PartiesOfBefore.fill(jdbc);
        Comparison c = new Comparison(jdbc, owner, parties);
        c.lists(NAMES, UNITS.subList(0, 2));
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
    private void java(List<RandomCases.Case> all, Comparison c) {
        for (RandomCases.Case one : all)
            for (String name : NAMES)
                for (String officer : List.of("", "赵铁柱"))
                    for (String unit : UNITS) {
                        UnitId u = new UnitId(unit);
                        UnitId lead = one.lead() == null ? null : new UnitId(one.lead());
                        boolean before = OldPolicy.closed(
                                one.kept(), u, above(u), name, officer, lead, lead == null ? List.of() : above(lead));
                        Set<String> names = new HashSet<>(Set.of(name));
                        names.add(officer);
                        boolean now = one.kept().withheldFrom(new Reader(u, above(u), names), unit(one.lead()));
                        if (before != now) (before ? c.more : c.less).add("java " + one);
                        c.compared++;
                    }
    }

    /** Where a unit has an order of its own the database withholds as the application does, but for the officer's name. */
    private void java_and_sql(List<RandomCases.Case> all, Comparison c) {
        for (String unit : UNITS) {
            Set<String> closed =
                    Set.copyOf(jdbc.sql("select number from intake.appeal where workorder.closed(id, :unit)")
                            .param("unit", unit)
                            .query(String.class)
                            .list());
            for (RandomCases.Case one : all) {
                boolean has = unit.equals(one.lead()) || one.assisting().contains(unit);
                if (!has) continue;
                Reader reader = new Reader(new UnitId(unit), above(new UnitId(unit)), Set.of());
                boolean java = one.kept().withheldFrom(reader, unit(one.lead()));
                assertThat(closed.contains(one.number())).as(unit + " " + one).isEqualTo(java);
                c.compared++;
            }
        }
    }
}
