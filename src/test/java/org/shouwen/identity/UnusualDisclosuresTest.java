package org.shouwen.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.accounts.StaffResidences;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.history.Actor;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.UnusualDisclosures.Mark;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.springframework.beans.factory.annotation.Autowired;

/** Looks at identities that somebody should be asked about (Art. 21). */
class UnusualDisclosuresTest extends BrowserTest {
    private static final CurrentUser SECURITY =
            new CurrentUser(UUID.randomUUID(), "s", "安全", null, null, Set.of(Role.SECURITY));
    private static final Instant NOON = Instant.parse("2026-09-01T04:00:00Z");

    @Autowired
    Accounts accounts;

    @Autowired
    StaffResidences homes;

    @Autowired
    Directory directory;

    @Autowired
    Intake intake;

    @Autowired
    DisclosureLog ledger;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TestClock clock;

    private static DisclosureLog.Look look(UUID appellant, Actor by, Instant at) {
        return new DisclosureLog.Look(appellant, 1, at, by, "10.0.0.7", "核实", null);
    }

    private static Set<Mark> marks(DisclosureLog.Look look, Map<UUID, UnusualDisclosures.Matter> matters) {
        return UnusualDisclosures.of(List.of(look), matters, (_, place) -> place.equals("here"))
                .getFirst()
                .marks();
    }

    @Test
    void what_is_unusual_and_what_is_not() {
        UUID who = UUID.randomUUID();
        Actor by = new Actor(UUID.randomUUID(), "某", null);
        assertThat(marks(look(who, by, NOON), Map.of())).isEmpty();
        assertThat(marks(look(who, by, NOON), Map.of(who, new UnusualDisclosures.Matter("1", "there", null))))
                .isEmpty();
        assertThat(marks(
                        look(who, by, NOON),
                        Map.of(who, new UnusualDisclosures.Matter("1", "there", NOON.plusSeconds(1)))))
                .as("it was closed after the look")
                .isEmpty();
        assertThat(marks(
                        look(who, by, NOON),
                        Map.of(who, new UnusualDisclosures.Matter("1", null, NOON.minusSeconds(1)))))
                .containsExactly(Mark.CLOSED);
        assertThat(marks(look(who, by, NOON), Map.of(who, new UnusualDisclosures.Matter("1", "here", null))))
                .containsExactly(Mark.NEIGHBOUR);
        assertThat(marks(look(who, by, Instant.parse("2026-09-01T13:59:59Z")), Map.of()))
                .isEmpty();
        assertThat(marks(look(who, by, Instant.parse("2026-09-01T14:00:00Z")), Map.of()))
                .containsExactly(Mark.NIGHT);
        assertThat(marks(look(who, by, Instant.parse("2026-08-31T22:00:00Z")), Map.of()))
                .isEmpty();

        List<DisclosureLog.Look> looks = new ArrayList<>();
        for (int i = 0; i < UnusualDisclosures.MANY - 1; i++) looks.add(look(UUID.randomUUID(), by, NOON));
        assertThat(UnusualDisclosures.of(looks, Map.of(), (_, _) -> false))
                .allMatch(m -> m.marks().isEmpty());
        looks.add(look(UUID.randomUUID(), by, NOON));
        assertThat(UnusualDisclosures.of(looks, Map.of(), (_, _) -> false))
                .allMatch(m -> m.marks().equals(Set.of(Mark.MANY)));
        List<DisclosureLog.Look> same = java.util.Collections.nCopies(4, look(who, by, NOON));
        assertThat(UnusualDisclosures.of(same, Map.of(), (_, _) -> false))
                .allMatch(m -> m.marks().equals(Set.of(Mark.AGAIN)));
    }

    @Test
    void a_late_look_at_a_neighbour_whose_matter_is_done_stands_out_on_the_ledger() {
        Place town = directory
                .placesUnder(directory.placesUnder(null).getFirst().code())
                .getFirst();
        Place village = directory.placesUnder(town.code()).getFirst();
        clock.set("2026-11-24T10:00");
        String number = intake.submit(
                        AnAppeal.saying("路灯坏了，请维修")
                                .channel("web")
                                .place(village.code())
                                .location("某小区")
                                .happenedAt("昨天")
                                .by(Identity.of("何丽", "13811117711", "", null)),
                        Origin.portal(null),
                        Actor.APPELLANT)
                .number();
        CurrentUser agent = accounts.byLogin("agent").orElseThrow().signedIn();
        intake.decide(number, new Disposition.Answered("已经报修，明天处理"), null, agent, null)
                .orThrow();

        Page security = as("security");
        security.navigate("/grants");
        security.click("summary:has-text('住址')");
        Locator row = security.locator("tr", new Page.LocatorOptions().setHasText("坐席 示例"));
        row.locator("[name=home]").fill("天上人间");
        row.locator("button:has-text('保存')").click();
        assertThat(security.locator(".sw-error")).containsText("地名库");
        assertThat(row.locator("[name=home]")).hasValue("天上人间");
        row.locator("[name=home]").fill(town.fullName());
        row.locator("button:has-text('保存')").click();
        security.click("summary:has-text('住址')");
        shot(security, "grants-homes");
        assertThat(row.locator("[name=home]")).hasValue(town.fullName());

        clock.set("2026-11-24T23:10");
        Page page = as("agent");
        page.navigate("/appeals/" + number);
        page.click("text=查看完整信息");
        page.fill("form[action$='/looks'] [name=why]", "回电");
        page.click("form[action$='/looks'] button");
        security.navigate("/looks");
        Locator looked = security.locator("tr", new Page.LocatorOptions().setHasText("回电"));
        assertThat(looked).containsText(number);
        assertThat(looked).containsText("127.0.0.1");
        assertThat(looked.locator(".sw-mark")).containsText(new String[] {"夜间", "办结以后", "对邻里"});
        shot(security, "looks-marked");

        looked.locator("[name=words]").fill("   ");
        looked.locator("button").click();
        assertThat(looked.locator(".sw-error")).isVisible();
        looked.locator("[name=words]").fill("值夜班，来电人要求当晚回电");
        looked.locator("button").click();
        assertThat(security.locator("main")).containsText("没有待核实的异常查看");
        security.click(".sw-tabs a:has-text('已核实')");
        assertThat(looked).containsText("值夜班");
        shot(security, "looks-checked");
        Page auditor = as("auditor");
        auditor.navigate("/looks?tab=all");
        assertThat(auditor.locator("tr", new Page.LocatorOptions().setHasText("回电")))
                .containsText("值夜班");
        assertThat(auditor.locator("[name=words]")).hasCount(0);
        DisclosureLog.Look look =
                ledger.since(clock.instant().minus(Duration.ofDays(1)), 10).getFirst();
        assertThatThrownBy(() -> ledger.check(look.appellant(), look.seq(), "再说一次", SECURITY))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> ledger.check(look.appellant(), 99, "没有这次", SECURITY))
                .isInstanceOf(NotFound.class);
        assertThat(verification.findings()).isEmpty();
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void a_home_is_a_town_or_a_village_and_can_be_taken_away() {
        UUID agent = accounts.byLogin("agent").orElseThrow().id();
        String county = directory.placesUnder(null).getFirst().name();
        assertThatThrownBy(() -> homes.note(agent, county, SECURITY)).isInstanceOf(BadInput.class);
        homes.note(agent, "", SECURITY);
        assertThat(homes.all()).doesNotContainKey(agent);
    }
}
