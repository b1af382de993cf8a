package org.shouwen.notification;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.directory.UnitId;
import org.shouwen.identity.Identity;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A unit that has read all it was told, and an order that is dispatched to it. */
abstract class StaffNoticeStory extends BrowserTest {
    protected static final CurrentUser STAFF =
            new CurrentUser(UUID.randomUUID(), "notice-desk", "派单员甲", null, null, Set.of(Role.AGENT, Role.DISPATCHER));

    @Autowired
    StaffNotices notices;

    @Autowired
    LimitNotices limits;

    @Autowired
    StaffDelivery delivery;

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    protected CurrentUser desk;
    protected CurrentUser officer;

    @BeforeEach
    void nothing_new() {
        clock.set("2026-09-28T10:00");
        desk = demonstration("heating");
        officer = demonstration("heating-officer");
        delivery.run();
        jdbc.sql("delete from messages.staff_ways").update();
        for (CurrentUser p : List.of(desk, officer, demonstration("housing"))) {
            var all = notices.of(p, null, 1).items();
            if (!all.isEmpty()) notices.seen(p, all.getFirst().id());
        }
    }

    protected CurrentUser demonstration(String login) {
        return accounts.all().stream()
                .filter(a -> a.login().equals(login))
                .map(Account::signedIn)
                .findFirst()
                .orElseThrow();
    }

    protected List<String> fresh(CurrentUser person) {
        return notices.of(person, null, 50).items().stream()
                .filter(StaffNotices.Read::fresh)
                .map(r -> r.kind().name())
                .toList();
    }

    protected List<String> of(CurrentUser person, String number) {
        return notices.of(person, null, 50).items().stream()
                .filter(r -> r.order().equals(number))
                .map(r -> r.kind().name())
                .toList();
    }

    protected String dispatched(List<UnitId> assisting) {
        var appeal = AnAppeal.saying("家里只有十五度")
                .location("示例小区5号楼")
                .happenedAt("昨晚")
                .title("暖气不热")
                .by(Identity.UNNAMED);
        String number = intake.take(appeal, new Disposition.Ordered(null, null, null), Origin.of(STAFF, null), STAFF)
                .orThrow()
                .number();
        orders.act(number, new Command.Dispatch(new UnitId("heating"), assisting, "ordinary"), STAFF, null)
                .orThrow();
        return Objects.requireNonNull(number);
    }
}
