package org.shouwen.starter;

import org.shouwen.appeal.Receipt;
import org.shouwen.regulation.Result;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.callback.GivenCallbacks;
import org.shouwen.callback.HandDraws;
import org.shouwen.callermeasures.Nuisance;
import org.shouwen.callermeasures.Ruling;
import org.shouwen.history.Actor;
import org.shouwen.identity.Identity;
import org.shouwen.appeal.CallerMeasures;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Reviews;
import org.shouwen.problems.WorkOrderNumber;
import org.springframework.stereotype.Component;

/**
 * What a newcomer tries beside orders: units that are in time, closed orders to call back, a decline to review (Art. 9), a
 * number whose calls may be ruled upon and one that waits for two to agree (Art. 20). All of it is brought in through the doors.
 */
@Component
class DemonstrationCases {
    private static final CurrentUser AGENT = person("坐席 示例", Role.AGENT);
    private static final CurrentUser SUPERVISOR = person("督办员 示例", Role.SUPERVISOR);

    private final DemonstrationAppeals appeals;
    private final Intake intake;
    private final Reviews reviews;
    private final Nuisance measures;
    private final HandDraws draws;
    private final GivenCallbacks given;
    private final Accounts accounts;
    private final InstantSource clock;

    DemonstrationCases(
            DemonstrationAppeals appeals,
            Intake intake,
            Reviews reviews,
            Nuisance measures,
            HandDraws draws,
            GivenCallbacks given,
            Accounts accounts,
            InstantSource clock) {
        this.appeals = appeals;
        this.intake = intake;
        this.reviews = reviews;
        this.measures = measures;
        this.draws = draws;
        this.given = given;
        this.accounts = accounts;
        this.clock = clock;
    }

    void load(String folder) {
        appeals.load(folder, "cases.csv");
        Instant now = clock.instant();
        callbacks(now);
        review(now);
        List<String> proposed = declined(now, "13800000090", "什么都不管", 10);
        measures.propose(
                proposed.stream().map(WorkOrderNumber::new).toList(),
                Ruling.Ground.LONG_INVALID,
                CallerMeasures.Measure.SUPERVISOR_LINE,
                30,
                "九十天内来电十次，均无具体事项，坐席已多次说明。",
                AGENT);
        declined(now, "13800000091", "随便说说", 10);
    }

    /** All that was closed in the last days; two calls are the agent's. */
    private void callbacks(Instant now) {
        LocalDate today = now.atZone(Limits.ZONE).toLocalDate();
        draws.draw(today.minusDays(10), today, null, 100, SUPERVISOR);
        accounts.byLogin("agent").ifPresent(a -> given.give(a.id(), 2, SUPERVISOR));
    }

    private void review(Instant now) {
        String number =
                declined(now.minus(Duration.ofDays(3)), "13800000092", "单元门口堵了", "no-particulars", "没有说明是哪个小区、哪一天");
        Past.at(
                now.minus(Duration.ofDays(2)),
                () -> reviews.ask(number, "我说的是示例小区，坐席没有记下来，请再看一次。", Actor.APPELLANT)
                        .orThrow());
    }

    private List<String> declined(Instant now, String phone, String words, int many) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < many; i++)
            numbers.add(declined(now.minus(Duration.ofDays(20 - i)), phone, words, "vague", "没有具体事项，已请说明后再来电"));
        return numbers;
    }

    private String declined(Instant then, String phone, String words, String ground, String reason) {
        NewAppeal appeal = new NewAppeal(
                "phone",
                null,
                "livelihood",
                "",
                "",
                "",
                "",
                words,
                words,
                "",
                false,
                false,
                Identity.of("", phone, "", null),
                null,
                null);
        String[] number = {""};
        Past.at(then, () -> {
            if (!(intake.take(appeal, new Disposition.Declined(ground, reason), Origin.portal(null), AGENT)
                    instanceof Result.Done<Receipt> done))
                throw new IllegalStateException("demonstration appeal refused: " + words);
            number[0] = done.value().number();
        });
        return number[0];
    }

    private static CurrentUser person(String name, Role role) {
        return new CurrentUser(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), name, name, null, null, Set.of(role));
    }
}
