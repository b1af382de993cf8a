package org.shouwen.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Intake;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.NotFound;
import org.shouwen.simulation.Year;
import org.shouwen.workorder.Assignment;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrderBoard;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The policy and the one it replaced, for a small simulated year on top of which secrets are asked for, broken and allowed. */
@ShouwenTest
class YearOfSecretsTest {
    private static final Set<Role> DESK = Set.of(Role.AGENT, Role.DISPATCHER, Role.SUPERVISOR, Role.BUREAU);

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Autowired
    Parties parties;

    @Autowired
    Directory directory;

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    WorkOrderBoard board;

    private static CurrentUser person(String name, @Nullable String unit, Set<Role> roles) {
        return new CurrentUser(UUID.randomUUID(), name, name, unit, null, roles);
    }

    @Test
    void nobody_sees_more_than_before_and_the_parties_are_what_the_histories_say() throws Exception {
        assertThat(new Year(new Year.Size(1_200, 40, 7), beans, clock::set, _ -> {})
                        .run()
                        .findings())
                .isEmpty();
        int done = 0;
        SecretActs acts = new SecretActs(7, jdbc, intake, orders, clock);
        for (int i = 0; i < 150; i++) done += acts.one();
        assertThat(done).isGreaterThan(80);
        Comparison c = new Comparison(jdbc, owner, parties);
        assertThat(c.unlikeTheMigration(owner)).isEmpty();
        List<String> units = directory.units().stream().map(u -> u.id().code()).toList();
        c.lists(SecretActs.NAMES, units.subList(0, 12));
        c.wall(units);
        c.people();
        pages(c);
        assertThat(c.more).isEmpty();
        assertThat(c.less).allMatch(l -> l.contains(": appeal ") || l.contains(": beside appeal "));
        assertThat(beans.getBean(org.shouwen.history.Verification.class)
                        .verify(_ -> {})
                        .findings())
                .isEmpty();
    }

    private List<UnitId> above(UnitId unit) {
        return directory.above(unit);
    }

    /** Through the doors: every order for every person, of the platform by each name and of each unit, and what of it they see. */
    private void pages(Comparison c) {
        List<CurrentUser> people = new ArrayList<>();
        for (String name : SecretActs.NAMES) people.add(person(name, null, DESK));
        for (Unit u : directory.units())
            for (String name : List.of("王芳", "某人"))
                if (people.size() < 60)
                    people.add(person(name, u.id().code(), Set.of(Role.UNIT_DESK, Role.UNIT_LEADER)));
        for (String number : jdbc.sql("select number from workorder.work_order order by id desc limit 150")
                .query(String.class)
                .list()) {
            OrderPage raw = board.ofNumber(number).orElseThrow();
            OrderPage lead = raw.order() instanceof org.shouwen.workorder.WorkOrder.Joined j
                    ? board.ofNumber(j.lead()).orElseThrow()
                    : null;
            for (CurrentUser p : people) page(raw, lead, p, c);
        }
    }

    private void page(OrderPage raw, @Nullable OrderPage lead, CurrentUser p, Comparison c) {
        Assignment duty = raw.order().dutyOrNull();
        UnitId unit = p.unit();
        boolean there = unit == null
                ? !OldPolicy.accuses(raw.shield(), p.name())
                        && (lead == null || !OldPolicy.accuses(lead.shield(), p.name()))
                : duty != null && duty.concerns(unit);
        Set<String> before = new HashSet<>();
        if (there) {
            boolean closed = OldPolicy.closed(
                    raw.shield(),
                    unit,
                    unit == null ? List.of() : above(unit),
                    p.name(),
                    "",
                    duty == null ? null : duty.lead(),
                    duty == null ? List.of() : above(duty.lead()));
            before.add("order");
            if (!closed) before.addAll(Set.of("identity", "masks"));
            if (!closed || (duty != null && duty.lead().equals(unit) && !OldPolicy.accuses(raw.shield(), p.name())))
                before.add("files");
        }
        Set<String> now = new HashSet<>();
        try {
            OrderPage page = board.page(raw.number(), p);
            now.add("order");
            if (!board.identityWithheld(page, p)) now.addAll(Set.of("identity", "masks"));
            if (board.files(page, p)) now.add("files");
        } catch (NotFound e) {
            assertThat(now).isEmpty();
        }
        String who = p.name() + " of " + p.unitCode() + ": page " + raw.number() + " ";
        for (String field : now) if (!before.contains(field)) c.more.add(who + field);
        for (String field : before) if (!now.contains(field)) c.less.add(who + field);
        if (unit == null) assertThat(board.about(p, raw.number())).as(who).isEqualTo(!there);
        c.compared += 4;
    }
}
