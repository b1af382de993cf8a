package org.shouwen.confidentiality;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.directory.UnitId;
import org.shouwen.identity.Identity;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.WorkOrders;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Acts of secrecy upon whatever orders there are: asked for, accused, allowed, reminded of, joined. */
final class SecretActs {
    static final List<String> NAMES = List.of("王芳", "赵铁柱", "钱冷淡");
    private static final List<String> SAID = List.of("", "", "热力集团的赵铁柱", "8890 坐席钱冷淡", "市住建局", "供热公司的人", "王芳");

    private final Random random;
    private final JdbcClient jdbc;
    private final Intake intake;
    private final WorkOrders orders;
    private final TestClock clock;
    private final CurrentUser desk = new CurrentUser(
            UUID.randomUUID(),
            "派单员甲",
            "派单员甲",
            null,
            null,
            Set.of(Role.AGENT, Role.DISPATCHER, Role.SUPERVISOR, Role.BUREAU));

    SecretActs(long seed, JdbcClient jdbc, Intake intake, WorkOrders orders, TestClock clock) {
        this.random = new Random(seed);
        this.jdbc = jdbc;
        this.intake = intake;
        this.orders = orders;
        this.clock = clock;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Some act upon some order; what is refused stays as it was. */
    int one() {
        clock.set(clock.instant().plus(Duration.ofMinutes(10)));
        List<String> all = jdbc.sql("select number from workorder.work_order order by id")
                .query(String.class)
                .list();
        String number = any(all);
        try {
            switch (random.nextInt(6)) {
                case 0 ->
                    orders.act(number, new Command.KeepSecret("来电要求"), desk, null)
                            .orThrow();
                case 1 ->
                    orders.act(number, new Command.Permit(clock.instant(), "电话录音"), desk, null)
                            .orThrow();
                case 2 ->
                    orders.act(
                                    number,
                                    new Command.NameAccused(
                                            new UnitId(any(List.of("heating", "housing", "police"))), "", false),
                                    desk,
                                    null)
                            .orThrow();
                case 3 ->
                    orders.act(number, new Command.NameAccused(null, any(NAMES), random.nextBoolean()), desk, null)
                            .orThrow();
                case 4 -> brought(new Disposition.Reminded(new WorkOrderNumber(number), "催一催"));
                default ->
                    brought(
                            random.nextBoolean()
                                    ? new Disposition.Ordered(null, null, null)
                                    : new Disposition.Joined(new WorkOrderNumber(number)));
            }
            return 1;
        } catch (org.shouwen.problems.Refusal | NotFound | org.shouwen.problems.BadInput e) {
            return 0;
        }
    }

    private void brought(Disposition outcome) {
        var a = AnAppeal.saying("窗口人员态度恶劣，请处理")
                .kind("complaint")
                .matterClass("heat-cold")
                .place("210603")
                .location("示例小区")
                .happenedAt("昨天")
                .title("服务态度")
                .secret(random.nextBoolean())
                .accused(any(SAID))
                .by(Identity.of("何其正", "1380000%04d".formatted(random.nextInt(50)), "示例小区1号楼", null));
        String number =
                intake.take(a, outcome, Origin.of(desk, null), desk).orThrow().number();
        if (outcome instanceof Disposition.Ordered && random.nextInt(4) > 0)
            orders.act(
                            number,
                            new Command.Dispatch(
                                    new UnitId(any(List.of("heating", "housing", "police"))),
                                    List.of(new UnitId("zhenxing")),
                                    "ordinary"),
                            desk,
                            null)
                    .orThrow();
    }
}
