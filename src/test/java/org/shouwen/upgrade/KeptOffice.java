package org.shouwen.upgrade;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouwen.access.Role;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.accounts.Grants;
import org.shouwen.accounts.SecondFactor;
import org.shouwen.accounts.StaffResidences;
import org.shouwen.appeal.Appeals;
import org.shouwen.calendar.SpecialDay;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.calendar.YearCalendar;
import org.shouwen.desk.Drafts;
import org.shouwen.desk.Searches;
import org.shouwen.directory.Directory;
import org.shouwen.directory.DutyEntry;
import org.shouwen.directory.Unit;
import org.shouwen.directory.Units;
import org.shouwen.history.Actor;
import org.shouwen.identity.DisclosureLog;
import org.shouwen.identity.Vault;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Templates;
import org.shouwen.regulation.Adoptions;
import org.shouwen.workorder.Command;

/** What administrators do, who looked at an identity, and forms half typed. */
final class KeptOffice {
    private final KeptActs acts;

    KeptOffice(KeptActs acts) {
        this.acts = acts;
    }

    void all() {
        adopt();
        administrate();
        city();
        look();
    }

    private void adopt() {
        Adoptions a = acts.bean(Adoptions.class);
        for (var p : a.proposals()) {
            a.ask(p.edition().id(), p.sha256(), acts.as("admin").actor());
            acts.pass(Duration.ofMinutes(2));
        }
        boolean adopt = true;
        for (var p : a.proposals()) {
            if (p.adoption() != null)
                a.decide(p.adoption().id(), adopt, acts.as("bureau").actor());
            adopt = false;
        }
    }

    private void administrate() {
        Accounts a = acts.bean(Accounts.class);
        CurrentUser admin = acts.as("admin");
        CurrentUser security = acts.as("security");
        Account made = a.ask("example", "吴示例", null, Set.of(Role.DISPATCHER), admin.actor())
                .account();
        for (var g : acts.bean(Grants.class).waiting()) acts.bean(Grants.class).decide(g.id(), true, security);
        a.change(
                a.get(made.id())
                        .with(
                                "吴示例二",
                                null,
                                Set.of(Role.SUPERVISOR),
                                true,
                                a.get(made.id()).version()),
                admin.actor());
        for (var g : acts.bean(Grants.class).waiting()) acts.bean(Grants.class).decide(g.id(), false, security);
        a.revokeTokens(made.id(), admin.actor());
        a.askToken("example", Set.of(Role.AGENT), null, admin.actor());
        a.askPassword(made.id(), admin.actor());
        acts.bean(StaffResidences.class).note(acts.as("agent").account(), "七道街道", security);
        acts.bean(SecondFactor.class).begin(acts.as("mayor"));
        acts.bean(Templates.class)
                .keep(NotificationType.RECEIVED, Templates.Way.PORTAL, "已收到，编号{number}。", admin.actor());
    }

    /** Units, sections and duties as they change, and a calendar that is published while limits wait for it. */
    private void city() {
        Units units = acts.bean(Units.class);
        Actor admin = acts.as("admin").actor();
        Unit u = acts.bean(Directory.class).unit(KeptActs.HOUSING).orElseThrow();
        units.change(
                new Unit(
                        u.id(),
                        u.name(),
                        u.kind(),
                        u.head(),
                        u.leaderInCharge(),
                        "示例受理室",
                        u.phone(),
                        true,
                        u.version()),
                admin);
        units.removeSection(u.id(), units.addSection(u.id(), "示例二科", admin).id(), admin);
        DutyEntry duty = new DutyEntry("traffic-bus", "210603", KeptActs.HOUSING);
        units.addDuty(duty, admin);
        units.removeDuty(duty, admin);
        units.rule(duty, "示例编办〔2026〕8号", admin);
        int year = acts.today().getYear();
        acts.bean(WorkCalendar.class)
                .load(
                        new YearCalendar(
                                year,
                                "示例通知",
                                List.of(new SpecialDay(acts.today().plusDays(3), false, "示例假日"))),
                        admin);
    }

    private void look() {
        String number = acts.dispatched("示例查看身份");
        CurrentUser agent = acts.as("agent");
        var appeal = acts.bean(Appeals.class).get(number);
        acts.bean(Vault.class).look(appeal.appellant(), agent, "192.0.2.8", "回电核实");
        DisclosureLog looks = acts.bean(DisclosureLog.class);
        looks.of(appeal.appellant())
                .forEach(l -> looks.check(appeal.appellant(), l.seq(), "确为回电", acts.as("security")));
        acts.bean(Searches.class).record("key-of-a-number", List.of(appeal), agent);
        acts.act(number, "heating", new Command.Receive());
    }

    /** Forms that were typed and not sent, one in each place; fields by their names. */
    Map<UUID, Map<String, String>> drafts() {
        Drafts drafts = acts.bean(Drafts.class);
        UUID agent = acts.as("agent").account();
        Map<UUID, Map<String, String>> kept = new LinkedHashMap<>();
        for (Drafts.Place place : List.of(Drafts.Place.ASIDE, Drafts.Place.CLEARED, Drafts.Place.OPEN)) {
            UUID key = UUID.nameUUIDFromBytes(place.name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Map<String, String> form = new LinkedHashMap<>(Map.of(
                    "key",
                    key.toString(),
                    "subject",
                    "",
                    "typedAt",
                    "" + acts.now().toEpochMilli(),
                    "name",
                    "郑示例",
                    "phone",
                    "13800009999",
                    "content",
                    "还没有写完的" + place));
            drafts.put(agent, form, place);
            kept.put(key, form);
        }
        return kept;
    }
}
