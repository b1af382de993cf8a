package org.shouwen.upgrade;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.UnitId;
import org.shouwen.identity.Identity;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.OrderFiles;
import org.shouwen.workorder.Report;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.ListableBeanFactory;

/** How the kept city acts: through the doors, on a clock that it moves, with invented appeals. */
final class KeptActs {
    static final UnitId HEATING = new UnitId("heating");
    static final UnitId HOUSING = new UnitId("housing");
    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
                    .getBytes(StandardCharsets.US_ASCII));

    private final ListableBeanFactory beans;
    private final Consumer<Instant> clock;
    private Instant now;
    private int phones;

    KeptActs(ListableBeanFactory beans, Consumer<Instant> clock, String shanghai) {
        this.beans = beans;
        this.clock = clock;
        this.now = java.time.LocalDateTime.parse(shanghai).atZone(Limits.ZONE).toInstant();
        clock.accept(now);
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return now.atZone(Limits.ZONE).toLocalDate();
    }

    void pass(Duration time) {
        now = now.plus(time);
        clock.accept(now);
    }

    CurrentUser as(String login) {
        return bean(Accounts.class).byLogin(login).orElseThrow().signedIn();
    }

    NewAppeal appeal(String kind, String title, boolean secret, @Nullable String accused) {
        return new NewAppeal(
                "phone",
                null,
                kind,
                null,
                "210603",
                "示例路8号",
                "昨天晚上",
                title,
                title + "，请尽快处理。我叫陈示例。",
                "尽快解决",
                false,
                secret,
                Identity.of("陈示例", "1380000%04d".formatted(++phones), "示例路8号2单元", "192.0.2.7", "example-account"),
                now,
                "留言板回复示例",
                accused,
                null);
    }

    Receipt take(NewAppeal appeal, Disposition outcome) {
        CurrentUser agent = as("agent");
        return bean(Intake.class)
                .take(appeal, outcome, Origin.of(agent, "key-" + phones), agent)
                .orThrow();
    }

    String order(String title) {
        return take(appeal("livelihood", title, false, null), new Disposition.Ordered(null, null, null))
                .number();
    }

    void act(String number, String login, Command command) {
        bean(WorkOrders.class).act(number, command, as(login), null).orThrow();
        pass(Duration.ofMinutes(7));
    }

    PaperRef paper(String number, String label) {
        return bean(Papers.class)
                .keep(
                        OrderFiles.subject(number),
                        label,
                        label,
                        label + ".png",
                        PNG,
                        as("heating").actor());
    }

    String dispatched(String title) {
        String number = order(title);
        act(number, "dispatcher", new Command.Dispatch(HEATING, List.of(HOUSING), "ordinary"));
        return number;
    }

    String received(String title) {
        String number = dispatched(title);
        act(number, "heating", new Command.Receive());
        return number;
    }

    String reported(String title) {
        String number = received(title);
        act(number, "heating", new Command.ReportOutcome(report(), "配合部门已电话说明"));
        return number;
    }

    String closed(String title) {
        String number = reported(title);
        act(number, "dispatcher", new Command.Accept("情况属实"));
        return number;
    }

    Report report() {
        return new Report(
                "分管领导到场",
                "现场核实",
                "已修复",
                "满意",
                now.minus(Duration.ofMinutes(5)),
                "电话",
                true,
                true,
                new Report.Citation("示例〔2026〕1号", "示例办法", "第三条"));
    }

    static Set<String> logins() {
        return Set.of("agent", "heating-officer");
    }
}
